/** The very first question, asked in all three languages at once. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/base/primitives.ts';
import { i18n } from '../../base/i18n.ts';
import { usePreferences } from '../../base/preferences.tsx';
import styles from './Entry.module.css';

export function LanguageQuestion() {
  const { t } = useTranslation();
  const { change } = usePreferences();
  const questions = languages.map((language) => i18n.getFixedT(language, 'entry')('chooseLanguage'));
  return (
    <>
      <h1 className={styles.heading}>{questions.join(' · ')}</h1>
      <div className={styles.languages}>
        {languages.map((language) => (
          <Button
            key={language}
            size="lg"
            variant={language === 'ky' ? 'filled' : 'default'}
            lang={language}
            autoFocus={language === 'ky'}
            onClick={() => change({ language })}
          >
            {t(`language.${language}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
