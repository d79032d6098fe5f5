/** The screens' language, changed at any time; each choice is named in its own language. */
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/base/primitives.ts';
import { useLanguage } from '../base/i18n.ts';
import styles from './language-switch.module.css';
import { usePreferences } from '../base/preferences.tsx';

export function LanguageSwitch({ onRail = false }: { onRail?: boolean }) {
  const { t } = useTranslation();
  const { change } = usePreferences();
  const current = useLanguage();
  return (
    <div
      className={`${styles.switch ?? ''} ${onRail ? (styles.onRail ?? '') : ''}`}
      role="group"
      aria-label={t('language.label')}
    >
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={t(`language.${language}`)}
          className={styles.choice}
          aria-pressed={language === current}
          onClick={() => change({ language })}
        >
          <span className={styles.full}>{t(`language.${language}`)}</span>
          <span className={styles.short}>{t(`language.short.${language}`)}</span>
        </button>
      ))}
    </div>
  );
}
