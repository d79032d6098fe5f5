import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import type { Office } from '../../electron/office/office.ts';
import { locales } from '#locales/index.ts';
import { someOrganisation, someElection, someHead, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, noAnswers, openTestOffice, refusalOf, standingClock, temporaryFolder } from '../support/open-office.ts';
import { testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const clock = standingClock('2025-10-24');
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let answers: ReturnType<typeof noAnswers>;

const key = 'documents.issueLog.title';
const own = 'Күбөлүктөрдүн ички журналы';
const officer = someHead.name;

beforeEach(async () => {
  place = await temporaryFolder();
  answers = noAnswers();
  office = await openTestOffice(join(place.folder, 'office'), compiler, clock, answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
});
afterEach(async () => {
  await office.close();
  await place.remove();
});
afterAll(() => compiler.close());

const correct = (text: string | null) => ask(office, 'wording.correct', { changes: [{ language: 'ky', key, text }] });

describe('an office’s own words', () => {
  it('are printed in its documents, survive a restart, and give way to the program’s when taken back', async () => {
    const { id: electionId } = await ask(office, 'election.save', { id: null, fields: someElection });
    const { id: organisationId } = await ask(office, 'organisation.save', {
      id: null,
      fields: someOrganisation,
      correspondence: null,
    });
    const { id } = await ask(office, 'application.save', {
      id: null,
      electionId,
      organisationId,
      fields: somePerson(1),
    });
    await ask(office, 'application.markReady', { ids: [id] });
    const printed = async () => {
      const made = await ask(office, 'document.render', {
        request: { kind: 'issue-log', electionId, organisationId: null },
        languages: ['ky', 'ru'],
        record: false,
        job: 'log',
      }).catch((error: unknown) => error);
      if (made instanceof Error) return made.message;
      const { token } = made as { token: string };
      return (await pdfText(office.document(token)?.bytes ?? new Uint8Array())).join('\n');
    };
    expect(await printed()).toContain('nothingToPrint');
    const { id: decisionId } = await ask(office, 'decision.draft', {
      electionId,
      fields: {
        sessionDate: '2025-10-24',
        minutesNumber: '1',
        title: { ky: 'а', ru: 'а', en: 'a' },
        legalBasis: { ky: 'а', ru: 'а', en: 'a' },
        votes: null,
        signatories: [],
      },
    });
    await ask(office, 'decision.extendAnnex', { id: decisionId, applicationIds: [id], action: 'accredit' });
    await ask(office, 'decision.adopt', { id: decisionId, adoption: { number: '1', date: '2025-10-24' } });
    await ask(office, 'certificate.reserve', { applicationIds: [id], issuedOn: '2025-10-24' });
    await correct(own);
    expect(await printed()).toContain(own);
    expect(await printed()).toContain(locales.ru.documents.issueLog.title);
    await office.close();
    office = await openTestOffice(join(place.folder, 'office'), compiler, clock, answers);
    expect(await printed()).toContain(own);
    expect(await ask(office, 'wording.list', {})).toMatchObject([{ language: 'ky', key, text: own, officer }]);
    await correct(null);
    expect(await printed()).toContain(locales.ky.documents.issueLog.title);
    expect(await ask(office, 'wording.list', {})).toEqual([]);
  });

  it.each([
    ['documents.list.total_other', 'Баары', 'field.placeholderMissing'],
    [key, 'Журнал {{number}}', 'field.placeholderUnknown'],
    [key, '  ', 'field.required'],
    [key, 'Кубөлүктордyн', 'field.lookalikes'],
  ])('must keep what the program fills in, say something, and be written right: %s as “%s”', async (at, text, code) => {
    const changes = [{ language: 'ky' as const, key: at, text }];
    const refusal = await refusalOf(office, 'wording.correct', { changes });
    expect(refusal.fields?.[0]).toMatchObject({ path: 'ky', code });
  });

  it('are refused for a word that there is not, for one shown before an office is open, and to anybody but a head', async () => {
    for (const unknown of ['documents.nothing', 'entry.title', 'documents.list', 'documents.__proto__']) {
      const changes = [{ language: 'ky' as const, key: unknown, text: 'Сөз' }];
      expect(await refusalOf(office, 'wording.correct', { changes })).toMatchObject({
        code: 'wording.unknown',
      });
    }
    const changes = [{ language: 'ky' as const, key, text: own }];
    office.actAs({ ...someHead, role: 'clerk' });
    const refusal = await refusalOf(office, 'wording.correct', { changes });
    office.actAs(someHead);
    expect(refusal).toEqual({ code: 'access.notAllowed', params: { role: 'head' } });
  });

  it('are carried to another laptop in a file, and only what fits is taken', async () => {
    const path = join(place.folder, 'wordings.json');
    answers.saveFile = path;
    answers.openFile = path;
    await correct(own);
    expect(await ask(office, 'wording.export', { language: 'ky', as: 'corrections' })).toEqual({ saved: true });
    await correct(null);
    const read = await ask(office, 'wording.read', { language: 'ky' });
    expect(read).toEqual({ changes: [{ language: 'ky', key, text: own }], unfit: 0 });
    await ask(office, 'wording.correct', { changes: read?.changes ?? [] });
    expect(office.state().wordings.size).toBe(1);
    const file = JSON.parse(await readFile(path, 'utf8')) as { wordings: { ky: Record<string, string> } };
    file.wordings.ky['documents.gone.word'] = 'Жок';
    file.wordings.ky['documents.list.total_other'] = 'Орду жок';
    await writeFile(path, JSON.stringify(file));
    expect(await ask(office, 'wording.read', { language: 'ky' })).toMatchObject({ unfit: 2, changes: [{ key }] });
  });

  it.each([
    ['not JSON', '{'],
    ['another file', '{"people":[]}'],
    [
      'another version',
      '{"format":"observer-accreditation-wordings","version":3,"wordings":{"ky":{},"ru":{},"en":{}}}',
    ],
    [
      'no texts',
      '{"format":"observer-accreditation-wordings","version":1,"wordings":{"ky":{"a.b":1},"ru":{},"en":{}}}',
    ],
    ['too large', ' '.repeat(5 * 1024 * 1024)],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('are not taken from %s', async (_what, content) => {
    const path = join(place.folder, 'hostile.json');
    await writeFile(path, content);
    answers.openFile = path;
    expect(await refusalOf(office, 'wording.read', { language: 'ru' })).toEqual({ code: 'wording.notAFile' });
  });

  it('are written with all the others into a table of three languages for a reader', async () => {
    const path = join(place.folder, 'words.xlsx');
    answers.saveFile = path;
    await correct(own);
    await ask(office, 'wording.export', { language: 'ru', as: 'table' });
    const [sheet] = await readXlsxFile(path);
    const rows = sheet?.data ?? [];
    expect(rows.length).toBeGreaterThan(800);
    expect(rows.find(([name]) => name === key)).toEqual([
      key,
      own,
      locales.ru.documents.issueLog.title,
      locales.en.documents.issueLog.title,
    ]);
  });
});
