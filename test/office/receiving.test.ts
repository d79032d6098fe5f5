import { cp, mkdir, readFile, rename, rm, symlink, writeFile, appendFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { someHead } from '../support/fictitious.ts';
import type { Office } from '../../electron/office/office.ts';
import { accreditedOffice, must } from '../support/accredited-office.ts';
import {
  handOver,
  lookAt,
  openExchanging,
  passphrase,
  takeIn,
  type ExchangingOffice,
} from '../support/handing-over.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { bundleOf } from '#shared/domain/merge/compare.ts';
import { emptyApplicationFields, ApplicationFields } from '#shared/domain/records/application.ts';

const compiler = testCompiler();
const places: { remove(): Promise<void> }[] = [];
const opened: { close(): Promise<void> }[] = [];
let home: string;
let stick: string;
let givers: Office;
let electionId: string;
let people: string[];
let bag: string;
const answers = noAnswers();
const giver = () => ({ office: givers, answers });

const folder = async (): Promise<string> => {
  const place = await temporaryFolder();
  places.push(place);
  return place.folder;
};

const other = async (series = 'B', clerk = 'Б. Үлгүева', sample = false): Promise<ExchangingOffice> => {
  const one = await openExchanging(compiler, series, clerk, sample);
  opened.push(one);
  return one;
};

beforeAll(async () => {
  [home, stick] = [await folder(), await folder()];
  const clock = standingClock('2025-11-20');
  const made = await accreditedOffice(home, { compiler, clock, day: '2025-11-20', count: 4, answers });
  ({ office: givers, electionId, people } = made);
  await must(givers, {
    type: 'certificate.reserve',
    issuedOn: '2025-11-20',
    rows: people.slice(0, 2).map((applicationId, n) => ({ id: `c${String(n)}`, applicationId })),
  });
  bag = await handOver(giver(), electionId, stick);
}, 120_000);
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
afterAll(async () => {
  await givers.close();
  await compiler.close();
  for (const place of places) await place.remove();
});

/** The records of the election that both offices have in common, in one order. */
const merged = (office: Office) => {
  const records = Object.values(bundleOf(office.state(), electionId)?.records ?? {}) as { id: string }[][];
  return records.map((all) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
};

describe('a full handover taken in by another office', () => {
  it('brings election, organisations, people with photos, decisions and certificates, in one line that says where from', async () => {
    const here = await other();
    const before = here.office.head().seq;
    const { seen, preview } = await lookAt(here, bag);
    expect(seen).toMatchObject({ knownAs: null, bag: bag.split('/').at(-1) });
    expect(preview).toMatchObject({ isNewElection: true, open: 0, nothingNew: false, sameSeries: null });
    expect(preview.counts).toMatchObject({ new: 9, conflict: 0 });
    const rows = await ask(here.office, 'receive.rows', {
      ...{ receiveId: seen.receiveId, show: null, language: 'ky', offset: 0, limit: 100 },
    });
    expect(rows.total).toBe(9);
    const receipt = await ask(here.office, 'receive.commit', { receiveId: seen.receiveId, job: 'take' });
    expect(receipt).toMatchObject({ giver: 'Т. Сынакчы', receiver: someHead.name, counts: { fresh: 9, settled: 0 } });
    expect(receipt.signer.fingerprint).toBe(seen.fingerprint);
    expect(receipt.head.seq).toBeGreaterThan(0);
    expect(here.office.head().seq).toBe(before + 1);
    expect(merged(here.office)).toEqual(merged(givers));
    for (const { photo } of here.office.state().applications.values()) {
      expect(await here.office.photo(photo?.picture ?? '')).not.toBeNull();
    }
    expect(await ask(here.office, 'receive.list', { electionId })).toEqual([receipt]);
    const history = await ask(here.office, 'history.of', { kind: 'application', id: people[0] ?? '' });
    expect(history.flatMap(({ facts }) => facts)).toMatchObject([
      { type: 'handover.received', params: { giver: 'Т. Сынакчы' } },
    ]);
    const checked = await ask(here.office, 'audit.verify', { job: 'verify' });
    expect(checked.faults).toEqual([]);
  });

  it('changes nothing the second time, and the key is known by then', async () => {
    const here = await other();
    await takeIn(here, bag);
    const { seq } = here.office.head();
    const { seen, preview } = await lookAt(here, bag);
    expect(seen.knownAs).toBe('Т. Сынакчы');
    expect(preview.nothingNew).toBe(true);
    const again = await refusalOf(here.office, 'receive.commit', { receiveId: seen.receiveId, job: 'take' });
    expect(again.code).toBe('handover.nothingNew');
    expect(here.office.head().seq).toBe(seq);
  });

  it('asks about what was changed on both, and what was settled comes back without a question', async () => {
    const [left, right] = [await other('L', 'Л. Сынакчы'), await other('R', 'О. Сынакчы')];
    const exchange = await folder();
    await takeIn(left, bag);
    const organisation = [...left.office.state().organisations.keys()][0] ?? '';
    const draft = async ({ office }: ExchangingOffice, id: string | null, surname: string, number: string) => {
      const fields = ApplicationFields.parse({
        ...emptyApplicationFields,
        names: { ...emptyApplicationFields.names, latin: { surname, given: 'Aida' } },
        document: { ...emptyApplicationFields.document, number, issuer: 'MNG' },
      });
      return (await ask(office, 'application.save', { id, electionId, organisationId: organisation, fields })).id;
    };
    const shared = await draft(left, null, 'Shared', 'S1');
    await takeIn(right, await handOver(left, electionId, exchange));
    await draft(left, shared, 'Leftname', 'S1');
    await draft(right, shared, 'Rightname', 'S1');
    const leftTwin = await draft(left, null, 'Twin', 'T1');
    const rightTwin = await draft(right, null, 'Twin', 'T1');
    const back = await handOver(left, electionId, exchange);

    const { seen, preview } = await lookAt(right, back);
    const { receiveId } = seen;
    expect(preview).toMatchObject({ questions: 2, open: 2, renumbered: 1 });
    const early = await refusalOf(right.office, 'receive.commit', { receiveId, job: 'take' });
    expect(early).toMatchObject({ code: 'handover.unsettled', params: { count: 2 } });
    const { rows } = await ask(right.office, 'receive.questions', { receiveId, language: 'ru', offset: 0, limit: 10 });
    expect(rows[0]).toMatchObject({
      kind: 'record',
      recordKind: 'application',
      differences: [{ field: 'names.latin.surname', from: 'Rightname', to: 'Leftname' }],
    });
    expect(rows[1]?.options.map(({ choice }) => choice).sort()).toEqual([leftTwin, rightTwin].sort());
    const settled = await ask(right.office, 'receive.settle', {
      receiveId,
      settlements: [
        { question: rows[0]?.key ?? '', choice: 'theirs' },
        { question: rows[1]?.key ?? '', choice: leftTwin },
      ],
    });
    expect(settled.open).toBe(0);
    await ask(right.office, 'receive.commit', { receiveId, job: 'take' });
    const state = right.office.state();
    expect(state.applications.get(shared)?.names.latin.surname).toBe('Leftname');
    expect(state.applications.get(rightTwin)).toMatchObject({ status: 'withdrawn', withdrawnOn: '2025-11-21' });
    expect(state.applications.get(leftTwin)?.status).toBe('draft');

    const returned = await lookAt(left, await handOver(right, electionId, exchange));
    expect(returned.preview).toMatchObject({ questions: 0, open: 0 });
    await ask(left.office, 'receive.commit', { receiveId: returned.seen.receiveId, job: 'take' });
    expect(merged(left.office)).toEqual(merged(right.office));
    expect((await lookAt(right, await handOver(left, electionId, exchange))).preview.nothingNew).toBe(true);
  }, 600_000);

  it('is still the same register when the office is opened again from its journal alone', async () => {
    const here = await other();
    await takeIn(here, bag);
    const before = merged(here.office);
    await here.office.close();
    await rm(join(here.folder, 'snapshot.json'), { force: true });
    const again = await openTestOffice(here.folder, compiler, standingClock('2025-11-22'));
    expect(merged(again)).toEqual(before);
    await again.close();
  });

  it('warns when both computers number from one series, and asks whose a number is that both have given', async () => {
    const here = await other('A');
    await takeIn(here, bag);
    const { preview } = await lookAt(here, bag);
    expect(preview.sameSeries).toBe('A');
    const free = people.slice(2, 3);
    await must(here.office, {
      ...{ type: 'certificate.reserve', issuedOn: '2025-11-21' },
      rows: free.map((applicationId) => ({ id: 'mine', applicationId })),
    });
    const theirs = await other('A', 'А. Башка');
    await takeIn(theirs, bag);
    await must(theirs.office, {
      ...{ type: 'certificate.reserve', issuedOn: '2025-11-21' },
      rows: people.slice(3).map((applicationId) => ({ id: 'yours', applicationId })),
    });
    const theirBag = await handOver(theirs, electionId, await folder());
    const { seen, preview: asked } = await lookAt(here, theirBag);
    const { receiveId } = seen;
    expect(asked).toMatchObject({ questions: 1, open: 1, openAlike: 0 });
    const window = { receiveId, language: 'ru' as const, offset: 0, limit: 5 };
    const [question] = (await ask(here.office, 'receive.questions', window)).rows;
    if (!question) throw new Error('nothing is asked');
    expect(question).toMatchObject({ kind: 'bearer', needsSecretary: true, name: 'A-0003', answer: null });
    expect(question.options.map(({ choice, number, known }) => [choice, number, known])).toEqual([
      ['mine', 'A-0003', 'here'],
      ['yours', 'A-0003', 'there'],
    ]);
    const settle = (reason: string) =>
      ask(here.office, 'receive.settle', {
        receiveId,
        settlements: [{ question: question.key, choice: 'yours', reason }],
      });
    expect((await settle('')).open, 'not without a reason').toBe(1);
    expect((await settle('күбөлүк тапшырылган')).open).toBe(0);
    const receipt = await ask(here.office, 'receive.commit', { receiveId, job: 'take' });
    expect(receipt.settled).toMatchObject([{ kind: 'bearer', choice: 'one', reason: 'күбөлүк тапшырылган' }]);

    // The other is void and stays in sight; its person gets another number.
    const { certificates } = here.office.state();
    expect(certificates.get('yours')).toMatchObject({ status: 'reserved', givenUp: null });
    expect(certificates.get('mine')).toMatchObject({
      ...{ status: 'void', number: 'A-0003', report: 'күбөлүк тапшырылган', givenUp: { to: 'yours' } },
    });
    const filter = { electionId, search: 'A-0003', states: [] };
    const register = await ask(here.office, 'numberRegister.list', { filter, language: 'ru', offset: 0, limit: 10 });
    expect(register.rows.map(({ state }) => state).sort()).toEqual(['reserved', 'void']);
    expect((await ask(here.office, 'audit.verify', { job: 'verify' })).faults).toEqual([]);
    const [person = ''] = free;
    await ask(here.office, 'certificate.reserve', { applicationIds: [person], issuedOn: '2025-11-21' });
    const fresh = here.office.state().certificates.get(here.office.state().aliveCertificates.get(person) ?? '');
    expect(fresh).toMatchObject({ number: 'A-0004', status: 'reserved' });
    const told = (await ask(here.office, 'history.of', { kind: 'application', id: person })).flatMap(
      ({ facts }) => facts,
    );
    expect(told.map(({ type }) => type)).toContain('certificate.numberGivenUp');

    const back = await lookAt(theirs, await handOver(here, electionId, await folder()));
    expect(back.preview).toMatchObject({ questions: 0, open: 0 });
    await ask(theirs.office, 'receive.commit', { receiveId: back.seen.receiveId, job: 'take' });
    expect(merged(theirs.office)).toEqual(merged(here.office));
  }, 600_000);
});

describe('a bag that somebody brings', () => {
  /** What choosing an altered copy of the bag is refused with. */
  async function refusedFor(alter: (root: string) => Promise<unknown>): Promise<string> {
    const here = await other();
    const root = join(await folder(), 'bag');
    await cp(bag, root, { recursive: true });
    await alter(root);
    here.answers.chooseFolder = root;
    return (await refusalOf(here.office, 'receive.choose', { language: 'ky', job: 'look' })).code;
  }
  const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('is refused when it is no bag, is not whole, or holds more than it names', async () => {
    expect(await refusedFor((root) => rm(join(root, 'bagit.txt')))).toBe('handover.notABag');
    expect(await refusedFor((root) => writeFile(join(root, 'bagit.txt'), 'BagIt-Version: 9\n'))).toBe(
      'handover.notABag',
    );
    expect(await refusedFor((root) => rm(join(root, 'manifest-sha256.txt')))).toBe('handover.notWhole');
    expect(await refusedFor((root) => rm(join(root, 'data', 'totals.json')))).toBe('handover.notWhole');
    expect(await refusedFor((root) => writeFile(join(root, 'data', 'more.txt'), 'x'))).toBe('handover.notWhole');
    expect(await refusedFor((root) => writeFile(join(root, 'more.txt'), 'x'))).toBe('handover.notWhole');
  });

  it('is refused when a byte of any file is another', async () => {
    for (const name of ['data/totals.json', 'data/register.zip.age', 'bag-info.txt', 'manifest-sha256.txt']) {
      expect(await refusedFor((root) => appendFile(join(root, name), ' ')), name).toBe('handover.altered');
    }
    expect(await refusedFor((root) => appendFile(join(root, 'tagmanifest-sha256.txt'), '\n'))).toBe(
      'handover.badSignature',
    );
  });

  it('is refused without a signature, and when somebody altered it and reckoned the sums anew', async () => {
    expect(await refusedFor((root) => rm(join(root, 'signature.json')))).toBe('handover.notSigned');
    expect(await refusedFor((root) => writeFile(join(root, 'signature.json'), '{}'))).toBe('handover.badSignature');
    const forged = await refusedFor(async (root) => {
      const path = join(root, 'data', 'totals.json');
      await appendFile(path, ' ');
      const manifest = (await readFile(join(root, 'manifest-sha256.txt'), 'utf8')).replace(
        /^.{64} {2}data\/totals\.json$/mu,
        `${sum(await readFile(path))}  data/totals.json`,
      );
      await writeFile(join(root, 'manifest-sha256.txt'), manifest);
      const tags = (await readFile(join(root, 'tagmanifest-sha256.txt'), 'utf8')).replace(
        /^.{64} {2}manifest-sha256\.txt$/mu,
        `${sum(Buffer.from(manifest))}  manifest-sha256.txt`,
      );
      await writeFile(join(root, 'tagmanifest-sha256.txt'), tags);
    });
    expect(forged).toBe('handover.badSignature');
  });

  it('is refused with names that may not be there, and with links, and nothing outside it is read', async () => {
    const hostile = 'handover.hostileName';
    expect(await refusedFor((root) => writeFile(join(root, 'data', 'a b.txt'), 'x'))).toBe(hostile);
    expect(await refusedFor((root) => writeFile(join(root, 'data', 'con.txt'), 'x'))).toBe(hostile);
    expect(await refusedFor((root) => writeFile(join(root, 'data', 'TOTALS.json'), 'x'))).toBe(hostile);
    expect(await refusedFor((root) => mkdir(join(root, 'data', 'a', 'b', 'c', 'd', 'e'), { recursive: true }))).toBe(
      hostile,
    );
    expect(await refusedFor((root) => mkdir(join(root, 'other')))).toBe(hostile);
    const linked = async (root: string) => {
      await rename(join(root, 'data', 'totals.json'), join(root, '..', 'totals.json'));
      await symlink(join(root, '..', 'totals.json'), join(root, 'data', 'totals.json'));
    };
    expect(await refusedFor(linked)).toBe(hostile);
    const folderLinked = async (root: string) => {
      await rename(join(root, 'data'), join(root, '..', 'outside'));
      await symlink(join(root, '..', 'outside'), join(root, 'data'));
    };
    expect(await refusedFor(folderLinked)).toBe(hostile);
  });

  it('is left alone by what systems put into folders that were only looked at', async () => {
    const here = await other();
    const root = join(await folder(), 'bag');
    await cp(bag, root, { recursive: true });
    await writeFile(join(root, 'desktop.ini'), 'x');
    await writeFile(join(root, 'data', '.DS_Store'), 'x');
    here.answers.chooseFolder = root;
    expect(await ask(here.office, 'receive.choose', { language: 'ky', job: 'look' })).toMatchObject({ knownAs: null });
  });

  it('is not opened before the fingerprint was compared, nor with another passphrase', async () => {
    const here = await other();
    here.answers.chooseFolder = bag;
    const seen = await ask(here.office, 'receive.choose', { language: 'ky', job: 'look' });
    const receiveId = seen?.receiveId ?? '';
    const open = { receiveId, job: 'open', passphrase };
    const codeOf = async (change: object) =>
      (await refusalOf(here.office, 'receive.open', { ...open, comparedFingerprint: null, ...change })).code;
    expect(await codeOf({})).toBe('handover.otherKey');
    expect(await codeOf({ comparedFingerprint: '0'.repeat(64) })).toBe('handover.otherKey');
    const comparedFingerprint = seen?.fingerprint ?? '';
    expect(await codeOf({ comparedFingerprint, passphrase: 'башка сырсөз айкашы' })).toBe('handover.wrongPassphrase');
    expect(here.office.state().applications.size).toBe(0);
  });

  it('is refused where it was given, by a sample office, and when it holds nothing to merge', async () => {
    answers.chooseFolder = bag;
    const own = await ask(givers, 'receive.choose', { language: 'ky', job: 'look' });
    const { receiveId = '', fingerprint = '' } = own ?? {};
    const opening = { receiveId, passphrase, comparedFingerprint: fingerprint, job: 'open' };
    expect((await refusalOf(givers, 'receive.open', opening)).code).toBe('handover.ownBag');

    const sample = await other('S', 'Үлгү', true);
    await expect(lookAt(sample, bag)).rejects.toThrow('handover.sample');

    answers.chooseFolder = stick;
    await ask(givers, 'handover.chooseFolder', { language: 'ky' });
    const list = await ask(givers, 'handover.write', {
      ...{ electionId, scope: { kind: 'everything' }, level: 'badge-list', folder: stick, passphrase: null },
      ...{ giver: 'А', receiver: 'Б', languages: ['ky'], job: 'list' },
    });
    await expect(lookAt(await other(), join(stick, list.bag))).rejects.toThrow('handover.nothingToMerge');
  });
});
