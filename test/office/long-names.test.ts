import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { PersonData } from '../../electron/office/documents/person-data.ts';
import { render, type DocumentContent } from '../../electron/office/documents/render.ts';
import { roundOrganisations, roundElection } from '../../electron/office/sample/round.data.ts';
import { sampleSettings } from '../../electron/office/sample/carry-round.ts';
import type { Paper } from '../../electron/office/documents/paper-data.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { locales } from '#locales/index.ts';
import { languages, type Trilingual } from '#shared/domain/base/primitives.ts';
import { pdfText } from '../support/pdf.ts';
import { testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());
const program = promisify(execFile);

const three = (words: Trilingual) => languages.map((lang) => ({ lang, text: words[lang] }));
const longestOrganisation = roundOrganisations.find(({ id }) => id === 'odihr')?.fields.name ?? roundElection.name;

const person = (surname: string, given: string, cyrillic: string): PersonData => ({
  number: 'A-0001',
  surname,
  given,
  names: [
    { lang: 'ky', text: cyrillic },
    { lang: 'ru', text: `${cyrillic}а` },
  ],
  certificateTitles: three({ ky: 'Күбөлүк', ru: 'Удостоверение', en: 'Certificate' }),
  fields: {},
  back: [],
  badgeTitles: three({ ky: 'Эл аралык байкоочу', ru: 'Международный наблюдатель', en: 'International observer' }),
  commission: three(sampleSettings.commission),
  organisations: three(longestOrganisation),
  categories: three({ ky: 'Узак мөөнөттүү байкоочу', ru: 'Долгосрочный наблюдатель', en: 'Long-term observer' }),
  elections: three(roundElection.name),
  validity: three({ ky: 'Жарыяланганга чейин', ru: 'До опубликования', en: 'Until publication' }),
  issued: three({ ky: 'Берилген', ru: 'Выдано', en: 'Issued' }),
  chairs: three({ ky: 'Төрага: Ү. Үлгүбеков', ru: 'Председатель', en: 'Chairperson' }),
  withIdentity: three({ ky: 'Документ менен', ru: 'С документом', en: 'With a document' }),
  category: 'long-term',
  picture: null,
  codes: { front: 'KG-OBS/1;jk-2025;A-0001', back: 'KG-OBS/1;jk-2025;A-0001' },
});

const make = (content: DocumentContent) =>
  render(content, {
    compiler,
    photos: {
      read: () => Promise.resolve(null),
    },
    emblems: { find: () => Promise.reject(new Error('no emblem is looked for')) },
    sample: true,
    words: locales,
    languages: [...languages],
    signal: new AbortController().signal,
    progress: () => undefined,
  });

const paper = (format: Paper['format'], people: PersonData[], title: string = format): DocumentContent => ({
  ...{ template: 'paper.typ', title, printer: null },
  papers: [{ format, twoSided: false, design: defaultDesign, people }],
});
const contents = (people: PersonData[]): DocumentContent[] =>
  (['certificate', 'a6', 'a7-sheet', 'card-sheet'] as const).map((format) => paper(format, people));

type Box = { left: number; top: number; right: number; bottom: number; word: string };

/** Where each word of the first page stands, in points, and how large the page is. */
async function wordsOf(pdf: Uint8Array): Promise<{ width: number; height: number; words: Box[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'words-'));
  try {
    await writeFile(join(folder, 'a.pdf'), pdf);
    const { stdout } = await program('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-'], { maxBuffer: 1e7 });
    const page = /<page width="([\d.]+)" height="([\d.]+)"/u.exec(stdout);
    const words = [
      ...stdout.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gu),
    ];
    return {
      width: Number(page?.[1]),
      height: Number(page?.[2]),
      words: words.map(([, left, top, right, bottom, word = '']) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        word,
      })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('names and organisations of any length', () => {
  it('stay on their certificate and badge', async () => {
    const letters = (alphabet: string, most: number) =>
      fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: most, size: 'max' }).map((one) => one.join(''));
    await fc.assert(
      fc.asyncProperty(
        letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 60),
        letters('abcdefghijklmn opqrstuvwxyz-', 60),
        letters('АБВГДЕЖЗИКЛМНҢОӨПРСТУҮ ', 90),
        async (surname, given, cyrillic) => {
          for (const content of contents([person(surname, given, cyrillic)])) {
            const made = await make(content);
            if (!made.ok) throw new Error(`${content.title}: ${JSON.stringify(made.refusal)}`);
            const { width, height, words } = await wordsOf(made.value.pdf);
            for (const { left, top, right, bottom, word } of words) {
              // The sample mark is turned and lies across everything on purpose.
              if (/^[·ҮЛГҮОБРАЗЕЦSAMPLE]+$/u.test(word)) continue;
              expect(left, `${word} on ${content.title}`).toBeGreaterThanOrEqual(0);
              expect(top, word).toBeGreaterThanOrEqual(-1);
              expect(right, word).toBeLessThanOrEqual(width);
              expect(bottom, word).toBeLessThanOrEqual(height + 1);
            }
          }
        },
      ),
      { numRuns: 8, seed: 7, endOnFailure: true },
    );
  });

  it('print every letter of the longest surname, however small', async () => {
    const surname = 'WOLFESCHLEGELSTEINHAUSENBERGERDORFFVORALTERNWARENGEWISSENHAFT';
    for (const content of contents([person(surname, 'Hubert', 'Вольфешлегельштайнхаузенбергердорф')])) {
      const made = await make(content);
      expect(made.ok).toBe(true);
      if (!made.ok) continue;
      const text = (await pdfText(made.value.pdf)).join('').replace(/[\s\u200b\u00ad-]/gu, '');
      expect(text, content.title).toContain(surname);
    }
  });

  it('stop the print and name the person when no font has a letter', async () => {
    const made = await make(paper('a6', [person('OAK', 'Elowina', 'Оук 漢')]));
    expect(made).toMatchObject({
      ok: false,
      refusal: {
        code: 'document.missingGlyph',
        params: { person: 'OAK Elowina', character: '漢', codePoint: 'U+6F22' },
      },
    });
  });

  it('are never taken for markup', async () => {
    const made = await make(paper('a6', [person('OAK', '#let x = 1 *bold* $a$ [b]', 'Оук')], '#panic("x")'));
    expect(made.ok).toBe(true);
    if (made.ok) expect((await pdfText(made.value.pdf)).join('')).toContain('*bold*');
  });
});
