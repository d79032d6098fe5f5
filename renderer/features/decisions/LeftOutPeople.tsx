/** Those whom a rule does not put on the agenda, and why. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agendaShown, type Agenda } from '#shared/contract/decisions.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import styles from './DecisionScreen.module.css';

export function LeftOutPeople({ leftOut }: { leftOut: Agenda['leftOut'] }) {
  const { t } = useTranslation(['agenda', 'decisions', 'domain']);
  const language = useLanguage();
  const total = leftOut.counts.reduce((sum, { count }) => sum + count, 0);
  const number = (value: number) => formatNumber(value, language);
  const reason = ({ why, person, receivedOn, other }: Agenda['leftOut']['rows'][number]): string => {
    const day = why === 'received-later' ? receivedOn : other?.sessionDate;
    const date = day ? formatDate(day) : '—';
    return t(`reason.${why}`, { date, status: t(`domain:status.${person.status}`) });
  };
  if (total === 0) return <p className={table.quiet}>{t('nobodyLeftOut')}</p>;
  return (
    <>
      <Text size="sm">
        {leftOut.counts.map(({ why, count }) => t(`count.${why}`, { count: number(count) })).join(' · ')}
      </Text>
      <div className={styles.people} tabIndex={0} role="region" aria-label={t('preview')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('decisions:person')}</th>
              <th scope="col">{t('decisions:organisation')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {leftOut.rows.map((row) => (
              <tr key={row.person.id}>
                <td>
                  <NavLinkTo to={{ screen: 'application', id: row.person.id }} className={table.name}>
                    {row.person.latin}
                  </NavLinkTo>
                </td>
                <td>{row.person.organisation[language]}</td>
                <td>
                  {row.other ? (
                    <NavLinkTo to={{ screen: 'decision', id: row.other.id }}>{reason(row)}</NavLinkTo>
                  ) : (
                    reason(row)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > agendaShown && (
        <Text size="xs" c="dimmed">
          {t('onlyFirstLeft', { shown: number(agendaShown), count: number(total) })}
        </Text>
      )}
    </>
  );
}
