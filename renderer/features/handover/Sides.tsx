/** The fields in which two versions of a record differ, ours and theirs beside each other. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReceiveQuestion } from '#shared/contract/receiving.ts';
import { wordSides } from '../../components/history-words.ts';
import { usePaperName } from '../../components/paper-name.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { SidePicture } from './SidePicture.tsx';
import styles from './Receive.module.css';

export function Sides({ question: { differences, pictures } }: { question: ReceiveQuestion }) {
  const { t } = useTranslation(['receiving', 'history']);
  const language = useLanguage();
  const paperName = usePaperName();
  if (differences.length === 0) return <Text size="sm">{t('otherDetails')}</Text>;
  return (
    <table className={`${table.table} ${styles.sides}`}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('here')}</th>
          <th scope="col">{t('there')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { label, from, to } = wordSides(difference, language, paperName);
          return (
            <tr key={`${difference.field} ${difference.language ?? ''}`}>
              <th scope="row">{label}</th>
              <td>{pictures && difference.field === 'photo' ? <SidePicture url={pictures.ours} /> : from}</td>
              <td>{pictures && difference.field === 'photo' ? <SidePicture url={pictures.theirs} /> : to}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
