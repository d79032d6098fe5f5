/** The lines of a travel document against what was typed, side by side: the clerk says field by field which is right. */
import { Alert, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MrzFault } from '#shared/text/mrz.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { word } from '../../base/wording.ts';
import styles from './ApplicationForm.module.css';
import type { MrzDifference, MrzFieldName } from './mrz-comparison.ts';

export function MrzDialog({
  differences,
  onTake,
  onClose,
}: {
  differences: readonly MrzDifference[];
  /** The fields in which the document is right. */
  onTake: (chosen: MrzFieldName[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['mrz', 'applications']);
  const language = useLanguage();
  const [kept, setKept] = useState<readonly MrzFieldName[]>([]);
  const shown = (field: MrzFieldName, value: string): string => {
    if (field === 'sex') return word(`domain:sex.${value}`);
    if (field === 'birthDate' || field === 'expiry') return formatDate(value);
    return field === 'citizenship' || field === 'issuer' ? countryName(value, language) : value;
  };
  const keep = (field: MrzFieldName, own: boolean): void =>
    setKept(own ? [...kept, field] : kept.filter((one) => one !== field));
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('differs.title')}
      confirmLabel={t('differs.take')}
      onConfirm={() => {
        onTake(differences.map(({ field }) => field).filter((field) => !kept.includes(field)));
        return undefined;
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{t('differs.hint')}</Text>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('differs.field')}</th>
              <th scope="col">{t('differs.typed')}</th>
              <th scope="col">{t('differs.read')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, typed, read }) => {
              const name = t(`applications:${field}`);
              const own = kept.includes(field);
              return (
                <tr key={field}>
                  <th scope="row">{name}</th>
                  <td>
                    <Radio
                      name={`mrz-${field}`}
                      aria-label={t('differs.keep', { field: name, value: shown(field, typed) })}
                      label={shown(field, typed)}
                      checked={own}
                      onChange={() => keep(field, true)}
                    />
                  </td>
                  <td>
                    <Radio
                      name={`mrz-${field}`}
                      aria-label={t('differs.takeOne', { field: name, value: shown(field, read) })}
                      label={shown(field, read)}
                      checked={!own}
                      onChange={() => keep(field, false)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Stack>
    </ConfirmDialog>
  );
}

/** Which digit does not hold: nothing is taken from lines that were read wrong. */
export function MrzFaults({ faults, onClose }: { faults: readonly MrzFault[]; onClose: () => void }) {
  const { t } = useTranslation(['mrz', 'common']);
  return (
    <Alert
      color="orange"
      role="alert"
      mb="sm"
      title={t('wrong.title')}
      withCloseButton
      closeButtonLabel={t('common:action.close')}
      onClose={onClose}
    >
      <ul className={styles.list}>
        {faults.map((fault) => (
          <li key={fault}>{t(`wrong.${fault}`)}</li>
        ))}
      </ul>
      {t('wrong.again')}
    </Alert>
  );
}
