import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryRound, sampleClock } from '../../electron/office/sample/carry-round.ts';
import { figureParts } from '../../electron/office/documents/figures-data.ts';
import { roundElectionId } from '../../electron/office/sample/round.data.ts';
import type { Office } from '../../electron/office/office.ts';
import { ask, noAnswers, openTestOffice, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
const clock = sampleClock();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, clock, answers);
  const signal = new AbortController().signal;
  const carried = await carryRound({
    office,
    clock,
    sample: true,
    variety: false,
    signal,
    onProgress: () => undefined,
  });
  if (!carried.ok) throw new Error(carried.refusal.code);
});

afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

describe('the figures on paper', () => {
  it('reconcile row by row and in all, at any date', async () => {
    for (const day of ['2025-10-23', '2025-10-24', '2025-11-15', '2025-11-30']) {
      const totals = await ask(office, 'totals.at', { electionId: roundElectionId, day });
      for (const rows of [totals.byOrganisation, totals.byKind, totals.byCountry, totals.byCategory, totals.bySex]) {
        for (const row of rows) expect(row.accredited - row.withdrawn - row.revoked).toBe(row.inForce);
        expect(rows.reduce((sum, row) => sum + row.inForce, 0)).toBe(totals.inForce);
        expect(rows.reduce((sum, row) => sum + row.accredited, 0)).toBe(totals.accredited);
      }
      expect(totals.byDay.at(-1)?.cumulative ?? 0).toBe(totals.accredited);
    }
  });

  it('print with a chart for each way of counting', async () => {
    const [part] = figureParts(office.state(), roundElectionId, '2025-11-30', ['ky']);
    expect(part?.charts).toHaveLength(7);
    const rendered = await ask(office, 'document.render', {
      request: { kind: 'figures', electionId: roundElectionId, day: '2025-11-30' },
      languages: ['ky', 'ru', 'en'],
      record: false,
      job: 'figures',
    });
    expect(rendered.pages).toBeGreaterThanOrEqual(6);
  });
});
