/** What waits for the clerk, in the order of the work: each line leads to the list of just these. */
import { useTranslation } from 'react-i18next';
import type { Waiting } from '#shared/contract/drafts.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { formatRoute, type Route } from '../../base/route.ts';
import styles from './StartScreen.module.css';

type Line = { words: string; count: number; to: Route };

export function WaitingList({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation(['drafts', 'common']);
  const { applications, decisions, certificates } = waiting;
  const draftsAt: Route = decisions.only ? { screen: 'decision', id: decisions.only } : { screen: 'decisions' };
  const groups = [
    {
      title: t('common:nav.applications'),
      lines: applications.map(({ status, count }): Line => ({
        words: t(`waiting.application.${status}`),
        count,
        to: { screen: 'applications', status },
      })),
    },
    {
      title: t('common:nav.decisions'),
      lines: [{ words: t('waiting.drafts'), count: decisions.drafts, to: draftsAt }],
    },
    {
      title: t('common:nav.certificates'),
      lines: certificates.map(({ state, count }): Line => ({
        words: t(`waiting.certificate.${state}`),
        count,
        to: { screen: 'certificates', state },
      })),
    },
  ].map(({ title, lines }) => ({ title, lines: lines.filter(({ count }) => count > 0) }));
  const open = groups.filter(({ lines }) => lines.length > 0);
  if (open.length === 0) return <p className={styles.nothing}>{t('waiting.nothing')}</p>;
  return open.map(({ title, lines }) => (
    <div key={title}>
      <h3 className={styles.group}>{title}</h3>
      <WaitingLines lines={lines} />
    </div>
  ));
}

function WaitingLines({ lines }: { lines: readonly Line[] }) {
  const language = useLanguage();
  return (
    <ul className={styles.list}>
      {lines.map(({ words, count, to }) => (
        <li key={formatRoute(to)}>
          <NavLinkTo to={to} className={styles.waiting}>
            <span className={styles.count}>{formatNumber(count, language)}</span> <span>{words}</span>
          </NavLinkTo>
        </li>
      ))}
    </ul>
  );
}
