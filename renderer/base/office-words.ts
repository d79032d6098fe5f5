/** The office's own wordings in the screens: laid over the program's while its office is open. */
import { useEffect } from 'react';
import { locales, namespaces, type Words } from '#locales/index.ts';
import { everyWording, withCorrections } from '#locales/wordings.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { checkWording, type Wording } from '#shared/domain/records/wording.ts';
import { i18n, speak } from './i18n.ts';
import { useReading } from './office.ts';

const none: readonly Wording[] = [];

/** Mounted once, around the screens of an open office; the program's own words come back when it is left. */
export function useOfficeWords(): void {
  const { data: wordings = none } = useReading('wording.list', {});
  useEffect(() => {
    if (wordings.length === 0) return undefined;
    show(wordings);
    return () => show(none);
  }, [wordings]);
}

function show(wordings: readonly Wording[]): void {
  for (const language of languages) {
    const originals = everyWording(locales[language]);
    const fitting = wordings.filter(
      (wording) =>
        wording.language === language &&
        originals.has(wording.key) &&
        checkWording(wording, originals.get(wording.key) ?? '').length === 0,
    );
    const words = withCorrections(locales[language], new Map(fitting.map(({ key, text }) => [key, text])));
    replace(language, words);
  }
  const { language } = i18n;
  const spoken = languages.find((one) => one === language);
  if (spoken) speak(spoken);
}

/** Not a deep merge: it would write into `locales` itself. */
function replace(language: Language, words: Words): void {
  for (const namespace of namespaces) i18n.addResourceBundle(language, namespace, words[namespace], false, true);
}
