/** Names as the passport has them, and the Kyrgyz and Russian forms that a clerk answers for. */
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconLanguage, IconWand } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Names } from '#shared/domain/records/person.ts';
import { findLookalikes, fixLookalikes } from '#shared/text/letters.ts';
import { suggestKyrgyz, suggestRussian } from '#shared/text/transliterate.ts';
import type { FaultsAt } from '../../components/faults.tsx';
import { Section } from '../../components/Section.tsx';
import styles from './ApplicationForm.module.css';

const scripts = ['latin', 'ky', 'ru'] as const;
const parts = ['surname', 'given'] as const;

export function NamesFields({
  value,
  onChange,
  at,
  locked,
}: {
  value: Names;
  onChange: (names: Names) => void;
  at: FaultsAt;
  locked: boolean;
}) {
  const { t } = useTranslation('applications');
  const strange = scripts.some((script) => parts.some((part) => findLookalikes(value[script][part]).length > 0));
  /** A Cyrillic form that is already written is the clerk's own and stays. */
  const suggest = (): void => {
    const fill = (own: string, suggested: string) => (own.trim() === '' ? suggested : own);
    const { latin, ky, ru } = value;
    onChange({
      ...value,
      confirmed: false,
      ky: {
        surname: fill(ky.surname, suggestKyrgyz(latin.surname)),
        given: fill(ky.given, suggestKyrgyz(latin.given)),
      },
      ru: {
        surname: fill(ru.surname, suggestRussian(latin.surname)),
        given: fill(ru.given, suggestRussian(latin.given)),
      },
    });
  };
  const fix = (): void => {
    const fixed = (name: Names['ky']) => ({
      surname: fixLookalikes(name.surname),
      given: fixLookalikes(name.given),
    });
    onChange({ ...value, latin: fixed(value.latin), ky: fixed(value.ky), ru: fixed(value.ru) });
  };
  return (
    <Section title={t('names')}>
      <Stack gap="sm">
        <div className={styles.names}>
          <span aria-hidden />
          {parts.map((part) => (
            <span key={part} className={styles.part} aria-hidden>
              {t(part)}
            </span>
          ))}
          {scripts.map((script) => (
            <Fragment key={script}>
              <span className={styles.script} aria-hidden>
                {t(script)}
              </span>
              {parts.map((part) => (
                <TextInput
                  key={part}
                  aria-label={t('nameIn', { part: t(part), script: t(script) })}
                  lang={script === 'latin' ? 'en' : script}
                  required={script === 'latin' && part === 'surname'}
                  maxLength={120}
                  value={value[script][part]}
                  error={at(`names.${script}.${part}`)}
                  onChange={(event) =>
                    onChange({
                      ...value,
                      confirmed: false,
                      [script]: { ...value[script], [part]: event.currentTarget.value },
                    })
                  }
                />
              ))}
            </Fragment>
          ))}
        </div>
        {!locked && (
          <Group gap="sm">
            <Button variant="default" leftSection={<IconLanguage size={16} aria-hidden />} onClick={suggest}>
              {t('suggest')}
            </Button>
            {strange && (
              <Button variant="default" leftSection={<IconWand size={16} aria-hidden />} onClick={fix}>
                {t('fix')}
              </Button>
            )}
          </Group>
        )}
        <Checkbox
          label={t('confirmed')}
          description={t('confirmedHint')}
          checked={value.confirmed}
          onChange={(event) => onChange({ ...value, confirmed: event.currentTarget.checked })}
        />
      </Stack>
    </Section>
  );
}
