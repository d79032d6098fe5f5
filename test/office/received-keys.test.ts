import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningKey } from '../../electron/office/access/signing-key.ts';
import { signedCode } from '../../electron/office/documents/badge-code.ts';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import type { Office } from '../../electron/office/office.ts';
import { accreditedOffice, must, type AccreditedOffice } from '../support/accredited-office.ts';
import { handOver, lookAt, openExchanging, takeIn, type ExchangingOffice } from '../support/handing-over.ts';
import { ask, noAnswers, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const answers = noAnswers();
let [home, stick] = ['', ''];
let made: AccreditedOffice;
let other: ExchangingOffice;
const places: { remove(): Promise<void> }[] = [];
const giver = () => ({ office: made.office, answers });

beforeAll(async () => {
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  places.push(first, second);
  [home, stick] = [first.folder, second.folder];
  const clock = standingClock('2025-11-20');
  made = await accreditedOffice(home, { compiler, clock, day: '2025-11-20', count: 2, answers });
  other = await openExchanging(compiler, 'B', 'Б. Үлгүева');
}, 120_000);
afterAll(async () => {
  await made.office.close();
  await other.close();
  await compiler.close();
  for (const place of places) await place.remove();
});

const fingerprints = (office: Office) => [...office.state().signingKeys.values()].map(({ fingerprint }) => fingerprint);
const find = (office: Office, text: string) =>
  office.call('certificate.find', { electionId: made.electionId, text, language: 'ky' });

/** The badge's code as that office prints it. */
async function badgeOf({ office, folder }: ExchangingOffice, applicationId: string): Promise<string> {
  const { ids } = await ask(office, 'certificate.reserve', { applicationIds: [applicationId], issuedOn: '2025-11-21' });
  await must(office, { type: 'certificate.print', ids, paper: 'badge' });
  const certificate = office.state().certificates.get(ids[0] ?? '');
  const signer = await openSigningKey(folder, standingClock('2025-11-21'));
  if (!certificate?.printed || !signer.ok) throw new Error('nothing was printed');
  return signedCode(office.state(), certificate, certificate.printed, signer.value);
}

/** Everything on the pages as one line without blanks: sums are broken over several lines on paper. */
async function receiptAct(office: Office, receiptId: string): Promise<string> {
  const { token } = await ask(office, 'document.render', {
    ...{ request: { kind: 'receipt-act', receiptId }, languages: [...languages], record: false, job: 'p' },
  });
  const text = await pdfText(office.document(token)?.bytes ?? new Uint8Array());
  return text.join('').replaceAll(/\s|\u200b/gu, '');
}
const tight = (text: string) => text.replaceAll(/\s/gu, '');

describe('the signing key of a laptop whose handover was taken in', () => {
  it('is known here from then on, and is handed on: a badge that it signed is found at the counter', async () => {
    const { seen, preview } = await lookAt(other, await handOver(giver(), made.electionId, stick));
    expect(preview.keys).toEqual([{ fingerprint: seen.fingerprint, giver: 'Т. Сынакчы' }]);
    await ask(other.office, 'receive.commit', { receiveId: seen.receiveId, job: 'take' });
    const { keys } = await ask(other.office, 'office.signingKeys', {});
    expect(keys.map(({ from }) => from?.giver ?? null)).toEqual([null, 'Т. Сынакчы']);

    const code = await badgeOf(other, made.people[0] ?? '');
    expect(await find(made.office, code)).toMatchObject({ refusal: { code: 'certificate.codeNotOurs' } });
    await takeIn(giver(), await handOver(other, made.electionId, stick));
    expect(await find(made.office, code)).toMatchObject({ ok: true, value: { exact: true } });
    expect(new Set(fingerprints(made.office))).toEqual(new Set(fingerprints(other.office)));

    const third = await openExchanging(compiler, 'C', 'В. Сынакчы');
    await takeIn(third, await handOver(giver(), made.electionId, stick));
    expect(await find(third.office, code)).toMatchObject({ ok: true, value: { exact: true } });
    const [own] = (await ask(third.office, 'office.signingKeys', {})).keys;
    expect(own?.from).toBeNull();
    // A key that was handed on is no reason not to compare it when its own office first comes.
    expect((await lookAt(third, await handOver(other, made.electionId, stick))).seen.knownAs).toBeNull();
    await third.close();
  }, 300_000);

  it('stands on the act of receipt, with the journal before and after it, for as long as there is a journal', async () => {
    const [receipt] = await ask(made.office, 'receive.list', { electionId: made.electionId });
    if (!receipt) throw new Error('nothing was taken in');
    const act = await receiptAct(made.office, receipt.id);
    for (const language of languages) {
      const words = locales[language].documents.receiptAct;
      expect(act).toContain(tight(words.title.replace('{{number}}', String(receipt.number))));
      expect(act).toContain(tight(words.compared));
    }
    expect(act.split(tight(readableFingerprint(receipt.signer.fingerprint)))).toHaveLength(4);
    for (const sum of [receipt.manifest, receipt.head.hash]) expect(act.split(sum)).toHaveLength(4);
    const sums = /line(\d+)\(SHA-256\)([0-9a-f]{64}).*line(\d+)\(SHA-256\)([0-9a-f]{64})/u.exec(act) ?? [];
    const [, before, , after] = sums;
    expect(Number(after)).toBe(Number(before) + 1);
    await ask(made.office, 'certificate.reserve', { applicationIds: made.people.slice(1), issuedOn: '2025-11-20' });
    expect(await receiptAct(made.office, receipt.id)).toBe(act);
    const unknown = await refusalOf(made.office, 'document.render', {
      ...{ request: { kind: 'receipt-act', receiptId: 'nobody' }, languages: ['ky'], record: false, job: 'p' },
    });
    expect(unknown.code).toBe('handover.unknown');
  });
});
