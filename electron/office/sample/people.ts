/** The people of the sample: as many as the real decisions had, in the same organisations, and every one of them invented. */
import {
  emptyApplicationFields,
  type ApplicationFields,
  type ObserverCategory,
} from '#shared/domain/records/application.ts';
import { standardPapers } from '#shared/domain/records/checklist.ts';
import type { Sex } from '#shared/domain/records/person.ts';
import type { Trilingual } from '#shared/domain/base/primitives.ts';
import { mrzCheckDigit } from '#shared/text/mrz.ts';
import { givenName, surnamesOf, type Culture } from './names.ts';
import { randomFrom, type Random } from './random.ts';
import { roundOrganisations, roundDecisions } from './round.data.ts';

export type SamplePerson = {
  id: string;
  organisationId: string;
  /** Which of the round's decisions accredits the person, from 0; null for the few who wait. */
  decision: number | null;
  /** Everything but the photo, which is drawn from `seed`. */
  fields: Omit<ApplicationFields, 'photo'>;
  seed: number;
};

const cultureOfCountry: Record<string, Culture> = {
  BGR: 'slavic',
  RUS: 'slavic',
  BLR: 'slavic',
  SRB: 'slavic',
  POL: 'slavic',
  CZE: 'slavic',
  KAZ: 'turkic',
  UZB: 'turkic',
  TUR: 'turkic',
  AZE: 'turkic',
  TJK: 'turkic',
  TKM: 'turkic',
  MNG: 'mongol',
  EGY: 'arabic',
  SAU: 'arabic',
  JOR: 'arabic',
  ARE: 'arabic',
  PAK: 'arabic',
  CHN: 'eastern',
  JPN: 'eastern',
  IDN: 'malay',
  MYS: 'malay',
  VEN: 'iberian',
  ESP: 'iberian',
  PRT: 'iberian',
};

/** Whom an international organisation sends: citizens of its members, never of the host country. */
const members: Record<string, readonly string[]> = {
  'cis-mission': ['RUS', 'BLR', 'KAZ', 'UZB', 'TJK', 'AZE'],
  'ipa-cis': ['RUS', 'BLR', 'KAZ', 'TJK', 'AZE'],
  odihr: ['POL', 'DEU', 'SWE', 'CZE', 'GBR', 'ESP', 'NOR', 'USA', 'FRA'],
  'osce-pa': ['SWE', 'DEU', 'PRT', 'SRB', 'TUR', 'FIN', 'CAN'],
  'csto-pa': ['RUS', 'BLR', 'KAZ', 'TJK'],
  turkpa: ['TUR', 'AZE', 'KAZ', 'UZB'],
  ots: ['TUR', 'AZE', 'KAZ', 'UZB', 'HUN'],
  oic: ['SAU', 'PAK', 'JOR', 'MYS', 'TUR', 'ARE'],
  sco: ['CHN', 'RUS', 'KAZ', 'UZB', 'PAK', 'TJK', 'BLR'],
};

const positions: Record<ObserverCategory, Trilingual> = {
  'head-of-mission': { ky: 'Миссиянын башчысы', ru: 'Глава миссии', en: 'Head of mission' },
  'core-team': { ky: 'Укук боюнча талдоочу', ru: 'Аналитик по правовым вопросам', en: 'Legal analyst' },
  'long-term': { ky: 'Узак мөөнөттүү байкоочу', ru: 'Долгосрочный наблюдатель', en: 'Long-term observer' },
  'short-term': { ky: 'Байкоочу', ru: 'Наблюдатель', en: 'Observer' },
  interpreter: { ky: 'Котормочу', ru: 'Переводчик', en: 'Interpreter' },
  technical: { ky: 'Техникалык кызматкер', ru: 'Технический сотрудник', en: 'Technical assistant' },
};

/** People who wait, so that there is an agenda to try: not accredited, and in none of the round's figures. */
const waiting = [
  { organisationId: 'odihr', count: 3 },
  { organisationId: 'emb-jp', count: 2 },
  { organisationId: 'sco', count: 3 },
];

/** Everybody, in the order of the annexes; the same on every laptop. */
export function samplePeople(): SamplePerson[] {
  const random = randomFrom(20_251_130);
  const surnames = new Map<Culture, [string, string][]>();
  const heads = new Set<string>();
  const people: SamplePerson[] = [];
  const add = (organisationId: string, decision: number | null, receivedOn: string) => {
    const number = people.length + 1;
    const isHead = decision !== null && !heads.has(organisationId);
    heads.add(organisationId);
    people.push({
      id: `sample-${String(number).padStart(3, '0')}`,
      organisationId,
      decision,
      seed: number,
      fields: inventPerson(number, organisationId, isHead, receivedOn, random, surnames),
    });
  };
  roundDecisions.forEach(({ date, people: ofOrganisations }, decision) => {
    for (const { organisationId, count } of ofOrganisations)
      for (let i = 0; i < count; i += 1) add(organisationId, decision, daysBefore(date, 6));
  });
  for (const { organisationId, count } of waiting)
    for (let i = 0; i < count; i += 1) add(organisationId, null, '2025-11-20');
  return people;
}

