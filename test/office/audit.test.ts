import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locales } from '#locales/index.ts';
import { commandWord } from '../../electron/office/lists/journal-list.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import type { AuditReport, JournalFilter } from '#shared/contract/audit.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Office } from '../../electron/office/office.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import { someOrganisation, someHead } from '../support/fictitious.ts';
import { openTestOffice, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { rewriteJournal, withAnotherName } from '../support/rewritten-journal.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

const day = '2026-11-10';
const all: JournalFilter = { who: null, from: null, to: null, search: '' };

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let people: string[];
const folder = (): string => join(place.folder, 'office');

async function of<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await office.call(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value as Output<N>;
}
const verify = (): Promise<AuditReport> => of('audit.verify', { job: 'v' });
const lines = (filter: Partial<JournalFilter> = {}, language: 'ky' | 'ru' | 'en' = 'ru') =>
  of('audit.lines', { filter: { ...all, ...filter }, language, offset: 0, limit: 100 });

beforeEach(async () => {
  place = await temporaryFolder();
  const made = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 3 });
  ({ office, people } = made);
  await of('certificate.reserve', { applicationIds: people, issuedOn: day });
});
afterEach(async () => {
  await office.close();
  await place.remove();
});

async function photoFiles(): Promise<string[]> {
  const root = join(folder(), 'photos');
  const parts = await readdir(root);
  const found = await Promise.all(
    parts.map(async (part) => (await readdir(join(root, part))).map((name) => join(root, part, name))),
  );
  return found.flat();
}

describe('the check of the records', () => {
  it('finds nothing in an office that nobody touched, made from the journal or opened from its snapshot', async () => {
    const report = await verify();
    expect(report).toMatchObject({ faultCount: 0, faults: [], people: 3, numbers: 3, clockBack: 0 });
    expect(report.lines).toBe(office.head().seq);
    expect(report.head).toEqual(office.head());
    expect(report.pictures).toBeGreaterThan(0);
    await office.close();
    office = await openTestOffice(folder(), compiler, standingClock(day));
    expect(await of('audit.latest', {})).toBeNull();
    expect(await verify()).toMatchObject({ faultCount: 0, people: 3, numbers: 3 });
    expect(await of('audit.latest', {})).toMatchObject({ faultCount: 0 });
  });

  it('names the person whose photo is missing or damaged', async () => {
    const [first = '', second = ''] = await photoFiles();
    await rm(first);
    const missing = await verify();
    expect(missing.faults.map(({ kind }) => kind)).toContain('pictureMissing');
    expect(missing.faults.every(({ applicationId }) => people.includes(applicationId ?? ''))).toBe(true);
    const damaged = second === '' ? first : second;
    await writeFile(damaged, 'not a photo');
    expect((await verify()).faults.map(({ kind }) => kind)).toContain('pictureDamaged');
  });

  it('names the line of the journal that is not as it was written', async () => {
    const journal = join(folder(), 'journal.jsonl');
    const text = await readFile(journal, 'utf8');
    const [one = '', two = ''] = text.split('\n');
    const at = one.length + 1 + Math.floor(two.length / 2);
    await writeFile(journal, `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`);
    const report = await verify();
    expect(report.faults).toEqual([{ kind: 'journal', what: '2', applicationId: null, decisionId: null }]);
    await writeFile(journal, text);
  });

  it('says when lines are gone from the end', async () => {
    const journal = join(folder(), 'journal.jsonl');
    const text = await readFile(journal, 'utf8');
    const kept = text.split('\n').slice(0, 4);
    await writeFile(journal, `${kept.join('\n')}\n`);
    expect((await verify()).faults).toEqual([{ kind: 'journal', what: '5', applicationId: null, decisionId: null }]);
    await writeFile(journal, text);
  });

  it('names an adopted decision that is not as it was adopted, in a journal that is whole, and prints it', async () => {
    await office.close();
    await rewriteJournal(folder(), withAnotherName);
    office = await openTestOffice(folder(), compiler, standingClock(day));
    const report = await verify();
    const [decisionId] = office.state().decisions.keys();
    expect(report).toMatchObject({ faultCount: 1, decisions: 1 });
    expect(report.faults).toEqual([
      { kind: 'decisionAltered', what: '№ 1 (10.11.2026)', applicationId: null, decisionId },
    ]);
    const request = { request: { kind: 'verification' as const }, languages: [...languages], record: false, job: 'p' };
    const { token } = await of('document.render', request);
    const text = (await pdfText(office.document(token)?.bytes ?? new Uint8Array())).join(' ').replace(/\s+/gu, ' ');
    for (const language of languages)
      expect(text).toContain(
        locales[language].records.fault.decisionAltered.replace('{{what}}', '№ 1 (10.11.2026)').slice(0, 40),
      );
  });

  it('tells that the clock was set back, which is no fault', async () => {
    await office.close();
    office = await openTestOffice(folder(), compiler, standingClock('2026-11-01'));
    await of('organisation.save', { id: null, fields: someOrganisation, correspondence: null });
    expect(await verify()).toMatchObject({ faultCount: 0, clockBack: 1 });
  });

  it('is cancelled when the clerk wants to go on', async () => {
    const reply = office.call('audit.verify', { job: 'long' });
    office.cancelJob('long');
    expect(await reply).toMatchObject({ ok: false, refusal: { code: 'job.cancelled' } });
  });

  it('becomes a report in the languages asked for, and none before the first check', async () => {
    const request = { request: { kind: 'verification' as const }, languages: [...languages], record: false, job: 'p' };
    expect(await office.call('document.render', request)).toMatchObject({
      ok: false,
      refusal: { code: 'audit.notChecked' },
    });
    const { head } = await verify();
    const { token, pages } = await of('document.render', request);
    expect(pages).toBe(3);
    const text = (await pdfText(office.document(token)?.bytes ?? new Uint8Array())).join('\n');
    for (const language of languages) expect(text).toContain(locales[language].records.check.whole);
    expect(text.replace(/[\s\u200b]/gu, '')).toContain(head.hash);
  });
});

