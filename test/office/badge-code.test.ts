import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySignature } from '../../electron/office/access/signing-key.ts';
import { decodeCode, referenceOf } from '#shared/badge-check/statement.ts';
import { qrText, type Certificate } from '#shared/domain/records/certificate.ts';
import type { Input } from '#shared/contract/index.ts';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import {
  ask,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { pdfPixels } from '../support/pdf.ts';

const compiler = testCompiler();
const day = '2026-11-10';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let made: AccreditedOffice;
let certificate: Certificate;

beforeAll(async () => {
  place = await temporaryFolder();
  made = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 1 });
  const { ids } = await ask(made.office, 'certificate.reserve', { applicationIds: made.people, issuedOn: day });
  const reserved = made.office.state().certificates.get(ids[0] ?? '');
  if (!reserved) throw new Error('no certificate');
  certificate = reserved;
});
afterAll(async () => {
  await made.office.close();
  await compiler.close();
  await place.remove();
});

type Request = Input<'document.render'>['request'];

async function printed(request: Request): Promise<Uint8Array> {
  const { token } = await ask(made.office, 'document.render', {
    ...{ request, languages: ['ky', 'ru', 'en'], record: false, job: 'p' },
  });
  return made.office.document(token)?.bytes ?? new Uint8Array();
}
/** What a reader sees on a page; a photo by a phone at an arm's length shows as much as 200 dots to the inch. */
async function codeOn(request: Request, dotsPerInch: number, index = 0): Promise<string> {
  const page = (await pdfPixels(await printed(request), dotsPerInch))[index];
  if (!page) throw new Error('no page');
  return decodeQR(page, { effort: 4, timeLimit: 20_000 });
}
const badge = (format: 'a6' | 'a7-sheet' | 'card' | 'card-sheet', twoSided = false): Request => ({
  ...{ kind: 'badge', certificateIds: [certificate.id], format, twoSided, design: 'current' },
});
const paper = (): Request => ({ kind: 'certificate', certificateIds: [certificate.id], design: 'current' });
const find = (text: string) =>
  ask(made.office, 'certificate.find', { electionId: made.electionId, text, language: 'ky' as const });
const refused = (text: string) =>
  refusalOf(made.office, 'certificate.find', { electionId: made.electionId, text, language: 'ky' as const });

const everything = (search: string) => ({ electionId: made.electionId, search, language: 'ky' as const });
const selected = (search: string) => ({
  filter: { electionId: made.electionId, search, states: [], organisationIds: [], decisionIds: [] },
  sorting: { column: 'number' as const, descending: false },
  language: 'ky' as const,
});
const listed = (search: string) => ({ ...selected(search), offset: 0, limit: 10 });
/** As a scanner's keys come out while the Russian letters are on. */
const toCyrillicKeys = (text: string): string => text.replaceAll(/[A-Z;/]/gu, (key) => cyrillicOn[key] ?? key);
const cyrillicOn: Record<string, string> = { K: 'Л', G: 'П', O: 'Щ', B: 'И', S: 'Ы', ';': 'ж', '/': '.', A: 'Ф' };

describe('the code on a printed page', () => {
  it('is the office’s signed statement of this person, on the badge and on the certificate alike', async () => {
    const code = await codeOn(badge('a6'), 200);
    const read = decodeCode(code);
    const [key] = made.office.state().signingKeys.values();
    const person = made.office.state().applications.get(certificate.applicationId);
    expect(read?.statement).toMatchObject({
      ...{ keyId: key?.id, number: certificate.number, validFrom: certificate.validFrom, validUntil: null },
      ...{ election: referenceOf(made.electionId), certificate: referenceOf(certificate.id), nameShortened: false },
      name: `${person?.names.latin.surname ?? ''} ${person?.names.latin.given ?? ''}`,
    });
    if (!read) throw new Error('no code');
    expect(verifySignature(key?.publicKey ?? '', read.signed, read.signature)).toBe(true);
    expect(await codeOn(paper(), 200)).toBe(code);
    expect(await codeOn(badge('a6'), 150)).toBe(code);
  });

  it('is the short one where a card’s front has no room for the signed one, which stands on the back', async () => {
    expect(await codeOn(badge('card'), 300)).toBe(qrText(certificate));
    const signed = await codeOn(badge('a6'), 200);
    for (const format of ['card', 'card-sheet', 'a7-sheet'] as const) {
      expect(await codeOn(badge(format, true), 300), format).toBe(qrText(certificate));
      expect(await codeOn(badge(format, true), 200, 1), format).toBe(signed);
    }
  });

  it('finds its person at the counter, as does the short code of before', async () => {
    const code = await codeOn(badge('a6'), 200);
    for (const text of [code, `${code}\n`, code.toLowerCase(), qrText(certificate)]) {
      expect(await find(text)).toMatchObject({ exact: true, rows: [{ certificate: { number: certificate.number } }] });
    }
  });

  it('finds its certificate in the list, in its files, and its person in the search over everything', async () => {
    const code = await codeOn(badge('a6'), 200);
    for (const text of [code, `${code.toLowerCase()} `, qrText(certificate), toCyrillicKeys(qrText(certificate))]) {
      const list = await ask(made.office, 'certificate.list', listed(text));
      expect(list).toMatchObject({ total: 1, rows: [{ certificate: { id: certificate.id } }] });
      expect(await ask(made.office, 'certificate.select', selected(text))).toHaveLength(1);
      expect(await ask(made.office, 'search.everything', everything(text))).toMatchObject({
        ...{ peopleFound: 1, people: [{ id: certificate.applicationId }], organisations: [], decisions: [] },
      });
    }
    const narrowed = { ...listed(code), filter: { ...listed(code).filter, states: ['lost' as const] } };
    expect(await ask(made.office, 'certificate.list', narrowed)).toMatchObject({ total: 0 });
    const other = qrText({ electionId: made.electionId, number: `${certificate.number}0` });
    for (const [text, refusal] of [
      [`${code.slice(0, 60)}${code[60] === '7' ? '8' : '7'}${code.slice(61)}`, 'certificate.codeNotOurs'],
      [other, 'certificate.noSuchNumber'],
      [qrText({ electionId: 'another', number: certificate.number }), 'certificate.otherElection'],
    ] as const) {
      expect(await refusalOf(made.office, 'certificate.list', listed(text))).toMatchObject({ code: refusal });
      expect(await refusalOf(made.office, 'certificate.select', selected(text))).toMatchObject({ code: refusal });
      expect(await refusalOf(made.office, 'search.everything', everything(text))).toMatchObject({ code: refusal });
    }
  });

  it('is refused at the counter when it was altered, or signed by another office', async () => {
    const code = await codeOn(badge('a6'), 200);
    const altered = `${code.slice(0, 60)}${code[60] === '7' ? '8' : '7'}${code.slice(61)}`;
    expect(await refused(altered)).toMatchObject({ code: 'certificate.codeNotOurs' });
    const other = await openTestOffice(join(place.folder, 'other'), compiler, standingClock(day));
    const [settings] = [made.office.state().settings];
    if (!settings) throw new Error('no settings');
    await other.execute({ type: 'office.establish', settings, sample: false });
    const reply = await other.call('certificate.find', { electionId: made.electionId, text: code, language: 'ky' });
    await other.close();
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'certificate.codeNotOurs' } });
  });
});
