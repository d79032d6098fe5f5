import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintQueueFilter } from '#shared/contract/print-queue.ts';
import { locales } from '#locales/index.ts';
import { threeTimes, someOrganisation } from '../support/fictitious.ts';
import { accreditedOffice, must, type AccreditedOffice } from '../support/accredited-office.ts';
import { ask, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
const day = '2025-10-24';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let here: AccreditedOffice;
let ids: string[];

/** Four people with a number, one without. */
beforeAll(async () => {
  place = await temporaryFolder();
  here = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 5 });
  const applicationIds = here.people.slice(0, 4);
  ids = (await ask(here.office, 'certificate.reserve', { applicationIds, issuedOn: day })).ids;
});
afterAll(async () => {
  await here.office.close();
  await compiler.close();
  await place.remove();
});

const id = (n: number) => ids[n] ?? '';
const queue = async (change: Partial<PrintQueueFilter> = {}) => {
  const filter = { electionId: here.electionId, search: '', organisationIds: [], paper: null, reasons: [], ...change };
  return ask(here.office, 'printQueue.list', { filter, language: 'ky', offset: 0, limit: 100 });
};
const lines = async (change: Partial<PrintQueueFilter> = {}) =>
  (await queue(change)).rows.map(
    ({ number, waiting }) => `${number} ${waiting.certificate ?? '-'} ${waiting.badge ?? '-'}`,
  );
const print = (paper: 'certificate' | 'badge', ...which: number[]) =>
  must(here.office, { type: 'certificate.print', ids: which.map(id), paper });
const judge = (well: number[], failed: number[], fault = '', nextNumber: string | null = null) => ({
  paper: 'certificate' as const,
  ...{ well: well.map(id), failed: failed.map(id), fault, nextNumber },
});
const receipt = { to: 'self' as const, proxyName: '', proxyDocument: '', identitySeen: true, on: day };

describe('the print queue', () => {
  it('holds everybody with a number whose papers were never printed, and counts those without a number', async () => {
    expect(await lines()).toEqual([
      'A-0001 never never',
      'A-0002 never never',
      'A-0003 never never',
      'A-0004 never never',
    ]);
    expect((await queue()).withoutNumber).toBe(1);
  });

  it('keeps what was printed until the clerk has said that it came out well', async () => {
    await print('certificate', 0, 1, 2);
    await print('badge', 0);
    expect(await lines({ reasons: ['awaited'] })).toEqual([
      'A-0001 awaited awaited',
      'A-0002 awaited never',
      'A-0003 awaited never',
    ]);
    expect((await queue()).counts).toContainEqual({ reason: 'awaited', count: 3 });
    await ask(here.office, 'printQueue.judge', judge([0], []));
    expect((await lines())[0]).toBe('A-0001 - awaited');
    expect(await lines({ paper: 'certificate' })).toHaveLength(3);
    const once = await refusalOf(here.office, 'printQueue.judge', judge([0], []));
    expect(once).toEqual({ code: 'certificate.printNotAwaited', params: { number: 'A-0001' } });
    // Handed over, it was looked at.
    await ask(here.office, 'certificate.issue', { ids: [id(0)], receipt });
    expect((await lines())[0]).toBe('A-0002 awaited never');
  });

  it('takes paper that came out badly back, to be printed again without another question, and not handed over', async () => {
    expect((await refusalOf(here.office, 'printQueue.judge', judge([], [1]))).code).toBe('certificate.faultMissing');
    await ask(here.office, 'printQueue.judge', judge([], [1], 'Бүктөлдү'));
    const [bad] = (await queue({ reasons: ['failed'] })).rows;
    expect(bad).toMatchObject({ number: 'A-0002', fault: 'Бүктөлдү', waiting: { certificate: 'failed' } });
    expect((await refusalOf(here.office, 'certificate.issue', { ids: [id(1)], receipt })).code).toBe(
      'certificate.printFailed',
    );
    expect(await ask(here.office, 'certificate.printedBefore', { ids: [id(1)], paper: 'certificate' })).toEqual([]);
    await print('certificate', 1);
    expect(here.office.state().certificates.get(id(1))?.printRuns.at(-1)).toMatchObject({
      ...{ reason: 'Бүктөлдү', outcome: 'awaited' },
    });
    await ask(here.office, 'printQueue.judge', judge([1], []));
    expect(await lines({ reasons: ['failed', 'awaited'] })).toEqual(['A-0003 awaited never']);
  });

  it('gives the next number where the numbered paper itself is spoiled, and queues the replacement', async () => {
    await ask(here.office, 'printQueue.judge', judge([], [2], 'Сыя агып кетти', day));
    expect(here.office.state().certificates.get(id(2))).toMatchObject({ status: 'spoiled', report: 'Сыя агып кетти' });
    const [row] = (await queue({ reasons: ['replacement'] })).rows;
    expect(row).toMatchObject({ number: 'A-0005', replaces: 'A-0003', waiting: { certificate: 'replacement' } });
    const history = await ask(here.office, 'history.of', { kind: 'application', id: here.people[2] ?? '' });
    expect(history.at(-1)?.facts.map(({ type }) => type)).toEqual([
      'certificate.printJudged',
      'certificate.spoiled',
      'certificate.reserved',
    ]);
  });

  it('shows who was corrected since the print, and replaces their certificates in one step', async () => {
    await print('badge', 1);
    await ask(here.office, 'printQueue.judge', { ...judge([1], []), paper: 'badge' });
    expect(await lines({ search: 'A-0002' })).toEqual([]);
    const fields = { ...someOrganisation, name: threeTimes('Жаңы аталыш') };
    await ask(here.office, 'organisation.save', { id: here.organisationId, fields, correspondence: null });
    expect(await lines({ reasons: ['changed'] })).toEqual(['A-0001 changed changed', 'A-0002 changed changed']);
    const [row] = (await queue({ reasons: ['changed'], search: 'A-0002' })).rows;
    expect(row?.changed).toEqual(['organisation']);
    expect(locales.ky['print-queue'].fields.organisation).not.toBe('');
    await ask(here.office, 'printQueue.replace', { ids: [id(1)], report: 'Уюмдун аталышы өзгөрдү', issuedOn: day });
    expect(await lines({ reasons: ['replacement'] })).toEqual([
      'A-0005 replacement replacement',
      'A-0006 replacement replacement',
    ]);
    const chosen = await ask(here.office, 'printQueue.select', {
      filter: { electionId: here.electionId, search: '', organisationIds: [], paper: null, reasons: ['replacement'] },
    });
    expect(chosen.map(({ number }) => number)).toEqual(['A-0005', 'A-0006']);
  });
});
