/** The day by which an organisation is asked to send what is missing; the letter is made anew with it. */
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import { today } from '../base/today.ts';
import { DateInput } from './DateInput.tsx';

type LetterRequest = Extract<DocumentRequest, { kind: 'incomplete-letter' }>;

export function LetterDate({ value, onChange }: { value: LetterRequest; onChange: (value: LetterRequest) => void }) {
  const { t } = useTranslation('intake');
  return (
    <DateInput
      label={t('letter.byDate')}
      w={240}
      minDate={today()}
      value={value.by}
      onChange={(by) => onChange({ ...value, by })}
    />
  );
}
