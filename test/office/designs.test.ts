import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestDesignFile } from '../../electron/office/exchange/design-file.ts';
import { sampleSettings } from '../../electron/office/sample/carry-round.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import type { Office } from '../../electron/office/office.ts';
import { observerCategories } from '#shared/domain/records/application.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { badgeFormats, type Design } from '#shared/domain/records/design.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  someHead,
  somePerson,
  threeTimes,
} from '../support/fictitious.ts';
import { ask, noAnswers, openTestOffice, refusalOf, standingClock, temporaryFolder } from '../support/open-office.ts';
import { testCompiler } from '../support/open-office.ts';
import { pdfInfo, pdfText, pdfWordBox } from '../support/pdf.ts';

const compiler = testCompiler();
const clock = standingClock('2025-10-24');
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let certificateIds: string[] = [];
const officer = someHead.name;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, clock, answers);
  await office.execute({ type: 'office.establish', settings: sampleSettings, sample: false });
  const { id: electionId } = await ask(office, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(office, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  const ids: string[] = [];
  for (const [n, category] of (['head-of-mission', 'short-term', 'interpreter'] as const).entries()) {
    const portrait = Uint8Array.from(drawPortrait(n + 1, 'unspecified'));
    const crop = { x: 0, y: 0, width: 300, height: 400 };
    const photo = await ask(office, 'photo.add', { original: portrait, picture: portrait, crop });
    const fields = { ...somePerson(n + 1), category, photo };
    ids.push((await ask(office, 'application.save', { id: null, electionId, organisationId, fields })).id);
  }
  await ask(office, 'application.markReady', { ids });
  const done = async (command: Parameters<Office['execute']>[0]) => {
    const outcome = await office.execute(command);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  };
  await done({ type: 'decision.draft', id: 'd1', electionId, fields: someDecision });
  const rows = ids.map((applicationId) => ({ applicationId, action: 'accredit' as const, reason: null }));
  await done({ type: 'decision.extendAnnex', id: 'd1', rows });
  await done({ type: 'decision.adopt', id: 'd1', adoption: { number: '1', date: '2025-10-24' } });
  certificateIds = ids.map((_, index) => `c${String(index)}`);
  const reserved = ids.map((applicationId, index) => ({ id: `c${String(index)}`, applicationId }));
  await done({ type: 'certificate.reserve', issuedOn: '2025-10-24', rows: reserved });
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const combinations: Language[][] = [['ky'], ['ru'], ['en'], ['ky', 'ru'], ['ky', 'en'], ['ru', 'en'], [...languages]];
const change = (alter: (design: Design) => void, from: Design = defaultDesign): Design => {
  const design = structuredClone(from);
  alter(design);
  return design;
};
const save = (design: Design) => ask(office, 'design.save', { design, job: 'save' });
const textOf = async (token: string) => (await pdfText(office.document(token)?.bytes ?? new Uint8Array())).join('\n');

describe('the program’s own design', () => {
  it.each(['certificate', ...badgeFormats] as const)(
    'has room on %s for the longest names, in every category and choice of languages',
    async (paper) => {
      for (const category of observerCategories) {
        for (const chosen of combinations) {
          const made = await ask(office, 'design.preview', {
            ...{ design: defaultDesign, paper, category, twoSided: true, languages: chosen, job: 'preview' },
          });
          expect(made.unfit, `${category} ${chosen.join(' ')}`).toEqual([]);
        }
      }
    },
  );

  it('prints each format on its own paper, with backs on a page of their own or beside the fold', async () => {
    const millimetres = (points: number) => Math.round((points * 25.4) / 72);
    const expected = {
      ...{ a6: [105, 148, 2], 'a6-fold': [210, 148, 1], 'a6-sheet': [210, 297, 2], 'a7-sheet': [210, 297, 2] },
      ...{ card: [86, 54, 2], 'card-sheet': [210, 297, 2] },
    };
    for (const format of badgeFormats) {
      const made = await ask(office, 'document.render', {
        request: { kind: 'badge', certificateIds, format, twoSided: true },
        ...{ languages: ['ky', 'ru', 'en'], record: false, job: 'print' },
      });
      const info = await pdfInfo(office.document(made.token)?.bytes ?? new Uint8Array());
      const [width = 0, height = 0] = (info.get('Page size') ?? '').match(/[\d.]+/gu)?.map(Number) ?? [];
      const onePerPage = format === 'a6' || format === 'card' || format === 'a6-fold';
      const pages = (expected[format][2] ?? 0) * (onePerPage ? certificateIds.length : 1);
      expect([millimetres(width), millimetres(height), made.pages], format).toEqual([
        ...expected[format].slice(0, 2),
        pages,
      ]);
    }
  });
});

describe('a design of the office’s own', () => {
  it('names every field that has no room, shows it on the preview, and cannot be put in force', async () => {
    const crowded = change(({ faces }) => {
      const { fields } = faces.card;
      for (const field of fields) if (field.region !== 'header' && field.region !== 'back') field.region = 'under';
    });
    const made = await ask(office, 'design.preview', {
      ...{
        design: crowded,
        paper: 'card',
        category: 'long-term',
        twoSided: false,
        languages: [...languages],
        job: 'p',
      },
    });
    expect(made.unfit).toContainEqual({ face: 'card', field: 'organisation' });
    expect(made.unfit).toContainEqual({ face: 'card', field: 'name' });
    expect(made.pages).toBe(1);
    const inUse = change(({ categories }) => (categories.technical.format = 'card'), crowded);
    const refusal = await refusalOf(office, 'design.save', { design: inUse, job: 'save' });
    expect(refusal.code).toBe('fields.invalid');
    expect(refusal.fields).toContainEqual({
      ...{ path: 'faces.card.organisation', code: 'field.noRoom', params: { face: 'card', field: 'organisation' } },
    });
    expect(office.state().designs.size).toBe(0);
  });

  it('is a version in the journal; what was printed keeps its own unless the clerk chooses the one in force', async () => {
    const render = (record: boolean, design?: 'current') =>
      ask(office, 'document.render', {
        request: { kind: 'badge', certificateIds, ...(design ? { design } : {}) },
        ...{ languages: ['ky'], record, job: 'print' },
        ...(design ? { reason: 'Жаңы үлгү' } : {}),
      });
    await render(true);
    await save(
      change((design) => {
        design.texts.badgeTitle = threeTimes('Шайлоо коногу');
        design.categories['head-of-mission'].format = 'card';
        design.categories['short-term'] = { colour: '#123456', format: 'a6', twoSided: true };
      }),
    );
    expect(await ask(office, 'design.current', {})).toMatchObject({ version: 1, officer });
    const again = await render(false);
    expect([again.pages, await textOf(again.token)]).toEqual([3, expect.not.stringContaining('ШАЙЛОО КОНОГУ')]);
    const now = await render(true, 'current');
    // A card, an A6 with its back, and an A6 without.
    expect([now.pages, await textOf(now.token)]).toEqual([4, expect.stringContaining('ШАЙЛОО КОНОГУ')]);
    const runs = office
      .state()
      .certificates.get('c0')
      ?.printRuns.map(({ design }) => design);
    expect(runs).toEqual([0, 1]);
    expect((await render(false)).pages).toBe(4);

    await office.close();
    office = await openTestOffice(join(place.folder, 'office'), compiler, clock, answers);
    expect(await ask(office, 'design.current', {})).toMatchObject({ version: 1 });
    await save(defaultDesign);
    expect(await ask(office, 'design.current', {})).toMatchObject({ version: 2, design: defaultDesign });
    expect((await render(false)).pages).toBe(4);
  });

  it('frames the certificate in the colour of its category', async () => {
    const paper = async (colour: string) => {
      const design = change(({ categories, faces }) => {
        categories.technical.colour = colour;
        for (const field of faces.certificate.fields) if (field.field === 'category') field.shown = false;
      });
      const { token } = await ask(office, 'design.preview', {
        ...{ design, paper: 'certificate', category: 'technical', twoSided: false, languages: ['ky'], job: 'p' },
      });
      return Buffer.from(office.document(token)?.bytes ?? []).toString('base64');
    };
    const black = await paper('#101010');
    expect(await paper('#101010')).toBe(black);
    expect(await paper('#0d5f5c')).not.toBe(black);
  });

  it('needs a head, who answers for it', async () => {
    const design = change(({ categories }) => (categories.technical.colour = '#101010'));
    office.actAs({ ...someHead, role: 'secretary' });
    const refusal = await refusalOf(office, 'design.save', { design, job: 'save' });
    office.actAs(someHead);
    expect(refusal).toEqual({ code: 'access.notAllowed', params: { role: 'head' } });
  });
});

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="#8f1d2c"/>${inside}</svg>`;

async function choose(name: string, content: string | Uint8Array) {
  answers.openFile = join(place.folder, name);
  await writeFile(answers.openFile, content);
}

describe('the commission’s emblem', () => {
  it.each([
    ['emblem.svg', drawing('<path d="M20 50h60" stroke="#fff" stroke-width="8"/>')],
    ['emblem.png', drawPortrait(3, 'female')],
  ])('is taken from %s, kept by its hash, and printed', async (name, content) => {
    await choose(name, content);
    const chosen = await ask(office, 'design.chooseEmblem', { language: 'ky' });
    const emblem = createHash('sha256').update(content).digest('hex');
    expect(chosen).toEqual({ emblem });
    const preview = { paper: 'certificate', category: 'technical', twoSided: false, job: 'p' } as const;
    const bytes = async (design: Design) =>
      (await ask(office, 'design.preview', { ...preview, design, languages: ['ky'] })).bytes;
    expect(await bytes({ ...defaultDesign, emblem })).not.toBe(await bytes(defaultDesign));
  });

  it.each([
    ['a program', drawing('<script>alert(1)</script>'), 'design.emblemUnsafe'],
    ['an event', drawing('<path onload="x()"/>'), 'design.emblemUnsafe'],
    ['an address', drawing('<use href="https://example.org/a.svg#b"/>'), 'design.emblemUnsafe'],
    ['an address in a style', drawing('<path style="fill:url(https://example.org/)"/>'), 'design.emblemUnsafe'],
    ['a picture within', drawing('<image href="#x"/>'), 'design.emblemUnsafe'],
    ['letters of another font', drawing('<text>КР</text>'), 'design.emblemUnsafe'],
    ['a web page', drawing('<foreignObject/>'), 'design.emblemUnsafe'],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('&a;')}`, 'design.emblemUnsafe'],
    ['no end', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>', 'photo.notAnImage'],
    ['broken marks', drawing('<g>'), 'design.emblemUnreadable'],
    ['only a head', Buffer.concat([Buffer.from(drawPortrait(3, 'male')).subarray(0, 200)]), 'design.emblemUnreadable'],
    ['something else', 'GIF89a', 'photo.notAnImage'],
    ['too much', drawing(' '.repeat(1024 * 1024)), 'photo.tooLarge'],
  ])('is refused in words when it has %s', async (_what, content, code) => {
    await choose('hostile', content);
    expect((await refusalOf(office, 'design.chooseEmblem', { language: 'ky' })).code).toBe(code);
  });
});

