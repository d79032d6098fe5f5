/** Two people side by side: what is typed and what the register holds, with what differs marked; and the verdict. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PossibleDuplicateRow } from '#shared/contract/applications.ts';
import type { ApplicationFields, NewVerdict } from '#shared/domain/records/application.ts';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { fullName } from '#shared/domain/records/person.ts';
import type { Trilingual } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { DialogKeys } from '../../components/DialogKeys.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { useLikeness } from './likeness.ts';
import styles from './duplicates.module.css';

export type Verdict = NewVerdict['verdict'];

export function CompareDialog({
  fields,
  organisation,
  possibleDuplicate,
  onSettle,
  onClose,
}: {
  fields: ApplicationFields;
  organisation: Trilingual | null;
  possibleDuplicate: PossibleDuplicateRow;
  /** Null where the same document leaves nothing to judge. */
  onSettle: ((verdict: Verdict, remark: string) => Promise<Outcome<unknown>>) | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['duplicates', 'common']);
  const likeness = useLikeness();
  const [remark, setRemark] = useState(possibleDuplicate.verdict?.remark ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const settle = async (verdict: Verdict): Promise<void> => {
    const outcome = await onSettle?.(verdict, remark.trim());
    if (outcome && !outcome.ok) setRefusal(outcome.refusal);
    else onClose();
  };
  const { row } = possibleDuplicate;
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('compareTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm" data-writes>
        <Text size="sm">{likeness(possibleDuplicate)}</Text>
        <Comparison fields={fields} organisation={organisation} possibleDuplicate={possibleDuplicate} />
        <div className={styles.link}>
          <NavLinkTo to={{ screen: 'application', id: row.id }}>{t('openOther')}</NavLinkTo>
        </div>
        {onSettle ? (
          <>
            <WordsField label={t('remark')} maxLength={500} value={remark} data-autofocus onChange={setRemark} />
            <RefusalMessage refusal={refusal} />
            <Group justify="space-between" gap="xs">
              <DialogKeys />
              <Group gap="xs" ml="auto">
                <Button variant="default" onClick={() => void settle('same-person')}>
                  {t('same')}
                </Button>
                <Button onClick={() => void settle('different-people')}>{t('different')}</Button>
              </Group>
            </Group>
          </>
        ) : (
          <Text size="sm">{t('blockedHint')}</Text>
        )}
      </Stack>
    </Modal>
  );
}

function Comparison({
  fields,
  organisation,
  possibleDuplicate,
}: {
  fields: ApplicationFields;
  organisation: Trilingual | null;
  possibleDuplicate: PossibleDuplicateRow;
}) {
  const { t } = useTranslation(['duplicates', 'domain']);
  const language = useLanguage();
  const { row, names, sex, document } = possibleDuplicate;
  const country = (code: string | null) => (code ? countryName(code, language) : '');
  const day = (date: string | null) => (date ? formatDate(date) : '');
  const sexWord = (one: typeof sex) => (one ? t(`domain:sex.${one}`) : '');
  const lines: [label: string, typed: string, known: string][] = [
    [t('row.latin'), fullName(fields.names.latin), fullName(names.latin)],
    [t('row.ky'), fullName(fields.names.ky), fullName(names.ky)],
    [t('row.ru'), fullName(fields.names.ru), fullName(names.ru)],
    [t('row.birthDate'), day(fields.birthDate), day(row.birthDate)],
    [t('row.sex'), sexWord(fields.sex), sexWord(sex)],
    [t('row.citizenship'), country(fields.citizenship), country(row.citizenship)],
    [t('row.document'), fields.document.number, document.number],
    [t('row.issuer'), country(fields.document.issuer), country(document.issuer)],
    [t('row.organisation'), organisation?.[language] ?? '', row.organisation[language]],
  ];
  return (
    <table className={styles.comparison}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('typed')}</th>
          <th scope="col">{t('known', { number: row.number })}</th>
        </tr>
      </thead>
      <tbody>
        {(fields.photo ?? row.picture) && (
          <tr>
            <th scope="row">{t('row.photo')}</th>
            <td>
              <Picture hash={fields.photo?.picture ?? null} label={t('typed')} />
            </td>
            <td>
              <Picture hash={row.picture} label={t('known', { number: row.number })} />
            </td>
          </tr>
        )}
        {lines.map(([label, typed, known]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{typed || '—'}</td>
            <td>
              <Marked differs={typed !== known && typed !== '' && known !== ''}>{known || '—'}</Marked>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('row.status')}</th>
          <td />
          <td>
            <StatusBadge kind="application" status={row.status} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What differs is told by a word as well as by its ground. */
function Marked({ differs, children }: { differs: boolean; children: ReactNode }) {
  const { t } = useTranslation('duplicates');
  return differs ? (
    <>
      <mark className={styles.differs}>{children}</mark> <span className={styles.differsWord}>{t('differs')}</span>
    </>
  ) : (
    children
  );
}

const Picture = ({ hash, label }: { hash: string | null; label: string }) =>
  hash ? <img className={styles.picture} src={`app://office/photo/${hash}`} alt={label} /> : '—';
