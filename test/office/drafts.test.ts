import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnfinishedWork } from '#shared/contract/drafts.ts';
import type { Office } from '../../electron/office/office.ts';
import { openDrafts } from '../../electron/office/drafts/drafts.ts';
import { nodeFiles } from '../../electron/office/device/device.ts';
import { someHead } from '../support/fictitious.ts';
import {
  ask,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';

const compiler = testCompiler();
const clock = standingClock('2025-12-21');
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
const open = () => openTestOffice(place.folder, compiler, clock);

/** An office in which everything that can happen has happened once. */
beforeEach(async () => {
  place = await temporaryFolder();
  await copyFile(join(import.meta.dirname, 'schema-1', 'journal.bytes'), join(place.folder, 'journal.jsonl'));
  office = await open();
});
afterEach(async () => {
  await office.close();
  await place.remove();
});
afterAll(() => compiler.close());

const someone = () => [...office.state().applications.values()][0]!;
const work = (key: string, typed: string, recordId: string | null = null): UnfinishedWork => ({
  key,
  kind: 'application',
  electionId: someone().electionId,
  recordId,
  title: { ky: typed, ru: typed, en: typed },
  content: { typed },
  basis: null,
});
const unfinished = () => ask(office, 'drafts.unfinished', { electionId: someone().electionId });

describe('unfinished work', () => {
  it('is on the disk when it was kept, is there when the office opens again, and changes nothing in the register', async () => {
    const before = office.head();
    await ask(office, 'drafts.keep', { work: work('application.e.new-1', 'Oakth') });
    await ask(office, 'drafts.keep', { work: work('application.e.new-1', 'Oakthorpe') });
    expect(await readFile(join(place.folder, 'desk.json'), 'utf8')).toContain('Oakthorpe');
    expect(office.head()).toEqual(before);
    await office.close();
    office = await open();
    const [row, ...rest] = await unfinished();
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ key: 'application.e.new-1', recordId: null, title: { en: 'Oakthorpe' } });
    expect(await ask(office, 'drafts.take', { key: 'application.e.new-1' })).toMatchObject({
      content: { typed: 'Oakthorpe' },
    });
  });

  it('comes the latest first, and is gone for good once discarded', async () => {
    await ask(office, 'drafts.keep', { work: work('a', 'first') });
    await ask(office, 'drafts.keep', { work: work('b', 'second') });
    await ask(office, 'drafts.keep', { work: work('a', 'first again') });
    expect((await unfinished()).map(({ title }) => title.en)).toEqual(['first again', 'second']);
    await ask(office, 'drafts.discard', { key: 'a' });
    await ask(office, 'drafts.discard', { key: 'a' });
    expect((await unfinished()).map(({ key }) => key)).toEqual(['b']);
    expect(await readFile(join(place.folder, 'desk.json'), 'utf8')).not.toContain('first again');
  });

  it('is not offered for another election nor for a record that is gone', async () => {
    await ask(office, 'drafts.keep', { work: work('gone', 'gone', 'nobody-at-all') });
    await ask(office, 'drafts.keep', { work: { ...work('other', 'other'), electionId: 'another-event' } });
    expect(await unfinished()).toEqual([]);
  });

  it('beyond reason is refused, and what stood before stays', async () => {
    await ask(office, 'drafts.keep', { work: work('a', 'kept') });
    const huge = { ...work('a', 'x'), content: { typed: 'x'.repeat(600_000) } };
    expect((await refusalOf(office, 'drafts.keep', { work: huge })).code).toBe('input.invalid');
    expect((await unfinished()).map(({ title }) => title.en)).toEqual(['kept']);
  });

  it('is written one at a time however fast the clerk types, and the last is what stands', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) => ask(office, 'drafts.keep', { work: work('a', `turn ${String(turn)}`) })),
    );
    expect(await readFile(join(place.folder, 'desk.json'), 'utf8')).toContain('turn 49');
    expect((await readdir(place.folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('of a damaged file is none, and the office opens all the same', async () => {
    await office.close();
    await writeFile(join(place.folder, 'desk.json'), '{"unfinished":[{"key"');
    office = await open();
    expect(await unfinished()).toEqual([]);
  });

  it('that the disk has no room for is refused by name, and kept when there is room again', async () => {
    let full = true;
    const drafts = await openDrafts(place.folder, clock, {
      ...nodeFiles,
      openNew: (path) =>
        full ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : nodeFiles.openNew(path),
    });
    expect(await drafts.keep(work('a', 'typed'), someHead.id)).toMatchObject({
      ok: false,
      refusal: { code: 'store.diskFull' },
    });
    full = false;
    expect(await drafts.keep(work('a', 'typed on'), someHead.id)).toMatchObject({ ok: true });
    expect(await readFile(join(place.folder, 'desk.json'), 'utf8')).toContain('typed on');
  });
});

describe('the first screen', () => {
  it('lists what was opened lately, each record once, as it is named today', async () => {
    const person = someone();
    const organisation = office.state().organisations.get(person.organisationId)!;
    await ask(office, 'drafts.opened', { kind: 'application', id: person.id });
    await ask(office, 'drafts.opened', { kind: 'organisation', id: organisation.id });
    await ask(office, 'drafts.opened', { kind: 'application', id: person.id });
    await ask(office, 'drafts.opened', { kind: 'decision', id: 'no-such-decision' });
    const recent = await ask(office, 'drafts.recent', { electionId: person.electionId });
    expect(recent.map(({ kind, id }) => [kind, id])).toEqual([
      ['application', person.id],
      ['organisation', organisation.id],
    ]);
    expect(recent[1]?.name).toEqual(organisation.name);
  });

  it('counts what waits just as the lists that it leads to do', async () => {
    const { electionId } = someone();
    const waiting = await ask(office, 'drafts.waiting', { electionId });
    const nobodyLeftOut = { search: '', organisationIds: [], decisionIds: [] };
    for (const { status, count } of waiting.applications) {
      const filter = { ...nobodyLeftOut, electionId, statuses: [status], countries: [], categories: [] };
      const sorting = { column: 'number' as const, descending: false };
      const list = await ask(office, 'application.list', { filter, sorting, language: 'ky', offset: 0, limit: 1 });
      expect(list.total, status).toBe(count);
    }
    for (const { state, count } of waiting.certificates) {
      const filter = { ...nobodyLeftOut, electionId, states: [state] };
      const sorting = { column: 'number' as const, descending: false };
      const list = await ask(office, 'certificate.list', { filter, sorting, language: 'ky', offset: 0, limit: 1 });
      expect(list.total, state).toBe(count);
    }
    const decisions = await ask(office, 'decision.list', { electionId });
    expect(waiting.decisions.drafts).toBe(decisions.filter(({ status }) => status === 'draft').length);
  });
});
