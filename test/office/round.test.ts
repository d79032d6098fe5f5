import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryRound, sampleClock } from '../../electron/office/sample/carry-round.ts';
import { reconcile } from '../../electron/office/sample/reconcile.ts';
import { roundElectionId } from '../../electron/office/sample/round.data.ts';
import { samplePeople } from '../../electron/office/sample/people.ts';
import type { Office } from '../../electron/office/office.ts';
import { workFactorOf } from '../support/age-header.ts';
import { pdfText } from '../support/pdf.ts';
import { ask, noAnswers, openTestOffice, refusalOf, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
const clock = sampleClock();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let certificateIds: string[];

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, clock, answers, undefined, 'usual');
  const carried = await carryRound({
    office,
    clock,
    sample: true,
    variety: false,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  if (!carried.ok) throw new Error(carried.refusal.code);
  certificateIds = carried.value.certificateIds;
});

afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

describe('the real round of 2025, with no window', () => {
  it('agrees with every published figure', async () => {
    const totals = await ask(office, 'totals.at', { electionId: roundElectionId, day: '2025-11-30' });
    for (const { what, register, published } of reconcile(totals)) expect(register, what).toBe(published);
    expect(totals.decisions.map(({ cumulative }) => cumulative)).toEqual([29, 127, 297, 378]);
  });

  it('shows the day before a decision without it', async () => {
    const before = await ask(office, 'totals.at', { electionId: roundElectionId, day: '2025-11-11' });
    expect(before).toMatchObject({ accredited: 127, inForce: 127 });
  });

  it('has records that are whole, every decision by its checksum', async () => {
    expect(await ask(office, 'audit.verify', { job: 'check' })).toMatchObject({ faultCount: 0, decisions: 4 });
  });

  it('gives every accredited person a number of their own, with no gap', () => {
    const numbers = [...office.state().certificates.values()].map(({ number }) => number).sort();
    expect(numbers).toHaveLength(378);
    expect(numbers).toEqual(numbers.map((_, index) => `A-${String(index + 1).padStart(4, '0')}`));
  });

  it('finds a person by any writing of the name, folded, and by document number', async () => {
    const [person] = samplePeople().filter(({ fields }) => /[ңөү]/u.test(fields.names.ky.surname));
    if (!person) throw new Error('the sample has no name with a Kyrgyz letter');
    const { names, document } = person.fields;
    const searches = [names.latin.surname.toLowerCase(), names.ky.surname, names.ru.surname, document.number];
    const filter = {
      electionId: roundElectionId,
      statuses: [],
      organisationIds: [],
      countries: [],
      decisionIds: [],
      categories: [],
    };
    for (const search of searches) {
      const found = await ask(office, 'application.list', {
        filter: { ...filter, search },
        sorting: { column: 'latin', descending: false },
        language: 'ky',
        offset: 0,
        limit: 100,
      });
      expect(
        found.rows.map(({ id }) => id),
        search,
      ).toContain(person.id);
    }
  });

  it('opens again with the same register, from the snapshot and from the journal alone', async () => {
    const folder = join(place.folder, 'office');
    const before = JSON.stringify([...office.state().applications.values()]);
    const { seq } = office.head();
    await office.close();
    office = await openTestOffice(folder, compiler, clock, answers, undefined, 'usual');
    expect(JSON.stringify([...office.state().applications.values()])).toBe(before);
    expect(office.head().seq).toBe(seq);
    await office.close();
    for (const name of await readdir(folder)) if (name.startsWith('snapshot')) await writeFile(join(folder, name), 'x');
    office = await openTestOffice(folder, compiler, clock, answers, undefined, 'usual');
    expect(JSON.stringify([...office.state().applications.values()])).toBe(before);
    expect(office.report.snapshotRebuilt).toBe(true);
  });

  it('prints certificates and badges in three languages, Kyrgyz first, and marks them as sample', async () => {
    const ids = certificateIds.slice(0, 4);
    for (const kind of ['certificate', 'badge'] as const) {
      const made = await ask(office, 'document.render', {
        request: { kind, certificateIds: ids },
        languages: ['en', 'ru', 'ky'],
        record: true,
        job: 'print',
      });
      expect(made.pages).toBe(4);
      const document = office.document(made.token);
      const text = (await pdfText(document?.bytes ?? new Uint8Array())).join('\n');
      const ky = text.toLowerCase().search(/күбөлүк|эл аралык байкоочу/u);
      const ru = text.toLowerCase().search(/удостоверение|международный/u);
      const en = text.toLowerCase().search(/certificate|international observer/u);
      expect(ky).toBeGreaterThanOrEqual(0);
      expect(ru).toBeGreaterThan(ky);
      expect(en).toBeGreaterThan(ru);
      expect(text).toContain('A-0001');
      expect(text.match(/ҮЛГҮ/gu)?.length).toBeGreaterThanOrEqual(4);
    }
    const certificate = office.state().certificates.get(ids[0] ?? '');
    expect(certificate?.status).toBe('printed');
    expect(certificate?.printRuns.map(({ paper }) => paper)).toEqual(['certificate', 'badge']);
  });

  it('makes the same bytes for the same paper', async () => {
    const hashes = [];
    for (let time = 0; time < 2; time += 1) {
      const made = await ask(office, 'document.render', {
        request: { kind: 'badge', certificateIds: certificateIds.slice(0, 10), format: 'card-sheet' },
        languages: ['ky', 'ru', 'en'],
        record: false,
        job: 'print',
      });
      hashes.push(
        createHash('sha256')
          .update(office.document(made.token)?.bytes ?? '')
          .digest('hex'),
      );
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('hands the full register over only encrypted, and what was encrypted opens with the passphrase', async () => {
    const stick = join(place.folder, 'stick');
    await mkdir(stick);
    answers.chooseFolder = stick;
    await ask(office, 'handover.chooseFolder', { language: 'ky' });
    const order = {
      electionId: roundElectionId,
      scope: { kind: 'organisation', organisationId: 'emb-jp' } as const,
      level: 'full' as const,
      folder: stick,
      giver: 'Т. Текшерова',
      receiver: 'А. Кабылалов',
      languages: ['ky' as const],
      job: 'handover',
    };
    const short = await refusalOf(office, 'handover.write', { ...order, passphrase: 'кыска' });
    expect(short.code).toBe('handover.passphraseTooShort');
    expect(await readdir(stick)).toEqual([]);

    const passphrase = 'алты уулдун бири кыз';
    const handover = await ask(office, 'handover.write', { ...order, passphrase });
    const bag = join(stick, handover.bag);
    const names = await readdir(join(bag, 'data'));
    expect(names.sort()).toEqual([
      ...['handover-act.pdf', 'register.zip.age', 'totals.csv', 'totals.json', 'totals.xlsx', 'verifier.html'],
    ]);
    const person = samplePeople().find(({ organisationId }) => organisationId === 'emb-jp');
    for (const name of names) {
      const content = await readFile(join(bag, 'data', name));
      expect(content.includes(person?.fields.document.number ?? 'nobody'), name).toBe(false);
    }
    const encrypted = await readFile(join(bag, 'data', 'register.zip.age'));
    // The one handover of these tests that pays what a guess costs the clerk: age's own 2^18.
    expect(workFactorOf(encrypted)).toBe(18);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const archive = Buffer.from(await decrypter.decrypt(encrypted));
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    expect(archive.includes('register.json')).toBe(true);
    expect(archive.includes('people.xlsx')).toBe(true);
    expect(handover.people).toBe(samplePeople().filter(({ organisationId }) => organisationId === 'emb-jp').length);
    expect(office.state().handovers.get(handover.id)?.number).toBe(1);
  });

  it('writes nothing to a folder that was not chosen', async () => {
    const refusal = await refusalOf(office, 'handover.write', {
      electionId: roundElectionId,
      scope: { kind: 'everything' },
      level: 'public',
      folder: place.folder,
      giver: '',
      receiver: '',
      passphrase: null,
      languages: ['ky'],
      job: 'handover',
    });
    expect(refusal.code).toBe('handover.stickGone');
  });

  it('hands nobody’s name over on the public level', async () => {
    const handover = await ask(office, 'handover.write', {
      electionId: roundElectionId,
      scope: { kind: 'everything' },
      level: 'public',
      folder: join(place.folder, 'stick'),
      giver: 'Т. Текшерова',
      receiver: '',
      passphrase: null,
      languages: ['ky', 'ru', 'en'],
      job: 'handover',
    });
    const data = join(place.folder, 'stick', handover.bag, 'data');
    const surnames = samplePeople().map(({ fields }) => fields.names.latin.surname);
    for (const name of await readdir(data)) {
      const bytes = await readFile(join(data, name));
      const text = name.endsWith('.pdf') ? (await pdfText(bytes)).join('\n') : bytes.toString('utf8');
      for (const surname of surnames) expect(text.includes(surname), `${surname} in ${name}`).toBe(false);
    }
    const csv = await readFile(join(data, 'totals-ky.csv'));
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString('utf8')).toContain(';');
  });
});
