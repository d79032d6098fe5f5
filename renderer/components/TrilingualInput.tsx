/** The same words in the three languages, Kyrgyz first: three inputs under one label. */
import { Textarea, TextInput } from '@mantine/core';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Trilingual } from '#shared/domain/base/primitives.ts';
import { fixLookalikes } from '#shared/text/letters.ts';
import { FixLookalikesOffer } from './FixLookalikesOffer.tsx';
import styles from './TrilingualInput.module.css';

export type TrilingualInputProps = {
  label: string;
  value: Trilingual;
  onChange: (value: Trilingual) => void;
  /** What is wrong, as `useFaults` words it. */
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  /** Long words wrap; it is one line of text all the same. */
  multiline?: boolean;
  /** Beside each other where there is room (short words), or one under the other (long names). */
  layout?: 'row' | 'stack';
  maxLength?: number;
};

/** Enter saves, as in every other field: the record holds no line breaks. */
function saveOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

export function TrilingualInput({
  label,
  value,
  onChange,
  error,
  required = false,
  disabled = false,
  readOnly = false,
  multiline = false,
  layout = 'stack',
  maxLength = 500,
}: TrilingualInputProps) {
  const { t } = useTranslation();
  const errorId = useId();
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.label}>
        {label}
        {required && (
          <span className={styles.asterisk} aria-hidden>
            {' *'}
          </span>
        )}
      </legend>
      <div className={layout === 'row' ? styles.row : styles.stack}>
        {languages.map((language) => {
          const shared = {
            'aria-label': t(`in.${language}`, { label }),
            'aria-describedby': error ? errorId : undefined,
            'aria-required': required,
            lang: language,
            value: value[language],
            maxLength,
            readOnly,
            error: error !== undefined && value[language].trim() === '',
            leftSection: (
              <span className={styles.tag} aria-hidden>
                {t(`language.short.${language}`)}
              </span>
            ),
            leftSectionWidth: 44,
            onChange: (event: { currentTarget: { value: string } }) =>
              onChange({ ...value, [language]: event.currentTarget.value.replace(/\s*[\r\n]+\s*/gu, ' ') }),
          };
          return multiline ? (
            <Textarea key={language} autosize minRows={1} maxRows={6} onKeyDown={saveOnEnter} {...shared} />
          ) : (
            <TextInput key={language} {...shared} />
          );
        })}
      </div>
      {!readOnly && !disabled && (
        <FixLookalikesOffer
          texts={[value.ky, value.ru]}
          onFix={() => onChange({ ...value, ky: fixLookalikes(value.ky), ru: fixLookalikes(value.ru) })}
        />
      )}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
