import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSigningKey, signingKeyName, verifySignature } from '../../electron/office/access/signing-key.ts';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());
const day = '2026-11-10';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let made: AccreditedOffice;
const answers = noAnswers();
const folder = () => join(place.folder, 'office');
const keys = () => ask(made.office, 'office.signingKeys', {});
const reopen = async () => {
  await made.office.close();
  made.office = await openTestOffice(folder(), compiler, standingClock(day), answers);
};

beforeEach(async () => {
  place = await temporaryFolder();
  answers.chooseFolder = place.folder;
  made = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 2, answers });
});
afterEach(async () => {
  await made.office.close();
  await place.remove();
});

/** The text of a document as one line without blanks: sums are broken over several lines on paper. */
async function paper(request: Parameters<typeof ask<'document.render'>>[2]['request']): Promise<string> {
  const { token } = await ask(made.office, 'document.render', {
    ...{ request, languages: ['ky', 'ru', 'en'], record: false, job: 'p' },
  });
  const text = await pdfText(made.office.document(token)?.bytes ?? new Uint8Array());
  return text.join('').replaceAll(/\s|\u200b/gu, '');
}
const tight = (text: string) => text.replaceAll(/\s/gu, '');

describe('the key of an office', () => {
  it('is in the register from the first day, and opening again adds nothing', async () => {
    const first = await keys();
    expect(first.usable).toBe(true);
    expect(first.keys.map(({ id }) => id)).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/u)]);
    const { seq } = made.office.head();
    await reopen();
    expect(await keys()).toEqual(first);
    expect(made.office.head().seq).toBe(seq);
  });

  it('is made for an office of before at its next opening', async () => {
    const old = join(place.folder, 'old');
    await mkdir(old);
    await copyFile(join(import.meta.dirname, 'schema-3', 'journal.bytes'), join(old, 'journal.jsonl'));
    const office = await openTestOffice(old, compiler, standingClock(day));
    expect(await ask(office, 'office.signingKeys', {})).toMatchObject({ usable: true });
    expect(office.state().signingKeys.size).toBe(1);
    await office.close();
  });

  it('stays known when its file is gone: the next one signs, and what the first signed is still confirmed', async () => {
    const [first] = (await keys()).keys;
    const signer = await openSigningKey(folder(), standingClock(day));
    const signature = signer.ok ? signer.value.sign(Buffer.from('a')) : new Uint8Array();
    await rm(join(folder(), signingKeyName));
    await reopen();
    const { keys: after } = await keys();
    expect(after).toHaveLength(2);
    expect(after[1]).toEqual(first);
    await writeFile(join(folder(), signingKeyName), '{');
    await reopen();
    expect((await keys()).keys).toHaveLength(3);
    expect(
      verifySignature(
        made.office.state().signingKeys.get(first?.id ?? '')?.publicKey ?? '',
        Buffer.from('a'),
        signature,
      ),
    ).toBe(true);
  });

  it('stands on the handover act with the journal’s head, in three languages', async () => {
    const head = made.office.head();
    const [key] = (await keys()).keys;
    await ask(made.office, 'handover.chooseFolder', { language: 'ky' });
    const handover = await ask(made.office, 'handover.write', {
      ...{ electionId: made.electionId, scope: { kind: 'everything' }, level: 'public', folder: place.folder },
      ...{ giver: 'А', receiver: 'Б', passphrase: null, languages: ['ky', 'ru', 'en'], job: 'h' },
    });
    expect(handover).toMatchObject({ head, key });
    await reopen();
    const text = await paper({ kind: 'handover-act', handoverId: handover.id });
    expect(text.split(head.hash)).toHaveLength(4);
    expect(text.split(tight(readableFingerprint(key?.fingerprint ?? '')))).toHaveLength(4);
    for (const language of languages) {
      expect(text).toContain(tight(locales[language].documents.act.journalNote));
      expect(text).toContain(tight(locales[language].documents.act.keyNote));
    }
  });

  it('leaves the decision’s paper with the journal’s head at its adoption', async () => {
    const [decision] = made.office.state().decisions.values();
    const lines = made.office.head().seq;
    const text = await paper({ kind: 'decision', decisionId: decision?.id ?? '' });
    const [, seq, hash] = /stoodatline(\d+)when.*?SHA-256\):([0-9a-f]{64})/u.exec(text) ?? [];
    expect(Number(seq)).toBe(lines - 1);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(text.split(hash ?? '-')).toHaveLength(4);
    await ask(made.office, 'certificate.reserve', { applicationIds: made.people, issuedOn: day });
    expect(await paper({ kind: 'decision', decisionId: decision?.id ?? '' })).toContain(hash);
  });
});
