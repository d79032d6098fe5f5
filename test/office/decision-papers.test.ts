import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionParts } from '../../electron/office/documents/decision-data.ts';
import { letterParts } from '../../electron/office/documents/letter-data.ts';
import type { Office } from '../../electron/office/office.ts';
import { locales } from '#locales/index.ts';
import { emptyCorrespondence } from '#shared/domain/records/organisation.ts';
import { languages, type Id, type Language } from '#shared/domain/base/primitives.ts';
import type { EditableRequest } from '#shared/contract/documents.ts';
import { readDocx } from '../support/docx.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  somePerson,
  someSettings,
  threeTimes,
} from '../support/fictitious.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: Id;
/** Accredits most, refuses three of two organisations. */
let first: Id;
/** Revokes one who holds a printed certificate and one who holds none. */
let second: Id;
const organisations: Id[] = [];
const person = (n: number): Id => `person-${String(n)}`;
/** Short enough to stand in one line of a table's cell. */
const surname = (n: number): string => somePerson(n).names.latin.surname;

async function decide(applicationIds: Id[], action: 'accredit' | 'revoke'): Promise<Id> {
  const { id } = await ask(office, 'decision.draft', { electionId, fields: someDecision });
  await ask(office, 'decision.extendAnnex', { id, applicationIds, action });
  return id;
}

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-11-20'), answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: true });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  const letter = { number: 'S-77', date: '2025-10-06' };
  for (const [name, fields] of [
    ['Биринчи уюм', { ...emptyCorrespondence, letter, headOfMission: 'Mr Ash Berg' }],
    ['Экинчи уюм', emptyCorrespondence],
  ] as const) {
    const correspondence = { electionId, fields };
    const organisation = { ...someOrganisation, name: threeTimes(name) };
    organisations.push((await ask(office, 'organisation.save', { id: null, fields: organisation, correspondence })).id);
  }
  for (let n = 1; n <= 40; n += 1) {
    const organisationId = organisations[n % 2] ?? '';
    await office.execute({
      type: 'application.save',
      id: person(n),
      electionId,
      organisationId,
      fields: somePerson(n),
    });
  }
  const ids = Array.from({ length: 40 }, (_, index) => person(index + 1));
  await ask(office, 'application.markReady', { ids });
  first = await decide(ids, 'accredit');
  const refusal = { id: first, action: 'refuse' as const };
  await ask(office, 'decision.decideAnnex', {
    ...refusal,
    applicationIds: [person(1), person(2)],
    reason: threeTimes('чакыруу жок'),
  });
  await ask(office, 'decision.decideAnnex', {
    ...refusal,
    applicationIds: [person(3)],
    reason: threeTimes('кеч берилген'),
  });
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

async function docx(request: EditableRequest, chosen: readonly Language[] = languages) {
  answers.saveFile = join(place.folder, 'document.docx');
  const saved = await ask(office, 'document.saveDocx', { request, languages: [...chosen], language: 'ky' });
  expect(saved).toEqual({ saved: true });
  return readDocx(answers.saveFile);
}

async function pdf(request: EditableRequest, chosen: readonly Language[] = languages): Promise<string[]> {
  const asked = { request, languages: [...chosen], record: false, job: 'job' };
  const { token } = await ask(office, 'document.render', asked);
  answers.saveFile = join(place.folder, 'document.pdf');
  await ask(office, 'document.save', { token, language: 'ky' });
  return pdfText(answers.saveFile);
}

const decisionOf = (id: Id) => office.state().decisions.get(id) ?? expect.fail('no such decision');
/** As a reader sees it: wherever the lines of a page break. */
const unbroken = (pages: readonly string[]): string =>
  pages
    .join(' ')
    .replace(/[\u00ad\u200b]|(?<!\d)-\n/gu, '')
    .replace(/\s+/gu, ' ');

describe('the act and its annex', () => {
  it('are a DOCX with the very words of the printed one, in the languages chosen, marked as a draft', async () => {
    const file = await docx({ kind: 'decision', decisionId: first });
    const parts = decisionParts(office.state(), decisionOf(first), languages);
    expect(file.sections).toBe(3);
    for (const part of parts) {
      for (const words of [part.title, part.preamble, ...part.notes, part.annexTo])
        expect(file.paragraphs).toContain(words);
      part.points.forEach((point, index) => expect(file.paragraphs).toContain(`${String(index + 1)}. ${point}`));
      expect(
        file.paragraphs.filter((text) => text === part.draft),
        'a mark on the act and on the annex',
      ).toHaveLength(2);
      expect(file.headers.some((text) => text.includes(part.commission) && text.includes(part.draft ?? '-'))).toBe(
        true,
      );
      for (const section of part.sections) {
        const table = file.tables.find(
          ({ rows }) =>
            JSON.stringify(rows[0]) === JSON.stringify(section.head) && rows.length === section.rows.length + 1,
        );
        expect(table?.rows.slice(1)).toEqual(section.rows);
        expect(table?.headRows, 'the head comes back on every page').toBe(1);
      }
      const signed = file.tables.some(({ rows }) =>
        rows.some((row) => row[0] === part.signatories[0]?.role && row[2] === part.signatories[0]?.name),
      );
      expect(signed).toBe(true);
    }
    expect(file.footers.every((text) => text.includes(locales.ky.documents.sampleMark))).toBe(true);
    expect((await docx({ kind: 'decision', decisionId: first }, ['ru'])).sections).toBe(1);
  });

  it('lose the mark once adopted, and bear number, day, minutes and checksum', async () => {
    const refusal = await refusalOf(office, 'document.saveDocx', {
      request: { kind: 'decision-letter', decisionId: first, applicationIds: null },
      languages: ['ky'],
      language: 'ky',
    });
    expect(refusal.code).toBe('decision.notAdopted');
    await ask(office, 'decision.adopt', { id: first, adoption: { number: '7-Ү', date: '2025-11-12' } });
    const file = await docx({ kind: 'decision', decisionId: first });
    expect(file.headers.join()).not.toContain(locales.ky.documents.draftMark);
    expect(file.tables[0]?.rows).toEqual([['2025-жылдын 12-ноябры № 7-Ү', 'Бишкек']]);
    expect(file.paragraphs).toContain('Протокол заседания № 1.');
    expect(file.paragraphs.some((text) => text.includes(decisionOf(first).contentHash ?? '-'))).toBe(true);
    const printed = unbroken(await pdf({ kind: 'decision', decisionId: first }, ['ru']));
    expect(printed).toContain('Протокол заседания № 1.');
    expect(printed).toContain('Отказать в аккредитации 3 лицам по основаниям, указанным в приложении.');
  });
});

