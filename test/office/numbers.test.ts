import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import { qrText } from '#shared/domain/records/certificate.ts';
import type { NumberBlock } from '#shared/domain/records/office.ts';
import { fromCyrillicKeys } from '#shared/text/keyboard.ts';
import { someOrganisation, someDecision, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import {
  ask,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const clock = standingClock('2025-10-24');
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: string;
let people: string[];

/** Eight people accredited, none with a number yet. */
beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, clock);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  const { id: organisationId } = await ask(office, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  people = [];
  for (let n = 1; n <= 8; n += 1) {
    const fields = { ...somePerson(n), photo: null };
    const { id } = await ask(office, 'application.save', { id: null, electionId, organisationId, fields });
    await office.execute({ type: 'application.save', id, electionId, organisationId, fields: somePerson(n) });
    people.push(id);
  }
  await ask(office, 'application.markReady', { ids: people });
  const { id } = await ask(office, 'decision.draft', { electionId, fields: someDecision });
  await ask(office, 'decision.extendAnnex', { id, applicationIds: people, action: 'accredit' });
  await ask(office, 'decision.adopt', { id, adoption: { number: '1', date: '2025-10-24' } });
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const deal = (blocks: NumberBlock[]) =>
  ask(office, 'office.changeSettings', {
    settings: { ...someSettings, certificates: { ...someSettings.certificates, blocks } },
  });
const reserve = async (...which: number[]) => {
  const applicationIds = which.map((n) => people[n] ?? '');
  const { ids } = await ask(office, 'certificate.reserve', { applicationIds, issuedOn: '2025-10-24' });
  return ids.map((id) => office.state().certificates.get(id)?.number);
};
const find = (text: string) => ask(office, 'certificate.find', { electionId, text, language: 'ky' });

describe('numbers dealt to a laptop', () => {
  it('are given in order, from one block to the next, and refused when they are used up', async () => {
    expect(await reserve(0)).toEqual(['A-0001']);
    await deal([
      { from: 101, to: 102 },
      { from: 201, to: 203 },
    ]);
    expect(await ask(office, 'certificate.numbers', { electionId })).toEqual({ next: 'A-0101', left: 5 });
    expect(await reserve(1, 2, 3)).toEqual(['A-0101', 'A-0102', 'A-0201']);
    expect(await ask(office, 'certificate.numbers', { electionId })).toEqual({ next: 'A-0202', left: 2 });
    const tooMany = { applicationIds: people.slice(4, 7), issuedOn: '2025-10-24' };
    expect(await refusalOf(office, 'certificate.reserve', tooMany)).toMatchObject({
      code: 'certificate.blocksExhausted',
    });
    expect(await reserve(4, 5)).toEqual(['A-0202', 'A-0203']);
    expect(await ask(office, 'certificate.numbers', { electionId })).toEqual({ next: null, left: 0 });
  });

  it('never come twice: a block that holds numbers given before skips them', async () => {
    await deal([{ from: 1, to: 102 }]);
    expect(await reserve(6, 7)).toEqual(['A-0002', 'A-0003']);
    await deal([]);
    expect(await ask(office, 'certificate.numbers', { electionId })).toEqual({ next: 'A-0204', left: null });
  });

  it('are refused in words when they run backwards, overlap or have too many digits', async () => {
    const faultOf = async (blocks: NumberBlock[]) => {
      const certificates = { ...someSettings.certificates, blocks };
      const refusal = await refusalOf(office, 'office.changeSettings', { settings: { ...someSettings, certificates } });
      return refusal.fields;
    };
    expect(await faultOf([{ from: 9, to: 8 }])).toMatchObject([
      { path: 'certificates.blocks.0', code: 'field.blockBackwards' },
    ]);
    expect(await faultOf([{ from: 9999, to: 10_000 }])).toMatchObject([{ code: 'field.blockDigits' }]);
    expect(
      await faultOf([
        { from: 1, to: 50 },
        { from: 50, to: 60 },
      ]),
    ).toMatchObject([{ path: 'certificates.blocks.1', code: 'field.blockOverlaps', params: { from: 1, to: 50 } }]);
  });

  it('do not print the signs of a number of another series', async () => {
    const certificates = { ...someSettings.certificates, series: 'A-0', digits: 3 };
    const wrong = await refusalOf(office, 'office.changeSettings', { settings: { ...someSettings, certificates } });
    expect(wrong.code).toBe('fields.invalid');
    const format = { ...someSettings.certificates, series: 'A0', format: 'A-{number}', digits: 4 };
    expect(
      (await refusalOf(office, 'office.changeSettings', { settings: { ...someSettings, certificates: format } })).code,
    ).toBe('fields.invalid');
  });
});

describe('paper that was printed before', () => {
  const render = (id: string, reason?: string) => ({
    request: { kind: 'certificate' as const, certificateIds: [id] },
    ...{ languages: ['ky' as const], record: true, job: 'print' },
    ...(reason === undefined ? {} : { reason }),
  });

  it('is printed again only with a reason, which its record keeps; a badge is not its certificate', async () => {
    const certificate = [...office.state().certificates.values()].at(-1);
    if (!certificate) throw new Error('no certificate');
    const { id, number } = certificate;
    const before = (paper: 'certificate' | 'badge') => ask(office, 'certificate.printedBefore', { ids: [id], paper });
    const runs = () =>
      office
        .state()
        .certificates.get(id)
        ?.printRuns.map(({ paper, reason }) => [paper, reason]);
    expect(await before('certificate')).toEqual([]);
    await office.execute({ type: 'certificate.print', ids: [id], paper: 'certificate', reason: 'жок' });
    expect(await before('certificate')).toMatchObject([{ id, number, times: 1 }]);
    expect(await before('badge')).toEqual([]);
    await office.execute({ type: 'certificate.print', ids: [id], paper: 'badge' });

    const refusal = await refusalOf(office, 'document.render', render(id));
    expect(refusal).toMatchObject({ code: 'certificate.printedBefore', params: { number, times: 1 } });
    expect((await refusalOf(office, 'document.render', render(id, '  '))).code).toBe(refusal.code);
    await office.execute({ type: 'certificate.print', ids: [id], paper: 'certificate', reason: 'Кагаз бузулду' });
    expect(runs()).toEqual([
      ['certificate', ''],
      ['badge', ''],
      ['certificate', 'Кагаз бузулду'],
    ]);
  });
});

describe('the counter', () => {
  it('finds by QR code, also when the scanner’s keys come out Cyrillic, by number and by a part of a name', async () => {
    const certificate = [...office.state().certificates.values()].find(({ number }) => number === 'A-0101');
    if (!certificate) throw new Error('no certificate A-0101');
    const cyrillicKeys = (text: string) => {
      const keys = 'йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЯЧСМИТЬБЮ';
      return [...text]
        .map((sign) =>
          sign === '/'
            ? '.'
            : sign === ';'
              ? 'ж'
              : (Array.from(keys).find((key) => fromCyrillicKeys(key) === sign) ?? sign),
        )
        .join('');
    };
    const code = qrText(certificate);
    expect(cyrillicKeys(code)).toMatch(/[а-я]/u);
    for (const text of [code, ` ${code}\n`, cyrillicKeys(code), 'A-0101', 'a-0101', 'ф-0101']) {
      const found = await find(text);
      expect(found, text).toMatchObject({ exact: true, rows: [{ certificate: { number: 'A-0101' } }] });
    }
    const byName = await find('Zz');
    expect(byName.exact).toBe(false);
    expect(byName.rows.length).toBeGreaterThan(0);
    expect((await find('z')).rows).toEqual([]);
  });

  it('says so when the code is of another election, or of no certificate', async () => {
    const refused = (text: string) => refusalOf(office, 'certificate.find', { electionId, text, language: 'ru' });
    expect(await refused('KG-OBS/1;other-event;A-0101')).toMatchObject({ code: 'certificate.otherElection' });
    expect(await refused(`KG-OBS/1;${electionId};A-9999`)).toMatchObject({ code: 'certificate.noSuchNumber' });
  });

  it('hands to a proxy only with their document and letter, and takes several back on one day', async () => {
    const ids = [...office.state().certificates.values()].slice(0, 3).map(({ id }) => id);
    await office.execute({ type: 'certificate.print', ids, paper: 'certificate' });
    const proxy = {
      to: 'proxy' as const,
      proxyName: 'Ү. Өкүлов',
      proxyDocument: '',
      identitySeen: true,
      on: '2025-10-24',
    };
    expect((await refusalOf(office, 'certificate.issue', { ids, receipt: proxy })).code).toBe(
      'certificate.receiverMissing',
    );
    await ask(office, 'certificate.issue', { ids, receipt: { ...proxy, proxyDocument: 'ID 1, № 5' } });
    const early = await refusalOf(office, 'certificate.return', { ids, on: '2025-10-23' });
    expect(early.fields).toMatchObject([{ path: 'on', code: 'field.before' }]);
    await ask(office, 'certificate.return', { ids: ids.slice(0, 2), on: '2025-10-24' });
    expect(ids.map((id) => office.state().certificates.get(id)?.status)).toEqual(['returned', 'returned', 'issued']);
  });

  it('prints who has not collected, by organisation, with room to sign', async () => {
    const ids = [...office.state().certificates.values()].slice(3, 5).map(({ id }) => id);
    await office.execute({ type: 'certificate.print', ids, paper: 'certificate' });
    const made = await ask(office, 'document.render', {
      request: { kind: 'issue-log', electionId, organisationId: null, only: 'uncollected' },
      languages: ['ky'],
      record: false,
      job: 'list',
    });
    expect(made.fileName).toBe('not-collected-2025-10-24.pdf');
    const text = (await pdfText(office.document(made.token)?.bytes ?? new Uint8Array())).join('\n');
    const numbers = ids.map((id) => office.state().certificates.get(id)?.number ?? '');
    for (const number of numbers) expect(text).toContain(number);
    expect(text).not.toContain('A-0001');
  });

  it('prints one day’s sheet of signatures, by organisation and name, and none for a day without any', async () => {
    const asked = { languages: ['ru' as const], record: false, job: 'list' };
    const request = { kind: 'issue-log' as const, electionId, organisationId: null, only: 'all' as const };
    const made = await ask(office, 'document.render', { request: { ...request, givenOn: '2025-10-24' }, ...asked });
    expect(made.fileName).toBe('signatures-2025-10-24.pdf');
    const text = (await pdfText(office.document(made.token)?.bytes ?? new Uint8Array())).join('\n');
    const given = [...office.state().certificates.values()].filter(({ receipt }) => receipt?.on === '2025-10-24');
    expect(given.length).toBeGreaterThan(0);
    for (const { number } of given) expect(text).toContain(number);
    expect(text).toContain('выдано 24 октября 2025 г.');
    const other = { request: { ...request, givenOn: '2025-10-20' }, ...asked };
    expect((await refusalOf(office, 'document.render', other)).code).toBe('document.nothingToPrint');
  });

  it('shows the last day of validity from the day the results are published', async () => {
    const open = (await find('A-0101')).rows[0]?.certificate;
    expect(open?.validUntilDay).toBeNull();
    clock.set('2025-12-20');
    await ask(office, 'election.save', {
      id: electionId,
      fields: { ...someElection, resultsPublishedOn: '2025-12-18' },
    });
    expect((await find('A-0101')).rows[0]?.certificate?.validUntilDay).toBe('2025-12-18');
  });
});
