/** Who takes a certificate, with what papers, and when. */
import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '#shared/domain/records/certificate.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { today } from '../../base/today.ts';

/** A receipt while it is filled in: its day may be empty. */
export type ReceiptDraft = Omit<Receipt, 'on'> & { on: Receipt['on'] | null };

export const emptyReceipt = (): ReceiptDraft => ({
  to: 'self',
  proxyName: '',
  proxyDocument: '',
  identitySeen: false,
  on: today(),
});

/** The receipt once it is whole; null until then. What was typed of a proxy does not stay when there is none. */
export function wholeReceipt({ on, ...draft }: ReceiptDraft): Receipt | null {
  const named = draft.to === 'self' || (draft.proxyName.trim() !== '' && draft.proxyDocument.trim() !== '');
  if (!on || !draft.identitySeen || !named) return null;
  return draft.to === 'self' ? { ...draft, on, proxyName: '', proxyDocument: '' } : { ...draft, on };
}

export function ReceiptFields({ value, onChange }: { value: ReceiptDraft; onChange: (value: ReceiptDraft) => void }) {
  const { t } = useTranslation('certificates');
  const set = (change: Partial<ReceiptDraft>) => onChange({ ...value, ...change });
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('issueTo')}
        value={value.to}
        onChange={(picked) => set({ to: picked === 'proxy' ? 'proxy' : 'self' })}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="self" label={t('toSelf')} />
          <Radio value="proxy" label={t('toProxy')} />
        </Stack>
      </Radio.Group>
      {value.to === 'proxy' && (
        <>
          <WordsField
            label={t('proxyName')}
            required
            maxLength={500}
            value={value.proxyName}
            onChange={(proxyName) => set({ proxyName })}
          />
          <TextInput
            label={t('proxyDocument')}
            description={t('proxyDocumentHint')}
            required
            maxLength={500}
            value={value.proxyDocument}
            onChange={(event) => set({ proxyDocument: event.currentTarget.value })}
          />
        </>
      )}
      <DateInput label={t('issueDate')} required value={value.on} onChange={(on) => set({ on })} maxDate={today()} />
      <Checkbox
        label={t('identitySeen')}
        checked={value.identitySeen}
        onChange={(event) => set({ identitySeen: event.currentTarget.checked })}
      />
    </Stack>
  );
}