describe('the letters about a decision', () => {
  it('go to each organisation about its own people, with the decision and each ground, in three languages', async () => {
    const request: EditableRequest = { kind: 'decision-letter', decisionId: first, applicationIds: null };
    const pages = await pdf(request);
    expect(pages, 'two bodies, three languages').toHaveLength(6);
    const [one = '', , , other = ''] = pages.map((page) => unbroken([page]));
    expect(one).toContain('Экинчи уюм');
    expect(one).toContain('12-ноябры, № 7-Ү');
    expect(one).toContain('төмөнкү 2 адамды');
    for (const text of [surname(1), surname(3), 'чакыруу жок', 'кеч берилген']) expect(one).toContain(text);
    expect(one).not.toContain(surname(2));
    expect(other).toContain('Биринчи уюм');
    expect(other).toContain('Mr Ash Berg');
    expect(other).toContain('06.10.2025 күнкү № S-77 катыңыздарга');
    expect(other).toContain(surname(2));
    expect(unbroken([pages[1] ?? ''])).toContain('постановлением от 12 ноября 2025 г. № 7-Ү отказано');
    expect(unbroken([pages[2] ?? ''])).toContain('refused to accredit 2 people as international observers');

    const file = await docx(request);
    const parts = letterParts(office.state(), request, languages);
    if (!parts.ok) throw new Error(parts.refusal.code);
    expect(file.sections).toBe(6);
    for (const part of parts.value) {
      for (const words of [part.subject, part.salutation, part.intro, ...part.addressee])
        expect(file.paragraphs).toContain(words);
      expect(
        file.tables.some(
          ({ rows, headRows }) => headRows === 1 && JSON.stringify(rows.slice(1)) === JSON.stringify(part.rows),
        ),
      ).toBe(true);
    }
  });

  it('can be about one person alone, and about nobody who was accredited', async () => {
    const pages = await pdf({ kind: 'decision-letter', decisionId: first, applicationIds: [person(3)] }, ['ru']);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(surname(3));
    expect(pages[0]).not.toContain(surname(1));
    const refusal = await refusalOf(office, 'document.render', {
      request: { kind: 'decision-letter', decisionId: first, applicationIds: [person(9)] },
      languages: ['ky'],
      record: false,
      job: 'job',
    });
    expect(refusal.code).toBe('document.nothingToPrint');
    const { letterDecisionId } = await ask(office, 'application.get', { id: person(3) });
    expect(letterDecisionId).toBe(first);
    expect((await ask(office, 'application.get', { id: person(9) })).letterDecisionId).toBeNull();
  });

  it('about a revocation ask for the certificate that is out there, and name it', async () => {
    const { ids } = await ask(office, 'certificate.reserve', {
      applicationIds: [person(10)],
      issuedOn: '2025-11-13',
    });
    await office.execute({ type: 'certificate.print', ids, paper: 'certificate' });
    second = await decide([person(10), person(12)], 'revoke');
    await ask(office, 'decision.decideAnnex', {
      id: second,
      action: 'revoke',
      applicationIds: [person(10), person(12)],
      reason: threeTimes('мыйзамды бузган'),
    });
    await ask(office, 'decision.adopt', { id: second, adoption: { number: '8-Ү', date: '2025-11-19' } });
    const pages = await pdf({ kind: 'decision-letter', decisionId: second, applicationIds: null }, ['ky']);
    expect(pages).toHaveLength(1);
    const text = unbroken(pages);
    expect(text).toContain('төмөнкү 2 эл аралык байкоочунун аккредитациясын кайтарып алгандыгын');
    expect(text).toContain('A-0001');
    expect(text).toContain('19.11.2025 күнүнөн тартып жараксыз');
    const file = await docx({ kind: 'decision-letter', decisionId: second, applicationIds: [person(12)] }, ['en']);
    expect(file.paragraphs.join(' '), 'nobody is asked for what was never printed').not.toContain('Please return them');
    expect((await ask(office, 'application.get', { id: person(10) })).letterDecisionId).toBe(second);
  });
});