describe('a design’s file', () => {
  it('carries the design with its emblem to another laptop', async () => {
    await choose('emblem.svg', drawing('<path d="M10 50h80" stroke="#fff"/>'));
    const { emblem } = (await ask(office, 'design.chooseEmblem', { language: 'ky' })) ?? { emblem: null };
    const design = change(({ texts }) => (texts.back = threeTimes('Кайтарып бериңиз')), { ...defaultDesign, emblem });
    const path = join(place.folder, 'design.json');
    answers.saveFile = path;
    expect(await ask(office, 'design.export', { design, language: 'ky' })).toEqual({ saved: true });
    const other = await openTestOffice(join(place.folder, 'other'), compiler, clock, { ...answers, openFile: path });
    await other.execute({ type: 'office.establish', settings: sampleSettings, sample: false });
    expect(await ask(other, 'design.read', { language: 'ky' })).toEqual({ design });
    await ask(other, 'design.save', { design, job: 'save' });
    expect(await ask(other, 'design.current', {})).toMatchObject({ version: 1, design });
    await other.close();
  });

  it('of a program that did not know some fields opens, saves and prints, with those fields hidden', async () => {
    const lacks = (field: string) => ['position', 'election'].includes(field);
    const older = change(({ faces, texts }) => {
      texts.badgeTitle = threeTimes('Мурдагы үлгү');
      for (const face of Object.values(faces)) face.fields = face.fields.filter(({ field }) => !lacks(field));
    });
    const sha256 = createHash('sha256')
      .update(JSON.stringify([older, null]))
      .digest('hex');
    const format = 'observer-accreditation-design';
    await choose('older.json', JSON.stringify({ format, version: 1, sha256, design: older, emblem: null }));
    const { design } = (await ask(office, 'design.read', { language: 'ky' })) ?? { design: defaultDesign };
    for (const face of Object.values(design.faces)) {
      const added = face.fields.filter(({ field }) => lacks(field));
      expect(added.map(({ field, shown }) => `${field} ${String(shown)}`).sort()).toEqual([
        'election false',
        'position false',
      ]);
    }
    await ask(office, 'design.save', { design: older, job: 'save' });
    const { version, design: inForce } = await ask(office, 'design.current', {});
    expect(inForce).toEqual(design);
    await ask(office, 'design.save', { design: inForce, job: 'save' });
    expect((await ask(office, 'design.current', {})).version).toBe(version);
    const { pages, token } = await ask(office, 'document.render', {
      request: { kind: 'badge', certificateIds, design: 'current' },
      ...{ languages: ['ky'], record: false, job: 'print', reason: 'Жаңы үлгү' },
    });
    expect([pages, await textOf(token)]).toEqual([3, expect.stringContaining('МУРДАГЫ ҮЛГҮ')]);
  });

  it('is refused in words, and nothing is taken, when it is damaged, hostile or of a later program', async () => {
    const path = join(place.folder, 'design.json');
    const text = await readFile(path, 'utf8');
    const file = JSON.parse(text) as { design: Design; emblem: string; version: number; sha256: string };
    const summed = (design: unknown, emblem: string | null) => ({
      ...{ ...file, design, emblem },
      sha256: createHash('sha256')
        .update(JSON.stringify([design, emblem]))
        .digest('hex'),
    });
    const hostile = Buffer.from(drawing('<script/>')).toString('base64');
    const pale = change(({ categories }) => (categories.technical.colour = '#ffffff'), file.design);
    const cases: [string, string | Uint8Array, string][] = [
      ['cut off', text.slice(0, 900), 'design.notAFile'],
      ['not JSON', Uint8Array.from([0x7b, 0xff]), 'design.notAFile'],
      ['another file', '{"people":[]}', 'design.notAFile'],
      ['changed', text.replace('Кайтарып', 'Кайтарбай'), 'design.damaged'],
      ['later', JSON.stringify({ ...file, version: 3 }), 'design.newer'],
      ['emblem gone', JSON.stringify(summed(file.design, null)), 'design.wrong'],
      [
        'emblem of another',
        JSON.stringify(summed(file.design, Buffer.from(drawing('')).toString('base64'))),
        'design.damaged',
      ],
      ['hostile emblem', JSON.stringify(summed(file.design, hostile)), 'design.emblemUnsafe'],
      ['unknown field', JSON.stringify(summed({ ...file.design, run: 'x' }, file.emblem)), 'design.wrong'],
      ['breaks a rule', JSON.stringify(summed(pale, file.emblem)), 'design.wrong'],
      ['too large', ' '.repeat(largestDesignFile + 1), 'design.notAFile'],
    ];
    const before = office.head();
    for (const [what, content, code] of cases) {
      await choose('hostile.json', content);
      expect((await refusalOf(office, 'design.read', { language: 'ky' })).code, what).toBe(code);
    }
    expect(office.head()).toEqual(before);
  });
});

