/** The page that checks badges away from the office: saved from the certificates, and in every handover. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeCode } from '#shared/badge-check/verdict.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import { someDecision, threeTimes } from '../support/fictitious.ts';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import { lookAt, openExchanging, passphrase, takeIn } from '../support/handing-over.ts';
import { ask, noAnswers, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { listOfPage } from '../support/verifier.ts';

const compiler = testCompiler();
const clock = standingClock('2025-11-20');
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let made: AccreditedOffice;
let certificates: string[];
let codes: string[];

beforeAll(async () => {
  place = await temporaryFolder();
  made = await accreditedOffice(place.folder, { compiler, clock, day: '2025-11-20', count: 5, answers });
  const { ids } = await ask(made.office, 'certificate.reserve', {
    applicationIds: made.people,
    issuedOn: '2025-11-20',
  });
  certificates = ids;
  await print();
  const list = await handOver('badge-list');
  const { badges } = JSON.parse(await readFile(join(list, 'data', 'badge-list.json'), 'utf8')) as {
    badges: { certificate: string; code: string }[];
  };
  const codeOf = new Map(badges.map(({ certificate, code }) => [certificate, code]));
  codes = ids.map((id) => codeOf.get(made.office.state().certificates.get(id)?.number ?? '') ?? '');
});
afterAll(async () => {
  await made.office.close();
  await compiler.close();
  await place.remove();
});

const print = () =>
  ask(made.office, 'document.render', {
    request: { kind: 'badge', certificateIds: certificates, format: 'a6', twoSided: false, design: 'current' },
    ...{ languages: ['ky', 'ru', 'en'], record: true, job: 'p' },
  });

async function handOver(level: 'full' | 'badge-list' | 'public', more: object = {}): Promise<string> {
  answers.chooseFolder = place.folder;
  await ask(made.office, 'handover.chooseFolder', { language: 'ky' });
  const { bag } = await ask(made.office, 'handover.write', {
    ...{ electionId: made.electionId, scope: { kind: 'everything' }, level, folder: place.folder },
    ...{ giver: 'А', receiver: 'Б', passphrase, languages: ['ky'], job: 'h', ...more },
  });
  return join(place.folder, bag);
}

async function savedPage(): Promise<string> {
  answers.saveFile = join(place.folder, 'saved.html');
  const reply = await ask(made.office, 'certificate.saveVerifier', { electionId: made.electionId, language: 'ru' });
  expect(reply).toEqual({ saved: true });
  return readFile(answers.saveFile, 'utf8');
}

const verdicts = (page: string, today = '2025-11-20') =>
  codes.map((code) => judgeCode(code, listOfPage(page).list, today).answer);

describe('the saved page', () => {
  it('finds every printed badge valid, and shows the office’s own key', async () => {
    const page = await savedPage();
    expect(codes.every((code) => code.startsWith('KGO2'))).toBe(true);
    expect(verdicts(page)).toEqual(['valid', 'valid', 'valid', 'valid', 'valid']);
    const [key] = made.office.state().signingKeys.values();
    expect(listOfPage(page).fingerprint).toBe(key?.fingerprint);
  });

  it('names nobody, runs nothing but its own program and reaches nothing', async () => {
    const page = await savedPage();
    const { list } = listOfPage(page);
    const people = made.people.map((id) => made.office.state().applications.get(id));
    for (const person of people) {
      expect(page).not.toContain(person?.names.latin.surname);
      expect(page).not.toContain(person?.document.number);
    }
    for (const organisation of made.office.state().organisations.values())
      expect(page).not.toContain(organisation.name.en);
    expect(list.entries).toHaveLength(5);
    const [, policy = ''] = /Content-Security-Policy"\s+content="([^"]+)"/u.exec(page) ?? [];
    const [program = '', ...others] = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(
      ([, text]) => text ?? '',
    );
    expect(others).toEqual([]);
    const [, look = ''] = /<style>([\s\S]*?)<\/style>/u.exec(page) ?? [];
    const sum = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toBe(
      `default-src 'none'; script-src ${sum(program)}; style-src ${sum(look)}; ` +
        "img-src blob: data:; media-src blob:; base-uri 'none'; form-action 'none'",
    );
    expect(page).not.toMatch(/__[A-Z]+__/u);
    expect(Buffer.byteLength(page)).toBeLessThan(200_000);
  });

  it('speaks three languages, with the words as the office has corrected them', async () => {
    const text = 'Төш белги туура';
    const correct = (corrected: string | null) =>
      ask(made.office, 'wording.correct', {
        changes: [{ language: 'ky', key: 'verifier.answers.valid.title', text: corrected }],
      });
    await correct(text);
    const page = await savedPage();
    expect(page).toContain(text);
    for (const language of languages) expect(page).toContain(locales[language].verifier.list.later);
    await correct(null);
  });

  it('is not saved when the clerk thinks better of it, and of no election that there is not', async () => {
    answers.saveFile = null;
    const asked = { electionId: made.electionId, language: 'ky' } as const;
    expect(await ask(made.office, 'certificate.saveVerifier', asked)).toEqual({ saved: false });
    const refusal = await refusalOf(made.office, 'certificate.saveVerifier', { ...asked, electionId: 'none' });
    expect(refusal.code).toBe('election.unknown');
    answers.saveFile = join(place.folder, 'no-such-folder', 'page.html');
    expect((await refusalOf(made.office, 'certificate.saveVerifier', asked)).code).toBe('file.notSaved');
  });
});

describe('the page in a bag', () => {
  it('is one of its files, in the manifest, and is left out when the clerk says so', async () => {
    const bag = await handOver('badge-list');
    const page = await readFile(join(bag, 'data', 'verifier.html'), 'utf8');
    expect(verdicts(page)).toEqual(['valid', 'valid', 'valid', 'valid', 'valid']);
    const sum = createHash('sha256').update(page).digest('hex');
    expect(await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')).toContain(`${sum}  data/verifier.html\n`);
    const without = await handOver('badge-list', { withVerifier: false });
    await expect(stat(join(without, 'data', 'verifier.html'))).rejects.toThrow('ENOENT');
    const plan = (withVerifier: boolean) =>
      ask(made.office, 'handover.plan', {
        ...{ electionId: made.electionId, scope: { kind: 'everything' }, level: 'public', withVerifier },
      });
    expect((await plan(true)).files).toContain('verifier.html');
    expect((await plan(false)).files).not.toContain('verifier.html');
  });

  it('has no numbers at the public level, and checks whole codes all the same', async () => {
    const page = await readFile(join(await handOver('public'), 'data', 'verifier.html'), 'utf8');
    expect(listOfPage(page).list.entries.every((entry) => entry.length === 2)).toBe(true);
    for (const id of certificates) {
      expect(page).not.toContain(`"${made.office.state().certificates.get(id)?.number ?? '-'}`);
    }
    expect(verdicts(page)).toEqual(['valid', 'valid', 'valid', 'valid', 'valid']);
  });

  it('does not stand in the way of the receiver, whose own page then knows the giver’s badges', async () => {
    const bag = await handOver('full');
    const receiver = await openExchanging(compiler, 'B', 'Б. Үлгүева');
    try {
      expect((await lookAt(receiver, bag)).seen.fingerprint).toMatch(/^[0-9a-f]{64}$/u);
      await takeIn(receiver, bag);
      receiver.answers.saveFile = join(place.folder, 'theirs.html');
      await ask(receiver.office, 'certificate.saveVerifier', { electionId: made.electionId, language: 'en' });
      const page = await readFile(receiver.answers.saveFile, 'utf8');
      expect(verdicts(page, '2025-11-21')).toEqual(['valid', 'valid', 'valid', 'valid', 'valid']);
      expect(listOfPage(page).list.keys).toHaveLength(2);
      // So does its counter.
      const found = await ask(receiver.office, 'certificate.find', {
        ...{ electionId: made.electionId, text: codes[0] ?? '', language: 'ky' },
      });
      expect(found).toMatchObject({ exact: true, rows: [{ certificate: { id: certificates[0] } }] });
    } finally {
      await receiver.close();
    }
  });
});

describe('a page made later', () => {
  it('knows what was revoked, withdrawn, lost and replaced since', async () => {
    const before = await savedPage();
    const { office, people } = made;
    clock.set('2025-11-21');
    const [revoked = '', withdrawn = ''] = people;
    const [, , lost = '', replaced = ''] = certificates;
    const { id } = await ask(office, 'decision.draft', {
      electionId: made.electionId,
      fields: { ...someDecision, sessionDate: '2025-11-21' },
    });
    await ask(office, 'decision.extendAnnex', { id, applicationIds: [revoked], action: 'revoke' });
    await ask(office, 'decision.decideAnnex', {
      id,
      applicationIds: [revoked],
      action: 'revoke',
      reason: threeTimes('мыйзамды бузган'),
    });
    await ask(office, 'decision.adopt', { id, adoption: { number: '2', date: '2025-11-21' } });
    await ask(office, 'application.withdraw', { ids: [withdrawn], on: '2025-11-21', reason: threeTimes('кат') });
    await ask(office, 'certificate.report', { id: lost, as: 'lost', report: 'Жоголду' });
    await ask(office, 'certificate.report', { id: replaced, as: 'spoiled', report: 'Бузулду' });
    await ask(office, 'certificate.replace', { id: replaced, issuedOn: '2025-11-21' });
    const page = await savedPage();
    expect(verdicts(page, '2025-11-21')).toEqual(['revoked', 'withdrawn', 'lost', 'replaced', 'valid']);
    expect(listOfPage(page).list.entries).toHaveLength(6);
    // The older page cannot know it, and says of when it is.
    expect(verdicts(before, '2025-11-21')[0]).toBe('valid');
    expect(listOfPage(before).list.day).toBe('2025-11-20');
  });
});