function inventPerson(
  number: number,
  organisationId: string,
  isHead: boolean,
  receivedOn: string,
  random: Random,
  surnames: Map<Culture, [string, string][]>,
): SamplePerson['fields'] {
  const sex: Sex = random.next() < 0.44 ? 'female' : 'male';
  const citizenship = random.pick(
    members[organisationId] ?? [roundOrganisations.find(({ id }) => id === organisationId)?.fields.country ?? 'DEU'],
  );
  const culture = cultureOfCountry[citizenship] ?? 'western';
  const left = surnames.get(culture) ?? [];
  surnames.set(culture, left);
  if (left.length === 0) left.push(...surnamesOf(culture));
  const surname = left.pop() ?? ['Sample', 'Образец'];
  const given = givenName(culture, sex, random);
  const second = random.next() < 0.12 ? givenName(culture, sex, random) : null;
  const latin = {
    surname: surname[0],
    given: second && second[0] !== given[0] ? `${given[0]} ${second[0]}` : given[0],
  };
  const cyrillic = {
    surname: surname[1],
    given: second && second[0] !== given[0] ? `${given[1]} ${second[1]}` : given[1],
  };
  const category = isHead ? 'head-of-mission' : categoryOf(random);
  // Each on a day of birth of their own: no two of them can be taken for one person.
  const birthDate = daysBefore('2001-12-31', number * 41 + random.between(0, 39));
  const expiry = `${String(random.between(2027, 2034))}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  const document = `S${String(number).padStart(3, '0')}${String(random.between(10_000, 99_999))}`;
  const { photo: _photo, ...empty } = emptyApplicationFields;
  return {
    ...empty,
    receivedOn,
    receivedHow: 'ministry',
    category,
    names: { latin, ky: cyrillic, ru: inRussian(cyrillic), confirmed: true },
    sex,
    birthDate,
    citizenship,
    document: {
      kind: 'passport',
      number: document,
      issuer: citizenship,
      expiry,
      mrz: passportLines({ citizenship, latin, document, birthDate, sex, expiry }),
    },
    position: positions[category],
    papers: [...standardPapers],
    stayFrom: daysBefore('2025-11-30', random.between(3, 20)),
    stayTo: '2025-12-02',
  };
}

function categoryOf(random: Random): ObserverCategory {
  const chance = random.next();
  if (chance < 0.08) return 'core-team';
  if (chance < 0.2) return 'long-term';
  if (chance < 0.88) return 'short-term';
  return chance < 0.95 ? 'interpreter' : 'technical';
}

type Passport = {
  citizenship: string;
  latin: { surname: string; given: string };
  document: string;
  birthDate: string;
  sex: Sex;
  expiry: string;
};

/** The two lines a passport of these data would have (ICAO Doc 9303, TD3). */
function passportLines({ citizenship, latin, document, birthDate, sex, expiry }: Passport): string[] {
  const signs = (text: string) => text.toUpperCase().replace(/[^A-Z]+/gu, '<');
  const first = `P<${citizenship}${signs(latin.surname)}<<${signs(latin.given)}`.slice(0, 44).padEnd(44, '<');
  const number = document.padEnd(9, '<');
  const born = birthDate.replaceAll('-', '').slice(2);
  const until = expiry.replaceAll('-', '').slice(2);
  const optional = '<'.repeat(14);
  const composite = `${number}${mrzCheckDigit(number)}${born}${mrzCheckDigit(born)}${until}${mrzCheckDigit(until)}${optional}0`;
  const second =
    `${number}${mrzCheckDigit(number)}${citizenship}${born}${mrzCheckDigit(born)}${sex === 'female' ? 'F' : 'M'}` +
    `${until}${mrzCheckDigit(until)}${optional}0${mrzCheckDigit(composite)}`;
  return [first, second];
}

/** Russian has no Ң, Ө and Ү of its own. */
const russianLetters: Record<string, string> = { Ң: 'Н', ң: 'н', Ө: 'О', ө: 'о', Ү: 'У', ү: 'у' };

function inRussian({ surname, given }: { surname: string; given: string }) {
  const write = (text: string) => text.replace(/[ҢңӨөҮү]/gu, (letter) => russianLetters[letter] ?? letter);
  return { surname: write(surname), given: write(given) };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day so many days before a day, YYYY-MM-DD. */
function daysBefore(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00.000Z`);
  moment.setUTCDate(moment.getUTCDate() - days);
  return moment.toISOString().slice(0, 10);
}
