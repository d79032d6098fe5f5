/** Days as the three languages write them. The office's own patterns: Intl writes Kyrgyz dates wrong or in English. */
import { isIsoDate } from '../domain/base/iso-date.ts';
import { languages } from '../domain/base/languages.ts';
import type { Instant, IsoDate, Language } from '../domain/base/primitives.ts';

/** Months as they stand in a date: `30-ноябры`, `30 ноября`, `30 November`. */
const monthInDate: Record<Language, readonly string[]> = {
  ky: [
    'январы',
    'февралы',
    'марты',
    'апрели',
    'майы',
    'июну',
    'июлу',
    'августу',
    'сентябры',
    'октябры',
    'ноябры',
    'декабры',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Months by themselves, as a calendar heads its pages. */
export const monthNames: Record<Language, readonly string[]> = {
  ky: [
    'Январь',
    'Февраль',
    'Март',
    'Апрель',
    'Май',
    'Июнь',
    'Июль',
    'Август',
    'Сентябрь',
    'Октябрь',
    'Ноябрь',
    'Декабрь',
  ],
  ru: [
    'Январь',
    'Февраль',
    'Март',
    'Апрель',
    'Май',
    'Июнь',
    'Июль',
    'Август',
    'Сентябрь',
    'Октябрь',
    'Ноябрь',
    'Декабрь',
  ],
  en: monthInDate.en,
};

/** Days of the week from Monday, short, as a calendar heads its columns. */
export const weekdayNames: Record<Language, readonly string[]> = {
  ky: ['дш', 'шш', 'шр', 'бш', 'жм', 'иш', 'жк'],
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
};

const parts = (date: IsoDate): [string, number, number] => {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year, Number(month), Number(day)];
};

/** `30.11.2025`, in all three languages. */
export function formatDate(date: IsoDate, _language?: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** What a Kyrgyz date takes in a sentence: up to a day, or of a day; after a front vowel (`апрели`) the second form. */
const kyrgyzEndings = { to: ['на', 'не'], of: ['ндагы', 'ндеги'] } as const;

/**
 * `2025-жылдын 30-ноябры`, `30 ноября 2025 г.`, `30 November 2025`; the number does not break from its word. With a
 * case Kyrgyz writes `30-ноябрына` or `30-ноябрындагы`; the others say it with a word beside the date.
 */
export function formatLongDate(date: IsoDate, language: Language, inCase?: keyof typeof kyrgyzEndings): string {
  const [year, month, day] = parts(date);
  const name = monthInDate[language][month - 1] ?? '';
  switch (language) {
    case 'ky': {
      const ending = inCase ? kyrgyzEndings[inCase][name.endsWith('и') ? 1 : 0] : '';
      return `${year}-жылдын ${String(day)}-${name}${ending}`;
    }
    case 'ru':
      return `${String(day)}\u00a0${name} ${year}\u00a0г.`;
    case 'en':
      return `${String(day)}\u00a0${name} ${year}`;
  }
}

/** A moment at the laptop's own clock, `30.11.2025 14:05`; `offsetMinutes` is what the clock is ahead of UTC. */
export function formatDateTime(instant: Instant, offsetMinutes: number): string {
  const local = new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString();
  return `${formatDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** `24.10.2025 – 30.11.2025`; one day alone when both are the same. */
export const formatDateRange = (from: IsoDate, to: IsoDate): string =>
  from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;

/** Every writing of a month, lower case, and its number; three letters or more of one are enough (`сен`, `sept`). */
const monthWords = languages.flatMap((language) =>
  [monthNames, monthInDate].flatMap((names) =>
    names[language].map((name, index) => [name.toLowerCase(), index + 1] as const),
  ),
);

/** The words that stand in a date beside its month. */
const aroundDate = new Set('г ж год года жыл жылы жылдын of the st nd rd th'.split(' '));

/** The one month that the words of a date name; null when there is none, another one too, or any other word. */
function monthOf(words: readonly string[]): number | null {
  const [name, ...others] = words.filter((word) => !aroundDate.has(word));
  if (name === undefined || name.length < 3 || others.length > 0) return null;
  return monthWords.find(([known]) => known.startsWith(name))?.[1] ?? null;
}

const iso = (year: number, month: number, day: number): IsoDate | null => {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year)}-${two(month)}-${two(day)}`;
  return isIsoDate(date) ? date : null;
};

/**
 * A day in one of the usual writings: `30.11.2025`, `30/11/2025`, `30-11-2025`, `2025-11-30`, `30 ноября 2025 г.`,
 * `2025-жылдын 30-ноябры`, `30 Nov 2025`, `November 30, 2025`. Null for anything else: a year of two digits is a
 * guess, and nobody's birthday is guessed. Days come before months, as everywhere but in the United States.
 */
export function parseTypedDate(text: string): IsoDate | null {
  const typed = text.normalize('NFC').trim().toLowerCase();
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]00:00.*)?$/u.exec(typed);
  if (yearFirst) return iso(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = /^(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4})\s*(?:г\.?|ж\.?)?$/u.exec(typed);
  if (dayFirst) return iso(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const compact = /^(\d{2})(\d{2})(\d{4})$/u.exec(typed);
  if (compact) return iso(Number(compact[3]), Number(compact[2]), Number(compact[1]));
  const month = monthOf(typed.match(/\p{L}+/gu) ?? []);
  const numbers = typed.match(/\d+/gu) ?? [];
  if (!month || numbers.length !== 2) return null;
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  return year && day ? iso(Number(year), month, Number(day)) : null;
}
