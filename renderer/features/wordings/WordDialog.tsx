/** One word in the three languages: what the program says, and what this office says instead. */
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { checkWording, placeholdersOf, type WordingChange } from '#shared/domain/records/wording.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useFaults } from '../../components/faults.tsx';
import { call } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import { textOf, type WordRow } from './words.ts';
import styles from './WordingsScreen.module.css';
import { useMay } from '../../base/operator.tsx';

export function WordDialog({ row, onClose }: { row: WordRow | null; onClose: () => void }) {
  return row && <OneWord key={row.key} row={row} onClose={onClose} />;
}

function OneWord({ row, onClose }: { row: WordRow; onClose: () => void }) {
  const { t } = useTranslation(['wordings', 'operators', 'domain']);
  const has = languages.filter((language) => row.original[language] !== null);
  const [texts, setTexts] = useState<Partial<Record<Language, string>>>(() =>
    Object.fromEntries(has.map((language) => [language, textOf(row, language) ?? ''])),
  );
  const changes = has.flatMap((language): WordingChange[] => {
    const text = texts[language] ?? '';
    if (text === textOf(row, language)) return [];
    return [{ language, key: row.key, text: text === row.original[language] ? null : text }];
  });
  const faults = changes.flatMap((change) => checkWording(change, row.original[change.language] ?? ''));
  const at = useFaults(faults);
  const mayCorrect = useMay('wording.correct');
  const names = [...new Set(has.flatMap((language) => placeholdersOf(row.original[language] ?? '')))];
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('dialogTitle')}
      confirmLabel={t('save')}
      disabled={changes.length === 0 || faults.length > 0 || !mayCorrect}
      onConfirm={() => call('wording.correct', { changes })}
      onClose={onClose}
    >
      <Stack gap="sm">
        {languages.map((language) => {
          const original = row.original[language];
          // A plural form that this language does not have.
          if (original === null) return null;
          const kept = row.corrections[language];
          const text = texts[language] ?? '';
          return (
            <div key={language}>
              <Textarea
                label={t(`columns.${language}`)}
                lang={language}
                autosize
                minRows={1}
                maxRows={8}
                maxLength={5000}
                value={text}
                error={at(language)}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setTexts((before) => ({ ...before, [language]: value }));
                }}
              />
              {text !== original && (
                <div className={styles.own}>
                  <span lang={language}>{t('original', { text: original })}</span>
                  {kept && (
                    <div>{t('by', { date: formatDateTime(kept.at, clockOffset(kept.at)), officer: kept.officer })}</div>
                  )}
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => setTexts((before) => ({ ...before, [language]: original }))}
                  >
                    {t('restore')}
                  </Button>
                </div>
              )}
            </div>
          );
        })}
        {names.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('placeholders', { names: names.map((name) => `{{${name}}}`).join(', ') })}
          </Text>
        )}
        {!mayCorrect && <Text size="sm">{t('operators:needs', { role: t('domain:role.head') })}</Text>}
      </Stack>
    </ConfirmDialog>
  );
}
