import { appendFile, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openerName } from '../../electron/office/exchange/bag-opener.ts';
import type { Entry } from '../../electron/office/session/entry.ts';
import type { Notice } from '#shared/contract/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { handOver, lookAt, openExchanging, passphrase, type ExchangingOffice } from '../support/handing-over.ts';
import { ask, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { askEntry, entryRefusal, openTestEntry } from '../support/test-entry.ts';
import { labHead } from '../support/enter-entry.ts';

const compiler = testCompiler();
let stick: Awaited<ReturnType<typeof temporaryFolder>>;
let giver: ExchangingOffice;
let bag: string;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let entry: Entry;
let heard: Notice['kind'][];

beforeAll(async () => {
  stick = await temporaryFolder();
  giver = await openExchanging(compiler, 'A', 'Т. Сынакчы');
  const { id } = await ask(giver.office, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(giver.office, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  await ask(giver.office, 'application.save', {
    id: null,
    electionId: id,
    organisationId,
    fields: { ...somePerson(1), photo: null },
  });
  bag = await handOver(giver, id, stick.folder);
}, 120_000);
afterAll(async () => {
  await giver.close();
  await compiler.close();
  await stick.remove();
});
beforeEach(async () => {
  place = await temporaryFolder();
  entry = await openTestEntry(place.folder);
  heard = [];
  entry.on(({ kind }) => heard.push(kind));
});
afterEach(async () => {
  await entry.close();
  await place.remove();
});

async function establish(): Promise<void> {
  const { name, login, password } = labHead;
  const { recoveryKey } = await askEntry(entry, 'entry.establish', {
    ...{ settings: someSettings, head: { name, login }, password },
  });
  await askEntry(entry, 'entry.confirmRecoveryKey', { lastGroup: recoveryKey.split('-').at(-1) ?? '' });
}
const offered = async () => (await askEntry(entry, 'entry.status', {})).offered;
const look = () => askEntry(entry, 'receive.lookAtOffered', { job: 'look' });

/** A copy of the bag, to be spoilt. */
async function copied(): Promise<string> {
  const copy = join(place.folder, 'copy');
  await cp(bag, copy, { recursive: true });
  return copy;
}

describe('the file that opens a handover', () => {
  it('says in three languages what the folder is, and nobody’s name', async () => {
    const text = await readFile(join(bag, openerName), 'utf8');
    const [format, name] = text.split('\r\n');
    expect(format).toBe('observer-accreditation-handover/1');
    expect(name).toBe(bag.split('/').at(-1));
    for (const language of languages) expect(text).toContain(locales[language].handover.opener);
    expect(text).not.toMatch(/Shared|Aida|Сынакчы/u);
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      expect(await readFile(join(bag, manifest), 'utf8')).not.toContain(openerName);
    }
  });

  it('decides nothing: a bag without it, or with another text in it, is taken in as well', async () => {
    const copy = await copied();
    const here = await openExchanging(compiler, 'B', 'Б. Үлгүева');
    try {
      await appendFile(join(copy, openerName), 'x');
      expect((await lookAt(here, copy)).preview.isNewElection).toBe(true);
      await rm(join(copy, openerName));
      expect((await lookAt(here, copy)).preview.isNewElection).toBe(true);
      await mkdir(join(copy, openerName));
      await expect(lookAt(here, copy)).rejects.toThrow('handover.hostileName');
    } finally {
      await here.close();
    }
  });
});

describe('a handover that was opened by its file', () => {
  it('waits until there is an office and somebody inside, is looked through on their word, and then offered no more', async () => {
    await entry.offer(join(bag, openerName));
    expect(heard).toEqual(['offered']);
    expect(await offered()).toEqual({ bag: bag.split('/').at(-1), refusal: null });
    expect(await entryRefusal(entry, 'receive.lookAtOffered', { job: 'look' })).toEqual({ code: 'office.notOpen' });
    await establish();
    entry.lock();
    expect(await entryRefusal(entry, 'receive.lookAtOffered', { job: 'look' })).toEqual({ code: 'access.locked' });
    const { login, password } = labHead;
    await askEntry(entry, 'entry.signIn', { login, password });
    expect(await offered()).toMatchObject({ refusal: null });
    const seen = await look();
    expect(seen).toMatchObject({ folder: bag, knownAs: null });
    expect(await offered()).toBeNull();
    const { receiveId, fingerprint } = seen;
    const preview = await askEntry(entry, 'receive.open', {
      ...{ receiveId, passphrase, comparedFingerprint: fingerprint, job: 'open' },
    });
    expect(preview).toMatchObject({ isNewElection: true, counts: { new: 3 } });
    const receipt = await askEntry(entry, 'receive.commit', { receiveId, job: 'take' });
    expect(receipt.giver).toBe('Т. Сынакчы');
  });

  it('is put aside by the clerk, and the last one opened counts', async () => {
    await establish();
    expect(await entryRefusal(entry, 'receive.lookAtOffered', { job: 'look' })).toEqual({ code: 'handover.unknown' });
    const copy = await copied();
    await Promise.all([entry.offer(join(copy, openerName)), entry.offer(join(bag, openerName))]);
    expect((await look()).folder).toBe(bag);
    await entry.offer(join(copy, openerName));
    await askEntry(entry, 'entry.archiveOffice', {});
    expect(await offered()).toBeNull();
    expect(await entryRefusal(entry, 'receive.lookAtOffered', { job: 'look' })).toEqual({ code: 'handover.unknown' });
  });

  it('stays offered when it was opened while another was being looked through', async () => {
    await establish();
    const copy = await copied();
    await entry.offer(join(bag, openerName));
    const second: Promise<void>[] = [];
    const stop = entry.on((notice) => {
      if (notice.kind === 'progress' && second.length === 0) second.push(entry.offer(join(copy, openerName)));
    });
    expect((await look()).folder).toBe(bag);
    stop();
    await Promise.all(second);
    expect(await offered()).toEqual({ bag: 'copy', refusal: null });
    expect((await look()).folder).toBe(copy);
    expect(await offered()).toBeNull();
  });

  it('stays offered when the stick is pulled or the bag was altered, and is looked through when it is back', async () => {
    await establish();
    const copy = await copied();
    await entry.offer(join(copy, openerName));
    await rename(copy, `${copy}.away`);
    const code = async () => (await entryRefusal(entry, 'receive.lookAtOffered', { job: 'look' }))?.code;
    expect(await code()).toBe('handover.stickGone');
    await rename(`${copy}.away`, copy);
    await appendFile(join(copy, 'data', 'totals.json'), ' ');
    expect(await code()).toBe('handover.altered');
    expect(await offered()).toMatchObject({ bag: 'copy' });
    await cp(join(bag, 'data', 'totals.json'), join(copy, 'data', 'totals.json'));
    expect((await look()).bag).toBe('copy');
  });

  it('is refused in words for whatever is not the own file of a bag', async () => {
    const copy = await copied();
    const codeOf = async (path: string): Promise<string | undefined> => {
      await entry.offer(path);
      return (await offered())?.refusal?.code;
    };
    await writeFile(join(copy, 'people.observer-handover'), 'x');
    expect(await codeOf(join(copy, 'people.observer-handover'))).toBe('handover.notOpener');
    for (const path of ['', '/', '/etc/passwd', `${copy}/OPEN.observer-handover`, `${copy}/open.observer-handover\0`]) {
      expect(await codeOf(path), path).toBe('handover.notOpener');
    }
    expect(await codeOf(join(place.folder, 'nowhere', openerName))).toBe('handover.stickGone');
    expect(await codeOf(join(copy, '\0', openerName))).toBe('handover.stickGone');
    // Copied out of its bag, a folder of the name, and links.
    await cp(join(copy, openerName), join(place.folder, openerName));
    expect(await codeOf(join(place.folder, openerName))).toBe('handover.notABag');
    await symlink(copy, join(place.folder, 'linked'));
    expect(await codeOf(join(place.folder, 'linked', openerName))).toBe('handover.notABag');
    await rename(join(copy, openerName), join(copy, 'real'));
    await symlink(join(copy, 'real'), join(copy, openerName));
    expect(await codeOf(join(copy, openerName))).toBe('handover.notABag');
    await rm(join(copy, openerName));
    await mkdir(join(copy, openerName));
    expect(await codeOf(join(copy, openerName))).toBe('handover.notABag');
    // What somebody calls a folder is shown as plain letters.
    await entry.offer('/media/\u202egab\n/x.observer-handover');
    expect(await offered()).toMatchObject({ bag: '?gab?', refusal: { code: 'handover.notOpener' } });
  });
});
