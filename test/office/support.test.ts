/** The support report, the self-checks and the log of failures: they tell of the laptop, and of nobody. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locales } from '#locales/index.ts';
import type { Output } from '#shared/contract/index.ts';
import { selfCheckNames, SupportReport, type SelfCheck } from '#shared/contract/support.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import type { Entry } from '../../electron/office/session/entry.ts';
import { createCompiler } from '../../electron/office/documents/compiler.ts';
import { failureOf } from '../../electron/office/support/failure.ts';
import { failureLogName, openFailureLog } from '../../electron/office/support/failure-log.ts';
import { jsonMark } from '../../electron/office/support/report-text.ts';
import { runSelfChecks } from '../../electron/office/support/self-checks.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import { someOrganisation, someSettings } from '../support/fictitious.ts';
import { enterEntry } from '../support/enter-entry.ts';
import { noAnswers, projectRoot, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { openTestEntry } from '../support/test-entry.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

const day = '2026-11-10';
/** As on a clerk's laptop: the folder itself names somebody. */
const account = 'Zaripova';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let replicaId: string;
let report: string;
let clock: ReturnType<typeof standingClock>;
beforeEach(async () => {
  place = await temporaryFolder();
  replicaId = join(place.folder, 'Users', account, 'laptop');
  report = join(place.folder, 'report.txt');
  await mkdir(replicaId, { recursive: true });
  clock = standingClock(day);
});
afterEach(() => place.remove());

async function openHere(): Promise<Entry> {
  const answers = { ...noAnswers(), saveFile: report };
  const entry = await openTestEntry(replicaId, { answers, clock, version: '1.2.3' });
  await enterEntry(entry);
  return entry;
}

async function save(entry: Entry, language: Language): Promise<{ text: string; parsed: SupportReport }> {
  expect(await entry.call('support.save', { language })).toEqual({ ok: true, value: { saved: true } });
  const text = await readFile(report, 'utf8');
  return { text, parsed: SupportReport.parse(JSON.parse(text.split(jsonMark)[1] ?? '')) };
}

const checkOf = (checks: readonly SelfCheck[], name: SelfCheck['name']): SelfCheck | undefined =>
  checks.find((check) => check.name === name);

async function checksOf(entry: Entry): Promise<SelfCheck[]> {
  const reply = await entry.call('support.check', {});
  if (!reply.ok) throw new Error(reply.refusal.code);
  return (reply.value as Output<'support.check'>).checks;
}

