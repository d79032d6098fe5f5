/** Countries as the office writes them, by ISO 3166-1 alpha-3 or one of ICAO 9303's special codes. */
import { languages, type Language } from '../domain/base/primitives.ts';
import { countryData } from './countries.data.ts';
import { sortKey } from './sort.ts';

export const isCountry = (code: string): boolean => Object.hasOwn(countryData, code);

/** The country's name; the code itself for one that is not known. */
export const countryName = (code: string, language: Language): string =>
  countryData[code]?.[languages.indexOf(language)] ?? code;

const sorted = new Map<Language, { code: string; name: string }[]>();

/** Every country and special code in the alphabet of the language. */
export function allCountries(language: Language): readonly { code: string; name: string }[] {
  const known = sorted.get(language);
  if (known) return known;
  const list = Object.keys(countryData)
    .map((code) => ({ code, name: countryName(code, language) }))
    .map((country) => ({ country, key: sortKey(country.name, language) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ country }) => country);
  sorted.set(language, list);
  return list;
}
