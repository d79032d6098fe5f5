/** A handover that the program of schema 7 wrote: it called elections, organisations and replicas by other names. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openExchanging, lookAt, type ExchangingOffice } from '../support/handing-over.ts';
import { ask, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
let here: ExchangingOffice;
let stick: Awaited<ReturnType<typeof temporaryFolder>>;
let bag: string;

beforeAll(async () => {
  stick = await temporaryFolder();
  bag = join(stick.folder, 'handover-001');
  await cp(join(import.meta.dirname, 'handover-of-schema-7'), bag, { recursive: true });
  // Git's own file is none of the handover's.
  await rm(join(bag, '.gitattributes'));
  here = await openExchanging(compiler, 'B', 'Б. Алуучу');
});
afterAll(async () => {
  await here.close();
  await compiler.close();
  await stick.remove();
});

it('is taken in whole: election, organisations, people, decision and certificates', async () => {
  const { seen, preview } = await lookAt(here, bag);
  expect(preview).toMatchObject({ isNewElection: true, open: 0, counts: { new: 9, conflict: 0 } });
  const receipt = await ask(here.office, 'receive.commit', { receiveId: seen.receiveId, job: 'take' });
  expect(receipt.counts).toMatchObject({ fresh: 9, settled: 0 });
  const { elections, organisations, applications, certificates } = here.office.state();
  expect(elections.size).toBe(1);
  for (const { electionId, organisationId } of applications.values()) {
    expect(elections.has(electionId)).toBe(true);
    expect(organisations.has(organisationId)).toBe(true);
  }
  expect(certificates.size).toBeGreaterThan(0);
  // Its decision fits the checksum that it was adopted with, and everything else holds too.
  expect((await ask(here.office, 'audit.verify', { job: 'verify' })).faults).toEqual([]);
});
