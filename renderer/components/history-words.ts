/** The facts and changes of a record's history, in the clerk's words. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryChange, HistoryFact, HistoryValue } from '#shared/contract/history.ts';
import type { locales } from '#locales/index.ts';
import { observerFields } from '#shared/domain/records/observer-fields.ts';
import { isOfKind, observerFieldNames } from '#shared/domain/records/observer-lists.ts';
import { isIsoDate, type Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { useLanguage } from '../base/i18n.ts';
import { word } from '../base/wording.ts';
import { usePaperName } from './paper-name.ts';

/** Every field of the observer has its name in the history; a missing one fails the type check. */
const observerNames = observerFieldNames satisfies readonly (keyof (typeof locales)['ky']['history']['field'])[];

/** Fields that hold a word of the domain, and the list it is from. */
const lists: Record<string, string> = {
  ...Object.fromEntries(
    observerNames.filter((name) => isOfKind(name, 'choice')).map((name) => [name, observerFields[name].choice.list]),
  ),
  'document.kind': 'documentKind',
  kind: 'organisationKind',
  invitedBy: 'inviter',
  status: 'status',
  decisionStatus: 'decisionStatus',
  certificateStatus: 'certificateState',
  electionKind: 'electionKind',
  'calledBy.instrument': 'instrument',
};
/** Before the name of the paper whose day it is. */
const paperDays = 'paperDays.';
const countries = new Set<string>([
  ...observerNames.filter((name) => isOfKind(name, 'country')),
  'document.issuer',
  'country',
]);

export function useHistoryWords() {
  // Drawn again when the language changes.
  useTranslation(['history', 'domain']);
  const language = useLanguage();
  const paperName = usePaperName();
  const factWords = useCallback((fact: HistoryFact) => wordFact(fact, language), [language]);
  const changeWords = useCallback(
    (change: HistoryChange) => wordChange(change, language, paperName),
    [language, paperName],
  );
  return { factWords, changeWords };
}

/** What a fact's wording depends on, by the order of asking. */
const variants = ['verdict', 'paper', 'to', 'action'] as const;

export function wordFact({ type, params }: HistoryFact, language: Language): string {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) values[name] = plain(value, language);
  const given = variants.map((name) => params[name]).find((value) => typeof value === 'string');
  if ('decidedOn' in params) values.decision = wordDecision(params);
  const variant = type === 'decision.annexReduced' ? 'one' : given;
  return word(`history:fact.${type}${variant ? `.${variant}` : ''}`, values).trim();
}

function wordDecision({ decision, decidedOn }: HistoryFact['params']): string {
  const date = typeof decidedOn === 'string' ? formatDate(decidedOn) : null;
  if (typeof decision === 'string' && date) return word('history:decision.adopted', { number: decision, date });
  return date ? word('history:decision.draft', { date }) : word('history:decision.gone');
}

/** `paperName` knows the names that the office itself gave to papers. */
export function wordChange(
  change: HistoryChange,
  language: Language,
  paperName: (id: string) => string = (id) => word(`domain:paper.${id}`),
): string {
  const { field, from, to } = change;
  if (field === 'photo')
    return word(`history:${from === null ? 'photoAdded' : to === null ? 'photoRemoved' : 'photoReplaced'}`);
  const { label, ...values } = wordSides(change, language, paperName);
  return word('history:change', { field: label, ...values });
}

/** The name of a field and what stands in it on either side. */
export function wordSides(
  { field, language: changed, from, to }: HistoryChange,
  language: Language,
  paperName: (id: string) => string = (id) => word(`domain:paper.${id}`),
): { label: string; from: string; to: string } {
  const name = field.startsWith(paperDays)
    ? word('history:field.paperDays', { paper: paperName(field.slice(paperDays.length)) })
    : word(`history:field.${field}`);
  const label = changed ? word('history:in', { field: name, language: word(`history:languages.${changed}`) }) : name;
  const shown = (value: HistoryValue): string => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return word('history:nothing');
    if (field === 'photo') return word('history:yes');
    if (typeof value === 'boolean') return word(value ? 'history:yes' : 'history:no');
    const list = lists[field];
    if (field === 'papers' && Array.isArray(value)) return value.map(paperName).join(', ');
    if (Array.isArray(value)) return value.map((item) => (list ? word(`domain:${list}.${item}`) : item)).join(', ');
    if (typeof value !== 'string') return plain(value, language);
    if (list) return word(`domain:${list}.${value}`);
    return countries.has(field) ? countryName(value, language) : plain(value, language);
  };
  return { label, from: shown(from), to: shown(to) };
}

function plain(value: HistoryValue, language: Language): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'object') return value[language];
  return typeof value === 'string' && isIsoDate(value) ? formatDate(value) : String(value);
}
