import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, OperationName } from '#shared/contract/index.ts';
import type { Entry } from '../../electron/office/session/entry.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { temporaryFolder, testCompiler } from '../support/open-office.ts';
import { askEntry, entryRefusal, openTestEntry } from '../support/test-entry.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let entry: Entry;
beforeEach(async () => {
  place = await temporaryFolder();
  entry = await opened();
});
afterEach(async () => {
  await entry.close();
  await place.remove();
});

const opened = (): Promise<Entry> => openTestEntry(place.folder);
const of = <N extends OperationName>(name: N, input: Input<N>) => askEntry(entry, name, input);
const refused = <N extends OperationName>(name: N, input: Input<N>) => entryRefusal(entry, name, input);
const phase = async () => (await of('entry.status', {})).phase;

const password = 'жашыл дөбө 17';
const head = { name: 'Б. Сынакова', login: 'synakova' };
const lastGroupOf = (key: string): string => key.split('-').at(-1) ?? '';

async function established(): Promise<string> {
  const { recoveryKey } = await of('entry.establish', { settings: someSettings, head, password });
  await of('entry.confirmRecoveryKey', { lastGroup: lastGroupOf(recoveryKey) });
  return recoveryKey;
}

async function restarted(): Promise<void> {
  await entry.close();
  entry = await opened();
}

const signIn = (login: string, typed = password) => of('entry.signIn', { login, password: typed });

async function added(login: string, role: 'clerk' | 'secretary' | 'head' | 'auditor'): Promise<string> {
  return (await of('operator.add', { fields: { name: login, login, role }, password })).id;
}

describe('a new office', () => {
  it('is in its place only when its recovery key is on paper, and opens as its head', async () => {
    const { recoveryKey } = await of('entry.establish', { settings: someSettings, head, password });
    expect(await phase()).toBe('choose');
    expect(await readdir(place.folder)).not.toContain('office');
    expect(await refused('entry.confirmRecoveryKey', { lastGroup: 'AAAA' })).toEqual({
      code: 'access.recoveryGroupWrong',
    });
    await of('entry.confirmRecoveryKey', { lastGroup: ` ${lastGroupOf(recoveryKey).toLowerCase()} ` });
    expect(await of('entry.status', {})).toMatchObject({
      phase: 'open',
      operator: { ...head, role: 'head', until: null },
    });
    const { rows } = await of('audit.lines', {
      ...{ filter: { who: null, from: null, to: null, search: '' }, language: 'ru', offset: 0, limit: 5 },
    });
    expect(rows.at(-1)).toMatchObject({ who: head.name, command: 'office.establish' });
    expect(new Set(rows.map(({ who }) => who))).toEqual(new Set([head.name]));
  });

  it('is not made with a password that everybody would try, or without a name', async () => {
    const weak = await refused('entry.establish', {
      settings: someSettings,
      head: { name: ' ', login: 'a b' },
      password: '1234567890',
    });
    expect(weak?.fields?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'head.name field.required',
      'head.login field.login',
      'password field.passwordPlain',
    ]);
  });
});

describe('signing in', () => {
  it('answers nothing of the register before, and says the same of a wrong password and of a name that nobody has', async () => {
    await established();
    await restarted();
    expect(await phase()).toBe('signIn');
    expect(await refused('election.list', {})).toEqual({ code: 'access.locked' });
    expect(await refused('entry.stayAwake', {})).toEqual({ code: 'access.locked' });
    const wrong = { code: 'access.wrongPassword' };
    expect(await refused('entry.signIn', { login: head.login, password: 'x' })).toEqual(wrong);
    expect(await refused('entry.signIn', { login: 'nobody', password: 'x' })).toEqual(wrong);
    await signIn('SYNAKOVA');
    expect(await of('election.list', {})).toEqual([]);
  });

  it('is over for who was deactivated, at once and after a restart; what they did stays theirs', async () => {
    await established();
    const id = await added('aigul', 'clerk');
    await of('entry.lock', {});
    await signIn('aigul');
    await of('organisation.save', { id: null, fields: someOrganisation, correspondence: null });
    expect(await refused('operator.deactivate', { id })).toEqual({
      code: 'access.notAllowed',
      params: { role: 'head' },
    });
    await of('entry.lock', {});
    await signIn(head.login);
    await of('operator.deactivate', { id });
    await of('entry.lock', {});
    expect(await refused('entry.signIn', { login: 'aigul', password })).toEqual({ code: 'access.wrongPassword' });
    await restarted();
    expect(await refused('entry.signIn', { login: 'aigul', password })).toEqual({ code: 'access.wrongPassword' });
    await signIn(head.login);
    const filter = { who: id, from: null, to: null, search: '' };
    const { rows } = await of('audit.lines', { filter, language: 'ru', offset: 0, limit: 5 });
    expect(rows[0]).toMatchObject({ who: 'aigul', command: 'organisation.save' });
  });

  it('changes one’s own password with the present one, another’s as a head, and says so in the journal', async () => {
    await established();
    const id = await added('aigul', 'auditor');
    const next = 'эки жаңы сөз';
    expect(await refused('operator.changePassword', { current: 'x', password: next })).toMatchObject({
      fields: [{ path: 'current', code: 'field.passwordWrong' }],
    });
    await of('operator.changePassword', { current: password, password: next });
    await of('operator.resetPassword', { id, password: next });
    await of('entry.lock', {});
    expect(await refused('entry.signIn', { login: head.login, password })).toEqual({ code: 'access.wrongPassword' });
    await signIn('aigul', next);
    await of('operator.changePassword', { current: next, password });
    expect(await refused('operator.resetPassword', { id, password })).toMatchObject({ code: 'access.notAllowed' });
  });
});

