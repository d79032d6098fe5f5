/** Numbers, lists and plurals in the three languages: Chromium has no Kyrgyz, so none of it comes from Intl. */
import type { Language } from '../domain/base/primitives.ts';

/**
 * A blank that does not break: Russian and Kyrgyz group thousands with it. Not the narrow one (U+202F): Excel does not
 * read that as a number, and the fonts of some laptops draw a box for it.
 */
const nbsp = '\u00a0';

/** A whole number with its thousands grouped; Kyrgyz and Russian leave four digits together. */
export function formatNumber(value: number, language: Language): string {
  const whole = Math.trunc(value);
  const sign = whole < 0 ? '−' : '';
  const digits = String(Math.abs(whole));
  const grouped = (separator: string) => digits.replace(/\B(?=(\d{3})+$)/gu, separator);
  if (language === 'en') return sign + grouped(',');
  return sign + (digits.length > 4 ? grouped(nbsp) : digits);
}

/** A number that need not be whole, with at most so many decimals: `−0,5`, English `−0.5`. */
export const formatDecimal = (value: number, language: Language, decimals = 1): string =>
  String(Number(value.toFixed(decimals)))
    .replace('-', '−')
    .replace('.', decimalPoint(language));

export const decimalPoint = (language: Language): '.' | ',' => (language === 'en' ? '.' : ',');

/** A share of one, not negative, as a percentage with at most one decimal: `12,5 %`, English `12.5%`. */
export function formatPercent(share: number, language: Language): string {
  const [whole = '0', tenth = '0'] = (Math.round(share * 1000) / 10).toFixed(1).split('.');
  const point = language === 'en' ? '.' : ',';
  const number = tenth === '0' ? whole : `${whole}${point}${tenth}`;
  return language === 'en' ? `${number}%` : `${number}${nbsp}%`;
}

const units: Record<Language, readonly string[]> = {
  ky: ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'],
  ru: ['Б', 'КБ', 'МБ', 'ГБ', 'ТБ'],
  en: ['B', 'KB', 'MB', 'GB', 'TB'],
};

/** A size in bytes in steps of 1,024, with at most one decimal. */
export function formatBytes(bytes: number, language: Language): string {
  let value = Math.max(0, bytes);
  let step = 0;
  // Never `1 024 КБ`: what would round up to the next unit is said in it.
  while (Math.round(value) >= 1024 && step < units.en.length - 1) {
    value /= 1024;
    step += 1;
  }
  const rounded = value >= 9.95 || step === 0 ? String(Math.round(value)) : value.toFixed(1);
  return `${language === 'en' ? rounded : rounded.replace('.', ',')}${nbsp}${units[language][step] ?? ''}`;
}

const lastLink: Record<Language, string> = { ky: ' жана ', ru: ' и ', en: ' and ' };

/** `a, b жана c`, `a, b и c`, `a, b and c`. */
export function formatList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? '';
  return items.slice(0, -1).join(', ') + lastLink[language] + (items.at(-1) ?? '');
}

/** Which wording a number takes: Kyrgyz and English have one and other, Russian one, few and many (CLDR). */
export function pluralCategory(language: Language, count: number): 'one' | 'few' | 'many' | 'other' {
  if (language !== 'ru') return count === 1 ? 'one' : 'other';
  if (!Number.isInteger(count)) return 'other';
  const tens = Math.abs(count) % 100;
  const ones = tens % 10;
  if (ones === 1 && tens !== 11) return 'one';
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 'few' : 'many';
}
