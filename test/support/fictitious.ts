/** Made-up records for tests: everything a rule asks for, and nobody who exists. */
import { emptyApplicationFields, type ApplicationFields } from '#shared/domain/records/application.ts';
import { defaultChecklist } from '#shared/domain/records/checklist.ts';
import { emptyTrilingual, type Trilingual } from '#shared/domain/base/primitives.ts';
import { usualSession } from '#shared/domain/records/voting-rules.ts';
import type { OrganisationFields } from '#shared/domain/records/organisation.ts';
import type { DecisionFields } from '#shared/domain/records/decision.ts';
import type { ElectionFields } from '#shared/domain/records/election.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';

export const threeTimes = (text: string): Trilingual => ({ ky: text, ru: text, en: text });

export const someSettings: OfficeSettings = {
  commission: {
    ky: 'Шайлоо жана референдум өткөрүү боюнча борбордук комиссия',
    ru: 'Центральная комиссия по выборам и проведению референдумов',
    en: 'Central Election Commission',
  },
  city: { ky: 'Бишкек', ru: 'Бишкек', en: 'Bishkek' },
  chair: { ky: 'А. Үлгүев', ru: 'А. Улгуев', en: 'A. Ulguev' },
  secretary: { ky: 'Б. Сынакова', ru: 'Б. Сынакова', en: 'B. Synakova' },
  certificates: { series: 'A', format: '{series}-{number}', digits: 4, blocks: [] },
  session: usualSession,
  legalBases: [],
  clerk: 'Т. Сынакчы',
  lockAfter: 10,
  checklist: defaultChecklist,
};

export const someElection: ElectionFields = {
  kind: 'early-parliamentary',
  name: threeTimes('Сынак шайлоо'),
  votingDay: '2025-11-30',
  calledBy: { instrument: 'decree', number: '272', date: '2025-09-30', publishedOn: '2025-09-30' },
  resultsPublishedOn: null,
  districts: 30,
};

export const someOrganisation: OrganisationFields = {
  kind: 'international-organisation',
  name: threeTimes('Сынак уюму'),
  short: emptyTrilingual,
  formerNames: [],
  country: null,
  contact: '',
};

export const someDecision: DecisionFields = {
  sessionDate: '2025-10-24',
  minutesNumber: '1',
  title: threeTimes('Байкоочуларды аккредитациялоо жөнүндө'),
  legalBasis: threeTimes('Мыйзам'),
  votes: { for: 10, against: 0, abstained: 0 },
  present: 10,
  signatories: [{ role: 'chairperson', name: someSettings.chair }],
};

/** Six digits that jump about as n goes up, each number once: neighbours must not look like one person mistyped. */
const scattered = (n: number): string => String((n * 7919 + 271_828) % 1_000_000).padStart(6, '0');

/** Letters for six digits, a syllable each: names hold no digits. */
const letters = (n: number, syllables: readonly string[]): string =>
  Array.from(scattered(n), (digit) => syllables[Number(digit)] ?? '').join('');
const latinSyllables = ['ba', 'de', 'gi', 'ko', 'lu', 'my', 'na', 're', 'si', 'to'];
const cyrillicSyllables = ['ба', 'де', 'ги', 'ко', 'лу', 'мы', 'на', 'ре', 'си', 'то'];

/** The n-th made-up person, with everything that *ready* asks for; no two are alike in name or document. */
export function somePerson(n: number): ApplicationFields {
  const latin = `Zz${letters(n, latinSyllables)}`;
  const cyrillic = `Зз${letters(n, cyrillicSyllables)}`;
  const month = String((n % 12) + 1).padStart(2, '0');
  const day = String((n % 28) + 1).padStart(2, '0');
  const hash = n.toString(16).padStart(64, '0');
  return {
    ...emptyApplicationFields,
    receivedOn: '2025-10-10',
    receivedHow: 'ministry',
    names: {
      latin: { surname: latin, given: `Sample${letters(n + 1, latinSyllables)}` },
      ky: { surname: cyrillic, given: `Үлгү${letters(n + 1, cyrillicSyllables)}` },
      ru: { surname: cyrillic, given: `Образец${letters(n + 1, cyrillicSyllables)}` },
      confirmed: true,
    },
    sex: n % 2 === 0 ? 'female' : 'male',
    birthDate: `${String(1950 + (n % 50))}-${month}-${day}`,
    citizenship: 'MNG',
    document: {
      kind: 'passport',
      number: `SMP${scattered(n)}`,
      issuer: 'MNG',
      expiry: '2030-01-01',
      mrz: [],
    },
    position: threeTimes('Сынак'),
    photo: { original: hash, crop: { x: 0, y: 0, width: 300, height: 400, turn: 0 }, picture: hash },
    papers: ['passport-copy', 'photo'],
    paperDays: {},
  };
}

/** Whoever works in an office that a test opens without signing in: everything is allowed. */
export const someHead: Actor = { id: 'some-head', name: 'Б. Сынакова', role: 'head' };