describe('an emblem that is no longer on the disk', () => {
  it('stops the print, and is put back by the very same file and no other, without touching the design', async () => {
    const mine = drawing('<path d="M30 50h40" stroke="#fff"/>');
    await choose('mine.svg', mine);
    const { emblem = null } = (await ask(office, 'design.chooseEmblem', { language: 'ky' })) ?? {};
    const design = change(({ faces }) => (faces.certificate.emblem = true), { ...defaultDesign, emblem });
    await ask(office, 'design.save', { design, job: 'save' });
    await rm(join(place.folder, 'office', 'emblems'), { recursive: true });
    const input = {
      request: { kind: 'certificate' as const, certificateIds: ['c0'], design: 'current' as const },
      ...{ languages: ['ky' as const], record: false, job: 'print' },
    };
    expect(await refusalOf(office, 'document.render', input)).toEqual({
      code: 'design.emblemMissing',
      params: { emblem },
    });
    const head = office.head();
    const again = { emblem: emblem ?? '', language: 'ky' as const };
    await choose('other.svg', drawing('<path d="M31 50h40" stroke="#fff"/>'));
    expect(await refusalOf(office, 'design.restoreEmblem', again)).toEqual({ code: 'design.otherEmblem' });
    answers.openFile = null;
    expect(await ask(office, 'design.restoreEmblem', again)).toEqual({ restored: false });
    await choose('mine.svg', mine);
    expect(await ask(office, 'design.restoreEmblem', again)).toEqual({ restored: true });
    expect((await ask(office, 'document.render', input)).pages).toBe(1);
    expect(office.head()).toEqual(head);
  });
});