describe('the journal on the screen', () => {
  it('has every line, the newest first, and goes on with what is written later', async () => {
    const { total, rows, people: operators } = await lines();
    expect(total).toBe(office.head().seq);
    expect(rows[0]).toMatchObject({ seq: total, command: 'certificate.reserve', more: 0 });
    expect(rows[0]?.subjects.map(({ id }) => id)).toEqual(people);
    expect(operators).toEqual([{ who: someHead.id, name: someHead.id }]);
    await of('application.withdraw', {
      ...{ ids: [people[0] ?? ''], on: day, reason: { ky: 'с', ru: 'п', en: 'r' } },
    });
    const later = await lines();
    expect(later.total).toBe(total + 1);
    expect(later.rows[0]).toMatchObject({ seq: total + 1, command: 'application.withdraw' });
  });

  it('is filtered by operator, by days and by what was done or about whom, in the clerk’s own words', async () => {
    expect((await lines({ who: 'somebody else' })).total).toBe(0);
    expect((await lines({ from: '2026-11-11' })).total).toBe(0);
    expect((await lines({ to: day })).total).toBe(office.head().seq);
    expect((await lines({ search: locales.ru.records.command.decision.adopt.toUpperCase() })).total).toBe(1);
    const [person] = people;
    const name = office.state().applications.get(person ?? '')?.names.ky.surname ?? '';
    const about = await lines({ search: name }, 'ky');
    expect(about.total).toBeGreaterThan(1);
    expect(about.total).toBeLessThan(office.head().seq);
  });

  it('goes to paper as it is filtered', async () => {
    const { token } = await of('document.render', {
      request: {
        ...{ kind: 'list', list: { kind: 'journal', filter: { ...all, to: day } }, columns: ['line', 'what', 'about'] },
      },
      ...{ languages: ['ru'], record: false, job: 'p' },
    });
    const text = (await pdfText(office.document(token)?.bytes ?? new Uint8Array())).join('\n');
    expect(text).toContain(locales.ru.records.command.decision.adopt);
  });

  it('words every command in every language', () => {
    const commands: Record<Command['type'], true> = {
      'office.establish': true,
      'office.changeSettings': true,
      'office.correctWordings': true,
      'office.changeDesign': true,
      'office.setPrinters': true,
      'office.recordSigningKey': true,
      'office.bringInKey': true,
      'office.noteRecoveryKey': true,
      'operator.add': true,
      'operator.addFirst': true,
      'operator.change': true,
      'operator.deactivate': true,
      'operator.notePassword': true,
      'election.save': true,
      'organisation.save': true,
      'application.save': true,
      'application.disallowHostCitizen': true,
      'application.setPhotos': true,
      'application.import': true,
      'import.withdraw': true,
      'application.receive': true,
      'application.markReady': true,
      'application.sendBack': true,
      'application.withdraw': true,
      'application.settleDuplicate': true,
      'decision.draft': true,
      'decision.change': true,
      'decision.extendAnnex': true,
      'decision.reduceAnnex': true,
      'decision.decideAnnex': true,
      'decision.orderAnnex': true,
      'decision.discard': true,
      'decision.adopt': true,
      'certificate.reserve': true,
      'certificate.print': true,
      'certificate.judgePrint': true,
      'certificate.spoilAndReplace': true,
      'certificate.issue': true,
      'certificate.return': true,
      'certificate.report': true,
      'certificate.replace': true,
      'step.takeBack': true,
      'handover.record': true,
      'handover.receive': true,
    };
    for (const command of Object.keys(commands)) {
      for (const language of languages) {
        expect(commandWord(office.state(), language)(command), `${language} ${command}`).not.toBe(command);
      }
    }
  });
});
