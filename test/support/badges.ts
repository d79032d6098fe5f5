/** Made-up people as badges print them, as many as wanted and others in every round: what repeats costs nothing twice. */
import { createHash } from 'node:crypto';
import type { Compiler } from '../../electron/office/documents/compiler.ts';
import type { PersonData } from '../../electron/office/documents/person-data.ts';
import { render } from '../../electron/office/documents/render.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { samplePeople } from '../../electron/office/sample/people.ts';
import { roundOrganisations, roundElection } from '../../electron/office/sample/round.data.ts';
import { locales } from '#locales/index.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';

export type Badge = { person: PersonData; photo: Uint8Array };

/** Endings that make other people of the same ones, in Latin and in Cyrillic. */
const tails = [
  ['', ''],
  ['an', 'ан'],
  ['ek', 'эк'],
  ['is', 'ис'],
  ['or', 'ор'],
  ['um', 'ум'],
] as const;

export function makeBadges(count: number, round = 0): Badge[] {
  const people = samplePeople();
  return Array.from({ length: count }, (_, index) => {
    const sample = people[index % people.length];
    const organisation = roundOrganisations.find(({ id }) => id === sample?.organisationId);
    if (!sample || !organisation) throw new Error('the sample is empty');
    const { names, category, sex } = sample.fields;
    const photo = drawPortrait(10_000 * (round + 1) + index, sex ?? 'unspecified');
    const number = `${'ABCDEF'[round % 6] ?? 'A'}-${String(index + 1).padStart(4, '0')}`;
    const endings = [tails[round % tails.length], tails[Math.floor(index / people.length) % tails.length]];
    const [latin, cyrillic] = [0, 1].map((script) => endings.map((tail) => tail?.[script] ?? '').join(''));
    const three = (words: { ky: string; ru: string; en: string }) =>
      (['ky', 'ru', 'en'] as const).map((lang) => ({ lang, text: words[lang] }));
    const person: PersonData = {
      number,
      surname: `${names.latin.surname}${latin ?? ''}`,
      given: names.latin.given,
      names: [{ lang: 'ky', text: `${names.ky.surname}${cyrillic ?? ''} ${names.ky.given}` }],
      certificateTitles: [],
      fields: {},
      back: [],
      badgeTitles: three({ ky: 'Эл аралык байкоочу', ru: 'Международный наблюдатель', en: 'International observer' }),
      commission: three({ ky: 'Борбордук комиссия', ru: 'Центральная комиссия', en: 'Central Election Commission' }),
      organisations: three(organisation.fields.name),
      categories: three({ ky: 'Байкоочу', ru: 'Наблюдатель', en: 'Observer' }),
      elections: three(roundElection.name),
      validity: [],
      issued: [],
      chairs: [],
      withIdentity: [],
      category,
      picture: createHash('sha256').update(photo).digest('hex'),
      codes: { front: `KG-OBS/1;jk-2025;${number}`, back: `KG-OBS/1;jk-2025;${number}` },
    };
    return { person, photo };
  });
}

/** The badges on A6 sheets, as PDF. */
export async function printBadges(
  compiler: Compiler,
  badges: readonly Badge[],
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Uint8Array> {
  const byHash = new Map(badges.map(({ person, photo }) => [person.picture, photo]));
  const people = badges.map(({ person }) => person);
  const made = await render(
    {
      ...{ template: 'paper.typ', title: 'Badges', printer: null },
      papers: [{ format: 'a6-sheet', twoSided: false, design: defaultDesign, people }],
    },
    {
      compiler,
      photos: {
        read: (hash) => Promise.resolve({ bytes: byHash.get(hash) ?? new Uint8Array(), type: 'image/png' }),
      },
      emblems: { find: () => Promise.reject(new Error('no emblem is looked for here')) },
      sample: true,
      words: locales,
      languages: ['ky', 'ru', 'en'],
      signal: new AbortController().signal,
      progress,
    },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.pdf;
}
