/** Certificates that bear one number: a column a paper. */
import { useTranslation } from 'react-i18next';
import type { StayOption } from '#shared/contract/receiving.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { word } from '../../base/wording.ts';
import styles from './Receive.module.css';

export function PapersBeside({ papers }: { papers: readonly StayOption[] }) {
  const { t } = useTranslation(['receiving', 'history']);
  const language = useLanguage();
  const facts: { title: string; of: (paper: StayOption) => string }[] = [
    { title: t('history:field.organisation'), of: ({ organisation }) => organisation },
    {
      title: t('history:field.certificateStatus'),
      of: ({ status }) => word(`domain:certificateState.${status}`),
    },
    { title: t('history:field.printRuns'), of: ({ paper }) => formatNumber(paper?.printed ?? 0, language) },
    {
      title: t('history:field.issuedOn'),
      of: ({ paper }) => (paper?.issuedOn ? formatDate(paper.issuedOn, language) : '—'),
    },
    { title: t('recordedOn'), of: ({ known }) => t(`known.${known}`) },
  ];
  return (
    <table className={`${table.table} ${styles.sides}`}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {papers.map(({ choice, number, name }) => (
            <th key={choice} scope="col">{`№ ${number}, ${name}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ title, of }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {papers.map((paper) => (
              <td key={paper.choice}>{of(paper)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
