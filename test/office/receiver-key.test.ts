import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import type { Office } from '../../electron/office/office.ts';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import { handOver, lookAt, openExchanging, takeIn, type ExchangingOffice } from '../support/handing-over.ts';
import { ask, noAnswers, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const answers = noAnswers();
let [stick, card] = ['', ''];
let made: AccreditedOffice;
let other: ExchangingOffice;
let third: ExchangingOffice;
const places: { remove(): Promise<void> }[] = [];
const giver = () => ({ office: made.office, answers });

beforeAll(async () => {
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  places.push(first, second);
  stick = second.folder;
  card = join(stick, 'key.json');
  const clock = standingClock('2025-11-20');
  made = await accreditedOffice(first.folder, { compiler, clock, day: '2025-11-20', count: 2, answers });
  other = await openExchanging(compiler, 'B', 'Б. Үлгүева');
  third = await openExchanging(compiler, 'C', 'В. Сынакчы');
}, 120_000);
afterAll(async () => {
  for (const one of [made.office, other, third, compiler]) await one.close();
  for (const place of places) await place.remove();
});

const ownKey = async (office: Office) => {
  const [key] = (await ask(office, 'office.signingKeys', {})).keys;
  if (!key) throw new Error('an office without a key');
  return key;
};
const saveCard = async (office: ExchangingOffice): Promise<void> => {
  office.answers.saveFile = card;
  expect(await ask(office.office, 'keyCard.save', { language: 'ru' })).toEqual({ saved: true });
};
const readCard = (): Promise<unknown> => {
  answers.openFile = card;
  return ask(made.office, 'keyCard.read', { language: 'ru' });
};

describe('the public key of another office, brought as a file', () => {
  it('is known here once its fingerprint was compared, and the first handover to it needs no passphrase', async () => {
    await saveCard(other);
    const { fingerprint, id } = await ownKey(other.office);
    const early = await refusalOf(made.office, 'handover.write', {
      ...{ electionId: made.electionId, scope: { kind: 'everything' }, level: 'full', folder: stick, passphrase: null },
      ...{ receiverKey: id, giver: 'А', receiver: 'Б', languages: ['ky'], job: 'give' },
    });
    expect(early.code).toBe('handover.stickGone');
    expect(await readCard()).toMatchObject({ fingerprint, known: false });
    const wrong = await refusalOf(made.office, 'keyCard.bringIn', { comparedFingerprint: '0'.repeat(64) });
    expect(wrong.code).toBe('handover.otherKey');
    await expect(handOver(giver(), made.electionId, stick, { receiverKey: id })).rejects.toThrow('handover.unknownKey');
    await ask(made.office, 'keyCard.bringIn', { comparedFingerprint: fingerprint });
    expect(await readCard()).toMatchObject({ fingerprint, known: true });
    const known = (await ask(made.office, 'office.signingKeys', {})).keys.find((key) => key.id === id);
    expect(known?.from?.giver).not.toBe('');

    const bag = await handOver(giver(), made.electionId, stick, { receiverKey: id });
    const { seen, preview } = await lookAt(other, bag);
    expect(seen.encryptedWith).toBe('key');
    expect(preview.counts.new).toBeGreaterThan(0);
    await ask(other.office, 'receive.commit', { receiveId: seen.receiveId, job: 'take' });
    expect(other.office.state().applications.size).toBe(2);
    await expect(lookAt(third, bag)).rejects.toThrow('handover.notForThisKey');

    // The way back is encrypted to the key that came with the first bag.
    const back = await handOver(other, made.electionId, stick, { receiverKey: (await ownKey(made.office)).id });
    await expect(takeIn(giver(), back)).rejects.toThrow('handover.nothingNew');
  }, 300_000);

  it('stands on the act in three languages: who alone can open it', async () => {
    const [handover] = await ask(made.office, 'handover.list', { electionId: made.electionId });
    const { fingerprint, id } = await ownKey(other.office);
    expect(handover?.receiverKey).toBe(id);
    const { token } = await ask(made.office, 'document.render', {
      request: { kind: 'handover-act', handoverId: handover?.id ?? '' },
      ...{ languages: [...languages], record: false, job: 'p' },
    });
    const tight = (text: string) => text.replaceAll(/\s|\u200b/gu, '');
    const act = tight((await pdfText(made.office.document(token)?.bytes ?? new Uint8Array())).join(''));
    for (const language of languages) {
      expect(act).toContain(tight(locales[language].documents.act.receiverKeyNote));
    }
    expect(act.split(tight(readableFingerprint(fingerprint)))).toHaveLength(4);
  });

  it('is encrypted to only once it was compared here: one that came along with another office’s handover is not yet', async () => {
    // The first office knows the second's key, and hands it on to the third.
    await takeIn(third, await handOver(giver(), made.electionId, stick));
    const { fingerprint, id } = await ownKey(other.office);
    const { id: firstId } = await ownKey(made.office);
    expect((await ask(third.office, 'office.signingKeys', {})).keys.map((key) => key.id)).toContain(id);
    expect((await ask(third.office, 'office.signingKeys', {})).compared).toEqual([firstId]);
    await expect(handOver(third, made.electionId, stick, { receiverKey: id })).rejects.toThrow('handover.unknownKey');
    await saveCard(other);
    third.answers.openFile = card;
    const seen = await ask(third.office, 'keyCard.read', { language: 'ru' });
    expect(seen).toMatchObject({ fingerprint, known: false });
    await ask(third.office, 'keyCard.bringIn', { comparedFingerprint: fingerprint });
    expect(await ask(third.office, 'keyCard.read', { language: 'ru' })).toMatchObject({ known: true });
    expect((await ask(third.office, 'office.signingKeys', {})).compared.toSorted()).toEqual([firstId, id].toSorted());
    await handOver(third, made.electionId, stick, { receiverKey: id });
    // Brought in a second time it changes nothing.
    const { seq } = third.office.head();
    await ask(third.office, 'keyCard.bringIn', { comparedFingerprint: fingerprint });
    expect(third.office.head().seq).toBe(seq);
  }, 300_000);

  it('is refused when the file is another, damaged, one’s own, or of made-up data', async () => {
    const refused = async (bytes: string | Uint8Array) => {
      await writeFile(card, bytes);
      answers.openFile = card;
      return (await refusalOf(made.office, 'keyCard.read', { language: 'ky' })).code;
    };
    await saveCard(third);
    const good = await readFile(card, 'utf8');
    const read = JSON.parse(good) as Record<string, unknown>;
    const altered = (change: Record<string, unknown>) => JSON.stringify({ ...read, ...change });
    expect(await refused('')).toBe('signing.notAKeyCard');
    expect(await refused(Buffer.alloc(1_000_000))).toBe('signing.notAKeyCard');
    expect(await refused(good.slice(0, -9))).toBe('signing.notAKeyCard');
    expect(await refused(altered({ format: 'observer-accreditation-public-key/2' }))).toBe('signing.notAKeyCard');
    expect(await refused(altered({ publicKey: 'A'.repeat(43) }))).toBe('signing.notAKeyCard');
    expect(await refused(altered({ giver: 'a\u0000b' }))).toBe('signing.notAKeyCard');
    expect(await refused(altered({ more: 1 }))).toBe('signing.notAKeyCard');
    expect(await refused(altered({ sample: true }))).toBe('handover.sample');
    expect(await refused(altered({ publicKey: (await ownKey(made.office)).publicKey }))).toBe('signing.ownKey');
  });
});
