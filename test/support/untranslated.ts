/** Words on a screen that nobody translated: keys instead of words, and English on a Kyrgyz or Russian screen. */
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';

type Words = { readonly [key: string]: string | Words };

function* leaves(words: Words): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === 'string') yield value;
    else yield* leaves(value);
  }
}

/** English wordings without gaps to fill, that this language says otherwise and nowhere says the same. */
function englishOnly(language: Language): ReadonlySet<string> {
  const own = new Set(leaves(locales[language]));
  // Two letters are an abbreviation as often as a word.
  const isWord = (text: string): boolean => /[A-Za-z]{3}/u.test(text) && !text.includes('{{');
  return new Set([...leaves(locales.en)].filter((text) => isWord(text) && !own.has(text)));
}

/** Every text that is seen or read out, but what says itself that it is in another language, and what people typed. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const own = document.documentElement.lang;
    const isOther = (element: Element): boolean => (element.closest('[lang]')?.getAttribute('lang') ?? own) !== own;
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, style') || isOther(element)) continue;
      const said = ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name));
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      for (const text of [...said, ...texts.map(({ textContent }) => textContent)]) {
        if (text?.trim()) found.push(text.trim());
      }
    }
    return found;
  });

const key = /\b[a-z][a-z-]*:[a-z]+\.[a-zA-Z.]+\b|\{\{/u;

/**
 * What stands untranslated on the page. `showsPatterns`: the screen shows wordings with their gaps, as they are kept.
 * Names of people and organisations are data, so an English wording counts only where it is the whole text.
 */
export async function untranslated(page: Page, language: Language, showsPatterns = false): Promise<string[]> {
  const texts = await textsOn(page);
  const keys = texts.filter((text) => key.test(showsPatterns ? text.replaceAll('{{', '') : text));
  if (language === 'en') return keys;
  const english = englishOnly(language);
  return [...keys, ...texts.filter((text) => english.has(text))];
}