describe('a printer', () => {
  it('that prints off the mark has its papers moved, and its calibration page says so in three languages', async () => {
    const wordAt = async () => {
      const made = await ask(office, 'document.render', {
        request: { kind: 'certificate', certificateIds: ['c0'] },
        ...{ languages: ['ky'], record: false, job: 'print' },
      });
      return office.document(made.token)?.bytes;
    };
    const before = await wordAt();
    const printer = {
      ...{ id: null, name: 'HP LaserJet', front: { x: 1.5, y: -0.5 }, back: { x: 0, y: 2 }, margin: 4 },
      ...{ certificates: true, badges: false },
    };
    await ask(office, 'printer.set', { printers: [printer] });
    const [kept] = await ask(office, 'printer.list', {});
    expect(kept).toMatchObject({ name: 'HP LaserJet', front: { x: 1.5, y: -0.5 } });
    expect(Buffer.from((await wordAt()) ?? []).equals(Buffer.from(before ?? []))).toBe(false);
    const page = await ask(office, 'document.render', {
      request: { kind: 'calibration', printerId: kept?.id ?? null },
      ...{ languages: ['ky', 'ru', 'en'], record: false, job: 'print' },
    });
    expect(page.pages).toBe(2);
    const text = await textOf(page.token);
    for (const words of ['HP LaserJet', 'Калибрлөө барагы', 'Лицевая', 'Back', '1,5 / −0,5'])
      expect(text).toContain(words);
  });

  it('whose edge is wide has its papers printed clear of it, and refuses only what truly has no room', async () => {
    const [kept] = await ask(office, 'printer.list', {});
    if (!kept) throw new Error('no printer');
    const request = { kind: 'certificate' as const, certificateIds: ['c0'] };
    const made = () =>
      ask(office, 'document.render', { request, ...{ languages: ['ky', 'ru', 'en'], record: false, job: 'print' } });
    /** Where the words of the page begin and end, in millimetres from its edges. */
    const wordsClearOf = async (margin: number) => {
      await ask(office, 'printer.set', {
        printers: [{ ...kept, margin, front: { x: 0, y: 0 }, back: { x: 0, y: 0 } }],
      });
      return pdfWordBox(office.document((await made()).token)?.bytes ?? new Uint8Array());
    };
    for (const margin of [4, 6, 7.5]) {
      const { left, top, right, bottom } = await wordsClearOf(margin);
      for (const clear of [left, top, right, bottom]) expect(clear).toBeGreaterThanOrEqual(margin - 0.5);
    }
    await ask(office, 'printer.set', { printers: [{ ...kept, margin: 12 }] });
    const input = { request, languages: ['ky' as const], record: false, job: 'print' };
    expect(await refusalOf(office, 'document.render', input)).toEqual({
      code: 'design.marginTooWide',
      params: { printer: kept.name, format: 'certificate', margin: 12, most: 7.5, by: 4.5 },
    });
    await ask(office, 'printer.set', { printers: [] });
  });
});
