/** The person on a certificate or badge, as the templates read it: every text resolved, every date written out. */
import { printedPerson } from '#shared/domain/decide/certificate.ts';
import { validUntilOf, type Certificate, type PrintedPerson } from '#shared/domain/records/certificate.ts';
import type { ObserverCategory } from '#shared/domain/records/application.ts';
import { printedFields, type PrintedFieldName } from '#shared/domain/records/observer-lists.ts';
import type { DesignTexts } from '#shared/domain/records/design.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { isComplete, type Language, type Trilingual } from '#shared/domain/base/primitives.ts';
import { formatDate, formatLongDate } from '#shared/text/dates.ts';
import type { State } from '#shared/domain/register/state.ts';
import { plainText } from '../lists/plain-text.ts';
import { wordsOf } from '../wording/words.ts';
import type { PaperCodes } from './badge-code.ts';
import { fill } from '../wording/fill.ts';

/** A text with the language it is in: hyphens and quotation marks follow it. */
export type InLanguage = { lang: Language; text: string };

export type PersonData = {
  number: string;
  surname: string;
  given: string;
  names: InLanguage[];
  certificateTitles: InLanguage[];
  badgeTitles: InLanguage[];
  commission: InLanguage[];
  organisations: InLanguage[];
  categories: InLanguage[];
  elections: InLanguage[];
  validity: InLanguage[];
  issued: InLanguage[];
  chairs: InLanguage[];
  withIdentity: InLanguage[];
  /** The observer's fields that are shown by their kind. */
  fields: Partial<Record<PrintedFieldName, InLanguage[]>>;
  /** For whoever finds the badge. */
  back: InLanguage[];
  category: ObserverCategory;
  /** SHA-256 of the picture, null for none. */
  picture: string | null;
  codes: PaperCodes;
};

/** What a certificate prints: the person as first printed, as they stand now while it has not been printed. */
export function personData(
  state: State,
  certificate: Certificate,
  languages: readonly Language[],
  texts: DesignTexts,
  codesOf: (person: PrintedPerson) => PaperCodes,
): PersonData | null {
  const application = state.applications.get(certificate.applicationId);
  const person = certificate.printed ?? (application ? printedPerson(state, application) : null);
  return person && personOnPaper(state, person, certificate, languages, texts, codesOf(person));
}

/** The same for a person who need not be in the register: the sample that designs are tried with. */
export function personOnPaper(
  state: State,
  person: PrintedPerson,
  certificate: Pick<Certificate, 'number' | 'electionId' | 'validUntil' | 'issuedOn'>,
  languages: readonly Language[],
  texts: DesignTexts,
  codes: PaperCodes,
): PersonData {
  const each = (write: (language: Language) => string): InLanguage[] =>
    languages.map((lang) => ({ lang, text: write(lang) }));
  const words = (language: Language) => wordsOf(state)[language].documents;
  /** The office's own text of the design, else the program's word. */
  const own = (text: keyof DesignTexts, word: (language: Language) => string) =>
    each((language) => texts[text][language] || word(language));
  return {
    number: certificate.number,
    surname: person.names.latin.surname,
    given: person.names.latin.given,
    names: namesBeside(person, languages),
    certificateTitles: own('certificateTitle', (language) => words(language).certificate.title),
    badgeTitles: own('badgeTitle', (language) => words(language).badge.title),
    commission: each((language) => person.commission[language]),
    organisations: each((language) => organisationText(person.organisation, person.organisationShort, language)),
    categories: each((language) => wordsOf(state)[language].domain.category[person.category]),
    elections: each((language) => person.electionName[language]),
    validity: each((language) => validity(state, certificate, language)),
    issued: each((language) =>
      fill(words(language).certificate.issuedOn, { date: formatDate(certificate.issuedOn, language) }),
    ),
    chairs: each((language) => `${words(language).certificate.chair}: ${person.chair[language]}`),
    withIdentity: own('identity', (language) => words(language).certificate.withIdentity),
    fields: Object.fromEntries(
      printedFields.map((name) => [
        name,
        each((language) => plainText(name, person, language, wordsOf(state)[language])),
      ]),
    ),
    back: own('back', (language) => wordsOf(state)[language].designs.paper.back),
    category: person.category,
    picture: person.picture,
    codes,
  };
}

/** The Kyrgyz and Russian writings beside the Latin one; alike they are printed once. */
function namesBeside({ names }: PrintedPerson, languages: readonly Language[]): InLanguage[] {
  const written = languages.flatMap((lang): InLanguage[] =>
    lang === 'en' ? [] : [{ lang, text: fullName(names[lang]) }],
  );
  return written.filter(
    ({ text }, index) => text !== '' && written.findIndex((other) => other.text === text) === index,
  );
}

const organisationText = (name: Trilingual, short: Trilingual, language: Language): string =>
  isComplete(short) && name[language].length > 90 ? `${name[language]} (${short[language]})` : name[language];

function validity(
  state: State,
  certificate: Pick<Certificate, 'validUntil' | 'electionId'>,
  language: Language,
): string {
  const validUntil = validUntilOf(certificate, state.elections.get(certificate.electionId));
  const words = wordsOf(state)[language].documents.certificate;
  return validUntil
    ? fill(words.validUntilDate, { date: formatLongDate(validUntil, language, 'to') })
    : words.validUntilResults;
}
