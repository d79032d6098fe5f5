/** Both sides of a record beside each other, one line a field, each with a choice of its own. */
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartBeside, ReceiveQuestion } from '#shared/contract/receiving.ts';
import { partOf, type Side, type Sides as ChosenSides } from '#shared/domain/merge/fields.ts';
import { wordSides } from '../../components/history-words.ts';
import { usePaperName } from '../../components/paper-name.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { useWording } from '../../base/wording.ts';
import { SidePicture } from './SidePicture.tsx';
import styles from './Receive.module.css';

type Props = { question: ReceiveQuestion; sides: ChosenSides; onChoose: (part: string, side: Side) => void };

const columns = [
  ['ours', 'here', 'from'],
  ['theirs', 'there', 'to'],
] as const;

export function PartSides({ question, sides, onChoose }: Props) {
  const { t } = useTranslation(['receiving', 'history']);
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
        {question.parts.map((part) => (
          <PartRows
            key={part.part}
            question={question}
            part={part}
            chosen={sides[part.part] ?? null}
            onChoose={(side) => onChoose(part.part, side)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The choice stands in the first line of a part; what belongs to it follows. */
function PartRows({
  question,
  part: { part, differences },
  chosen,
  onChoose,
}: {
  question: ReceiveQuestion;
  part: PartBeside;
  chosen: Side | null;
  onChoose: (side: Side) => void;
}) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const paperName = usePaperName();
  const { fault: faultWords } = useWording();
  const { key, recordKind, faults, pictures } = question;
  const wrong = faults.filter(({ path }) => partOf(recordKind, path) === part).map(faultWords);
  const [first, ...others] =
    differences.length === 0
      ? [{ label: t('otherField'), from: t('here'), to: t('there') }]
      : differences.map((difference) => wordSides(difference, language, paperName));
  if (!first) return null;
  return (
    <>
      <tr>
        <th scope="row">
          {first.label}
          {wrong.length > 0 && (
            <div className={styles.wrong} role="alert">
              {[...new Set(wrong)].join('. ')}
            </div>
          )}
        </th>
        {columns.map(([side, column, of]) => (
          <td key={side}>
            <Radio
              name={`${key} ${part}`}
              value={side}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              aria-label={`${first.label}, ${t(column)}: ${first[of]}`}
              label={part === 'photo' ? <SidePicture url={pictures?.[side] ?? null} /> : first[of]}
            />
          </td>
        ))}
      </tr>
      {others.map((other) => (
        <tr key={other.label}>
          <th scope="row">{other.label}</th>
          {columns.map(([side, , of]) => (
            <td key={side} className={styles.follows}>
              {other[of]}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}