describe('a locked office', () => {
  it('answers nothing and shows nothing, also of what was asked before the lock', async () => {
    await established();
    await of('election.save', { id: null, fields: someElection });
    const asked = entry.call('audit.verify', { job: 'long' });
    entry.lock();
    expect(await asked).toEqual({ ok: false, refusal: { code: 'access.locked' } });
    expect(await phase()).toBe('signIn');
    expect((await of('entry.status', {})).operator).toBeNull();
    expect(await entry.photo('0'.repeat(64))).toBeNull();
    for (const name of ['election.list', 'office.settings', 'operator.list', 'audit.latest'] as const) {
      expect(await refused(name, {}), name).toEqual({ code: 'access.locked' });
    }
    await signIn(head.login);
    expect(await of('election.list', {})).toHaveLength(1);
  });

  it('takes the last words of a form that goes with the screens, and keeps them for their operator alone', async () => {
    await established();
    const { id: electionId } = await of('election.save', { id: null, fields: someElection });
    await added('aigul', 'clerk');
    const title = { ky: 'х', ru: 'х', en: 'x' };
    const work = {
      key: 'organisation.x.new-1',
      kind: 'organisation' as const,
      electionId,
      recordId: null,
      title,
      content: {},
      basis: null,
    };
    entry.lock();
    await of('drafts.keep', { work });
    await signIn('aigul');
    expect(await of('drafts.unfinished', { electionId })).toEqual([]);
    expect(await of('drafts.take', { key: work.key })).toBeNull();
    await of('entry.lock', {});
    await signIn(head.login);
    expect(await of('drafts.unfinished', { electionId })).toHaveLength(1);
  });
});

describe('the recovery key', () => {
  it('opens nothing by itself, makes a head choose a new password, and goes when another is made', async () => {
    const recoveryKey = await established();
    await restarted();
    expect(await refused('entry.setNewPassword', { id: 'x', password })).toEqual({ code: 'access.locked' });
    expect(await refused('entry.recover', { recoveryKey: 'AAAA' })).toEqual({ code: 'access.recoveryKeyMistyped' });
    const { heads } = await of('entry.recover', { recoveryKey });
    expect(heads).toMatchObject([head]);
    expect(await phase()).toBe('signIn');
    expect(await refused('election.list', {})).toEqual({ code: 'access.locked' });
    const id = heads[0]?.id ?? '';
    expect(await refused('entry.setNewPassword', { id, password: 'short' })).toMatchObject({ code: 'fields.invalid' });
    await of('entry.setNewPassword', { id, password: 'эки жаңы сөз' });
    expect(await phase()).toBe('open');
    const { recoveryKey: next } = await of('operator.newRecoveryKey', {});
    await restarted();
    expect(await refused('entry.recover', { recoveryKey })).toEqual({ code: 'access.wrongRecoveryKey' });
    expect((await of('entry.recover', { recoveryKey: next })).heads).toHaveLength(1);
  });
});

describe('an office of before there were operators', () => {
  it('asks for its first head, and is as it was behind the password', async () => {
    await entry.close();
    await mkdir(join(place.folder, 'office'));
    const from = join(import.meta.dirname, 'schema-4');
    await cp(join(from, 'journal.bytes'), join(place.folder, 'office', 'journal.jsonl'));
    entry = await opened();
    expect(await phase()).toBe('makeHead');
    expect(await refused('election.list', {})).toEqual({ code: 'access.locked' });
    const { recoveryKey } = await of('entry.makeHead', { head, password });
    expect(await phase()).toBe('makeHead');
    expect(await refused('entry.confirmRecoveryKey', { lastGroup: '' })).toEqual({ code: 'access.recoveryGroupWrong' });
    await of('entry.confirmRecoveryKey', { lastGroup: lastGroupOf(recoveryKey) });
    expect(await phase()).toBe('open');
    const elections = await of('election.list', {});
    const { people } = await of('audit.lines', {
      ...{ filter: { who: null, from: null, to: null, search: '' }, language: 'ru', offset: 0, limit: 1 },
    });
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Т. Сынакчы', head.name]));
    await restarted();
    expect(await phase()).toBe('signIn');
    await signIn(head.login);
    expect(await of('election.list', {})).toEqual(elections);
  });

  it('is opened by its head after a power cut between the keyring and the register', async () => {
    const recoveryKey = await established();
    await entry.close();
    const office = join(place.folder, 'office');
    const kept = (await readdir(office)).filter((name) => name.startsWith('keyring'));
    expect(kept.length).toBeGreaterThan(0);
    expect(await readFile(join(office, kept[0] ?? ''), 'utf8')).not.toContain(lastGroupOf(recoveryKey));
    for (const name of await readdir(office))
      if (!name.startsWith('keyring')) await rm(join(office, name), { recursive: true });
    await cp(join(import.meta.dirname, 'schema-4', 'journal.bytes'), join(office, 'journal.jsonl'));
    entry = await opened();
    await signIn(head.login);
    expect(await of('entry.status', {})).toMatchObject({ operator: { name: head.login, role: 'head' } });
  });
});
