/** A plain field of an observer as a table shows it in a language. */
import { observerFields } from '#shared/domain/records/observer-fields.ts';
import { isOfKind, type FieldOfKind, type ObserverFieldName } from '#shared/domain/records/observer-lists.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import type { OfficeWords } from '../wording/words.ts';

export type PlainFieldName = Exclude<ObserverFieldName, FieldOfKind<'own'>>;

/** Empty where nothing was entered. */
export function plainText<K extends ObserverFieldName>(
  name: K,
  fields: Pick<ApplicationFields, K & PlainFieldName>,
  language: Language,
  words: OfficeWords[Language],
): string {
  const value: unknown = (fields as Partial<Record<ObserverFieldName, unknown>>)[name] ?? '';
  if (isOfKind(name, 'trilingual')) return (value as ApplicationFields[FieldOfKind<'trilingual'>])[language];
  if (typeof value !== 'string' || value === '') return '';
  if (isOfKind(name, 'choice')) {
    const list: Record<string, string> = words.domain[observerFields[name].choice.list];
    return list[value] ?? '';
  }
  if (isOfKind(name, 'date')) return formatDate(value, language);
  return isOfKind(name, 'country') ? countryName(value, language) : value;
}
