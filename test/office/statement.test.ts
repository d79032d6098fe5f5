import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryRound, sampleClock } from '../../electron/office/sample/carry-round.ts';
import { roundElectionId } from '../../electron/office/sample/round.data.ts';
import type { Office } from '../../electron/office/office.ts';
import { locales } from '#locales/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { ask, noAnswers, openTestOffice, testCompiler } from '../support/open-office.ts';
import { readDocx } from '../support/docx.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const clock = sampleClock();
const answers = noAnswers();
let place: string;
let office: Office;

/** The real round, whose statements were published. */
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'statement-'));
  office = await openTestOffice(join(place, 'office'), compiler, clock, answers);
  const carried = await carryRound({
    office,
    clock,
    sample: true,
    variety: false,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  if (!carried.ok) throw new Error(carried.refusal.code);
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await rm(place, { recursive: true, force: true });
});

const read = (from: string, to: string) => ask(office, 'statement.read', { electionId: roundElectionId, from, to });

describe('the statement of the day', () => {
  it('says the published figures of the real round: 29, then 127, 297 and 378 in all', async () => {
    const days = await ask(office, 'statement.days', { electionId: roundElectionId });
    expect(days).toHaveLength(4);
    const totals = [];
    for (const day of days) totals.push((await read(day, day)).total);
    expect(totals).toEqual([29, 127, 297, 378]);
    const two = await read('2025-11-12', '2025-11-19');
    expect(two.accredited).toBe(251);
    const [ky, ru, en] = two.texts;
    expect(ky?.organisations).toHaveLength(23);
    expect(ky?.paragraphs.join(' ')).toContain(
      '12.11.2025 жана 19.11.2025 күнү комиссия 251 эл аралык байкоочуну аккредитациялады',
    );
    expect(ru?.paragraphs.join(' ')).toContain(
      '12.11.2025 и 19.11.2025 комиссией аккредитован 251 международный наблюдатель',
    );
    expect(ru?.paragraphs.join(' ')).toContain('Вновь аккредитованные наблюдатели представляют 23 организации:');
    expect(en?.paragraphs.join(' ')).toContain('378 international observers have been accredited in all.');
  });

  it('says so when nobody was accredited on the days', async () => {
    const none = await read('2025-11-13', '2025-11-18');
    expect(none).toMatchObject({ accredited: 0, total: 297 });
    for (const { paragraphs, organisations } of none.texts) {
      expect(organisations).toEqual([]);
      expect(paragraphs[0]).toContain('13.11.2025');
    }
  });

  it('is printed with the same words and the organisations in each language’s own order', async () => {
    const request = { kind: 'statement' as const, electionId: roundElectionId, from: '2025-11-12', to: '2025-11-19' };
    const made = await ask(office, 'document.render', { request, languages: [...languages], record: false, job: 's' });
    expect(made.pages).toBe(3);
    const pages = await pdfText(office.document(made.token)?.bytes ?? new Uint8Array());
    const { texts } = await read('2025-11-12', '2025-11-19');
    for (const [index, text] of texts.entries()) {
      const printed = (pages[index] ?? '').replace(/\s+/gu, ' ');
      expect(printed).toContain(text.heading);
      for (const paragraph of text.paragraphs) expect(printed).toContain(paragraph.slice(0, 40));
      const places = text.organisations.map((organisation) => printed.indexOf(organisation.slice(0, 24)));
      expect(places.every((at) => at >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('is saved as a document to be edited, marked as sample, with every paragraph and organisation', async () => {
    answers.saveFile = join(place, 'statement.docx');
    const days = { electionId: roundElectionId, from: '2025-11-12', to: '2025-11-19' };
    const saved = await ask(office, 'statement.saveDocx', { ...days, languages: [...languages], language: 'ru' });
    expect(saved).toEqual({ saved: true });
    expect((await readFile(answers.saveFile)).subarray(0, 2).toString('latin1')).toBe('PK');
    const { paragraphs: written, footers } = await readDocx(answers.saveFile);
    const { texts } = await read('2025-11-12', '2025-11-19');
    for (const { paragraphs, organisations } of texts) {
      for (const words of paragraphs) expect(written).toContain(words);
      for (const organisation of organisations) expect(written).toContain(`–  ${organisation}`);
    }
    expect(footers).toHaveLength(3);
    for (const footer of footers) expect(footer).toContain(locales.ky.documents.sampleMark);
  });
});
