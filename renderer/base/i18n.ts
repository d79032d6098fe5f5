/** The screens' words: all three languages are in memory, so switching asks nobody and needs no restart. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { locales, namespaces } from '#locales/index.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof locales)['ky'];
  }
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  // i18next writes into what it is given; `locales` stays the program's own.
  resources: { ky: { ...locales.ky }, ru: { ...locales.ru }, en: { ...locales.en } },
  lng: 'ky',
  fallbackLng: false,
  supportedLngs: languages,
  ns: namespaces,
  defaultNS: 'common',
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  // An office may correct words while its screens are shown.
  react: { bindI18nStore: 'added' },
});

const isLanguage = (code: string): code is Language => (languages as readonly string[]).includes(code);

/** The language of the screens; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return isLanguage(current.language) ? current.language : 'ky';
}

/** Speaks another language from now on. Also tells the page, for screen readers and hyphenation. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
  document.title = i18n.t('title');
  // What opens over the screens stands here, in a landmark of its own.
  document.getElementById('layers')?.setAttribute('aria-label', i18n.t('frame.layers'));
}
