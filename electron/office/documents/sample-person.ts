/**
 * The person that designs are tried with: nobody, with names as long as travel documents have them, from the organisation and
 * the election with the longest names in the register.
 */
import { observerCategories, type ObserverCategory } from '#shared/domain/records/application.ts';
import { printedSample } from '#shared/domain/records/observer-lists.ts';
import type { PrintedPerson } from '#shared/domain/records/certificate.ts';
import type { DesignTexts, Face } from '#shared/domain/records/design.ts';
import { emptyTrilingual, languages, type Language, type Trilingual } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { sampleCodes } from './badge-code.ts';
import { personOnPaper, type PersonData } from './person-data.ts';

/** Invented; a document's machine-readable zone holds 39 letters, and these are as many. */
const names: PrintedPerson['names'] = {
  latin: { surname: 'Abdyrakhmanova-Zhumagulova', given: 'Gulzhamal-Aichurok' },
  ky: { surname: 'Абдырахманова-Жумагулова', given: 'Гүлжамал-Айчүрөк' },
  ru: { surname: 'Абдырахманова-Жумагулова', given: 'Гульжамал-Айчурек' },
};

/** As long as the longest organisation of the round of 2025; used while the register has none as long. */
const longOrganisation: Trilingual = {
  ky: 'Европадагы коопсуздук жана кызматташтык уюмунун Демократиялык институттар жана адам укуктары боюнча бюросу',
  ru: 'Бюро по демократическим институтам и правам человека Организации по безопасности и сотрудничеству в Европе',
  en: 'Office for Democratic Institutions and Human Rights of the Organization for Security and Co-operation in Europe',
};
const longElection: Trilingual = {
  ky: 'Кыргыз Республикасынын Жогорку Кеңешинин депутаттарын мөөнөтүнөн мурда шайлоо',
  ru: 'Досрочные выборы депутатов Жогорку Кенеша Кыргызской Республики',
  en: 'Early elections of deputies of the Jogorku Kenesh of the Kyrgyz Republic',
};

const length = (text: Trilingual): number => languages.reduce((sum, language) => sum + text[language].length, 0);
const longest = (texts: Iterable<Trilingual>): Trilingual =>
  [...texts].reduce((long, text) => (length(text) > length(long) ? text : long), emptyTrilingual);

export function samplePerson(
  state: State,
  category: ObserverCategory,
  chosen: readonly Language[],
  texts: DesignTexts,
  face: Face,
): PersonData {
  const rule = state.settings?.certificates;
  const person: PrintedPerson = {
    names,
    category,
    ...printedSample,
    organisation: longest([longOrganisation, ...[...state.organisations.values()].map(({ name }) => name)]),
    organisationShort: emptyTrilingual,
    picture: null,
    chair: state.settings?.chair ?? emptyTrilingual,
    commission: state.settings?.commission ?? emptyTrilingual,
    electionName: longest([longElection, ...[...state.elections.values()].map(({ name }) => name)]),
  };
  const number = (rule?.format ?? '{series}-{number}')
    .replace('{series}', rule?.series ?? 'A')
    .replace('{number}', '8'.repeat(rule?.digits ?? 4));
  const certificate = {
    ...{ id: 'sample', number, electionId: 'sample' },
    ...{ issuedOn: '2025-10-28', validFrom: '2025-10-28', validUntil: null },
  };
  return personOnPaper(state, person, certificate, chosen, texts, sampleCodes(face, state, certificate, person));
}

/** The category whose name is the longest: what fits for it fits for the others. */
export function longestCategory(wordOf: (category: ObserverCategory) => string): ObserverCategory {
  return observerCategories.reduce((long, one) => (wordOf(one).length > wordOf(long).length ? one : long));
}