describe('the support report', () => {
  it('of an office with people names nobody, no number and no folder, in any language, after errors with names in them', async () => {
    const { office, people } = await accreditedOffice(replicaId, { compiler, clock, day, count: 3 });
    const records = office.state();
    await office.close();
    const secrets = new Set([
      account,
      place.folder,
      someSettings.clerk,
      someSettings.chair.ky,
      someOrganisation.name.ky,
    ]);
    for (const { names, document, birthDate, photo } of records.applications.values()) {
      for (const name of [names.latin, names.ky, names.ru]) for (const part of Object.values(name)) secrets.add(part);
      secrets.add(document.number);
      secrets.add(birthDate ?? '');
      secrets.add(photo?.picture ?? '');
    }
    secrets.delete('');
    expect(people).toHaveLength(3);
    expect(secrets.size).toBeGreaterThan(12);

    const failures = openFailureLog(replicaId);
    for (const secret of secrets) {
      const error = Object.assign(new TypeError(`${secret} is not\n    at ${secret} (/home/${account}/x.ts:1:2)`), {
        code: secret,
        path: `/home/${account}/${secret}`,
      });
      failures.note({ kind: 'main', thrown: error, operation: secret });
      failures.note({ kind: 'background', thrown: secret });
    }
    const entry = await openHere();
    try {
      await entry.call('support.note', { name: account, stack: `Error: ${account}\n    at ${account} (a.ts:1:2)` });
      for (const language of languages) {
        const { text } = await save(entry, language);
        const log = await readFile(join(replicaId, failureLogName), 'utf8');
        const told = [...secrets].filter((secret) => text.includes(secret) || log.includes(secret));
        expect(told).toEqual([]);
        expect(text).toContain(locales[language].support.report.title);
        expect(text).not.toMatch(/\{\{|undefined|NaN/u);
        // Windows' own editor opens it: a mark of its letters, and its line ends everywhere.
        expect(text.startsWith('\uFEFF')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toContain('\n');
      }
    } finally {
      await entry.close();
    }
  });

  it('holds versions, the computer, eleven numbered checks and what went wrong lately', async () => {
    const { office } = await accreditedOffice(replicaId, { compiler, clock, day, count: 2 });
    await office.close();
    const entry = await openHere();
    try {
      await entry.call('backup.make', { job: 'now' });
      const { text, parsed } = await save(entry, 'ru');
      expect(parsed.program).toMatchObject({ version: '1.2.3', runtime: 'development', node: process.versions.node });
      expect(parsed.computer.memory).toBeGreaterThan(parsed.computer.memoryFree);
      expect(parsed.computer.diskFree).toBeGreaterThan(0);
      expect(parsed.office).toMatchObject({ phase: 'open', sample: false, people: 2, decisions: 1 });
      expect(parsed.checks.map(({ name }) => name)).toEqual([...selfCheckNames]);
      expect(checkOf(parsed.checks, 'journal')).toMatchObject({ finding: 'journalWhole' });
      expect(checkOf(parsed.checks, 'compiler')).toMatchObject({ standing: 'good', finding: 'compilerWorks' });
      expect(checkOf(parsed.checks, 'fonts')).toMatchObject({ finding: 'fontsWhole' });
      expect(parsed.failures.at(-1)).toMatchObject({
        kind: 'refusal',
        what: 'backup.notChosen',
        operation: 'backup.make',
      });
      expect(text).toMatch(/^ 1\. Папка данных: В порядке\. /mu);
      expect(text).toMatch(/^11\. Среда: /mu);
      expect(await readdir(replicaId)).not.toContain('.self-check');
    } finally {
      await entry.close();
    }
  });

  it('is made of an office that could not be opened, and says at which line the journal is damaged', async () => {
    const { office } = await accreditedOffice(replicaId, { compiler, clock, day, count: 1 });
    await office.close();
    const path = join(replicaId, 'office', 'journal.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[2] = (lines[2] ?? '').replace('a', 'b');
    await writeFile(path, lines.join('\n'));
    const entry = await openHere();
    try {
      const { parsed } = await save(entry, 'ky');
      expect(parsed.office).toMatchObject({ phase: 'refused', refusal: 'store.chainBroken', people: null });
      expect(checkOf(parsed.checks, 'journal')).toMatchObject({ standing: 'bad', figures: { line: 3 } });
      expect(parsed.failures.at(-1)).toMatchObject({ kind: 'refusal', what: 'store.chainBroken' });
    } finally {
      await entry.close();
    }
  });
});

describe('the self-checks', () => {
  it('find a photo that is gone and a clock that was set back', async () => {
    const { office } = await accreditedOffice(replicaId, { compiler, clock, day, count: 2 });
    await office.close();
    await rm(join(replicaId, 'office', 'photos'), { recursive: true });
    const entry = await openHere();
    clock.set('2026-11-09');
    try {
      const checks = await checksOf(entry);
      expect(checkOf(checks, 'photos')).toMatchObject({ standing: 'bad', figures: { pictures: 2, missing: 2 } });
      expect(checkOf(checks, 'clock')).toMatchObject({ standing: 'bad', finding: 'clockBehind' });
      expect(checkOf(checks, 'clock')?.figures.minutes).toBeGreaterThan(1400);
      expect(checkOf(checks, 'backup')).toMatchObject({ standing: 'attention', finding: 'backupNone' });
    } finally {
      await entry.close();
    }
  });

  it('find a folder that is not there, a compiler that falls, and another copy of the program', async () => {
    const fallen: unknown[] = [];
    const workerFile = join(projectRoot, 'test', 'support', 'ending-worker.ts');
    const falling = createCompiler({ workerFile, projectRoot, onFall: (thrown) => fallen.push(thrown) });
    const checks = await runSelfChecks({
      ...{ folder: join(place.folder, 'gone'), office: null, refusal: null, compiler: falling },
      ...{ now: new Date(), runtime: 'official' as const, isOnlyInstance: () => false },
    });
    await falling.close();
    expect(checkOf(checks, 'folder')).toMatchObject({ standing: 'bad', finding: 'folderNotWritable' });
    expect(checkOf(checks, 'space')).toMatchObject({ standing: 'unknown' });
    expect(checkOf(checks, 'compiler')).toMatchObject({ standing: 'bad', finding: 'compilerFails' });
    expect(checkOf(checks, 'instance')).toMatchObject({ finding: 'severalInstances' });
    expect(checkOf(checks, 'runtime')).toMatchObject({ standing: 'good' });
    expect(fallen).toHaveLength(1);
  });
});

describe('what is kept of an error', () => {
  const at = new Date('2026-11-10T06:00:00Z');

  it('is its class or code and the places in our own code, without the folder they are in', () => {
    const thrown = Object.assign(new RangeError('Asanov Bakyt AN1234567'), {
      stack: [
        'RangeError: Asanov Bakyt AN1234567',
        '    at decide (file:///home/asanov/app/electron/office/office.ts:120:7)',
        '    at C:\\Users\\Асанов\\observer\\resources\\app.asar\\out\\main\\parts\\lobby-Bx_1.js:33:9',
        '    at async call (app://office/assets/index-C0ffee.js:9:1)',
        '    at Module._load (node:internal/modules:5:1)',
        '    at x (/home/asanov/node_modules/zod/out/electron/v4.js:5:1)',
        'electron/office/Asanov.ts:7:7',
      ].join('\n'),
    });
    expect(failureOf({ kind: 'operation', thrown, operation: 'organisation.save', at })).toEqual({
      at: at.toISOString(),
      kind: 'operation',
      what: 'RangeError',
      operation: 'organisation.save',
      places: ['electron/office/office.ts:120', 'out/main/parts/lobby-Bx_1.js:33', 'assets/index-C0ffee.js:9'],
    });
  });

  it('is a code only when there is such a code', () => {
    const what = (thrown: unknown) => failureOf({ kind: 'main', thrown, at }).what;
    expect(what(Object.assign(new Error(''), { code: 'ENOSPC' }))).toBe('ENOSPC');
    expect(what(Object.assign(new Error(''), { code: 'ELENA' }))).toBe('Error');
    expect(what(Object.assign(new Error(''), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))).toBe('ERR_WORKER_OUT_OF_MEMORY');
    expect(what('crashed')).toBe('crashed');
    expect(what('Asanov')).toBe('Error');
    expect(what(Object.assign(new Error(''), { name: 'Asanov' }))).toBe('Error');
    expect(what(null)).toBe('Error');
  });
});

describe('the log of failures', () => {
  it('stays small, survives a restart, and keeps the newest', async () => {
    let minute = 0;
    const now = () => new Date(Date.parse('2026-11-10T06:00:00Z') + minute * 60_000);
    for (let restart = 0; restart < 30; restart += 1) {
      const log = openFailureLog(replicaId, now);
      for (let n = 0; n < 15; n += 1) {
        minute += 1;
        log.note({ kind: 'main', thrown: new Error('x') });
      }
    }
    const text = await readFile(join(replicaId, failureLogName), 'utf8');
    expect(text.length).toBeLessThan(100_000);
    const kept = openFailureLog(replicaId, now).recent();
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)?.at).toBe(now().toISOString());
  });

  it('of one failure over and over keeps twenty a minute, and no failure of its own reaches anybody', async () => {
    const log = openFailureLog(join(replicaId, 'not', 'there'));
    for (let n = 0; n < 500; n += 1) log.note({ kind: 'background', thrown: new Error('x') });
    expect(log.recent().length).toBeLessThanOrEqual(40);
    await writeFile(join(replicaId, failureLogName), '{"at":"Asanov"}\nnot JSON\n');
    expect(openFailureLog(replicaId).recent()).toEqual([]);
  });
});
