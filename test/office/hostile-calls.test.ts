/** Every operation of the contract is called with right, nearly right and hostile payloads, as a page gone wrong could. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract, ReplyEnvelope, type OperationName } from '#shared/contract/index.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import type { Entry } from '../../electron/office/session/entry.ts';
import { openOffice } from '../../electron/office/office.ts';
import { journalName } from '../../electron/office/store/journal.ts';
import { enterEntry, labHead } from '../support/enter-entry.ts';
import { labKeyOf } from '../support/lab-key.ts';
import { someHead, somePerson, someSettings } from '../support/fictitious.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import { hostilePayload, type Known } from '../support/arbitrary-payload.ts';
import { testSeed } from '../support/effort.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { sumOfState } from '../support/office-at-work.ts';
import { dialogsAnswering, noAnswers, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { openTestEntry } from '../support/test-entry.ts';

const compiler = testCompiler();
const day = '2026-11-10';
const clock = standingClock(day);
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let entry: Entry;
let known: Known;
/** Payloads that are accepted, of operations that a few values do not hit by chance. */
let examples: Partial<Record<OperationName, unknown>>;

beforeAll(async () => {
  place = await temporaryFolder();
  const made = await accreditedOffice(place.folder, { compiler, clock, day, count: 3 });
  await made.office.call('certificate.reserve', { applicationIds: made.people, issuedOn: day });
  const state = made.office.state();
  const ids = [
    made.electionId,
    made.organisationId,
    ...made.people,
    ...state.decisions.keys(),
    ...state.certificates.keys(),
  ];
  const hashes = made.people.flatMap((id) => state.applications.get(id)?.photo?.picture ?? []);
  known = { ids: [...ids, 'no-such-record'], hashes };
  const [electionId, organisationId, certificateIds] = [
    made.electionId,
    made.organisationId,
    [...state.certificates.keys()],
  ];
  const decisionId = [...state.decisions.keys()][0] ?? '';
  const design = { design: defaultDesign, language: 'ky' as const };
  examples = {
    'entry.establish': { settings: someSettings, head: { name: labHead.name, login: labHead.login }, password: 'x' },
    'office.changeSettings': { settings: someSettings },
    'application.save': { id: null, electionId, organisationId, fields: somePerson(9) },
    'document.render': {
      ...{ request: { kind: 'badge', certificateIds }, languages: ['ky', 'ru'], record: true, job: 'd' },
      reason: 'кайра',
    },
    'document.saveDocx': { request: { kind: 'decision', decisionId }, languages: ['ky'], language: 'ky' },
    'handover.write': {
      ...{ electionId, scope: { kind: 'everything' }, level: 'public', folder: place.folder, giver: 'Үлгүев' },
      ...{ receiver: 'Ош', passphrase: null, languages: ['ky'], job: 'h' },
    },
    'wording.correct': { changes: [{ language: 'ky', key: 'common.action.save', text: 'Сактап коюу' }] },
    'design.preview': {
      ...{ design: defaultDesign, paper: 'a6', category: 'core-team', twoSided: false, languages: ['ky'], job: 'p' },
    },
    'design.save': { design: defaultDesign, job: 's' },
    'list.save': {
      ...{ list: { kind: 'totals', electionId, day }, columns: ['countedBy', 'accredited'] },
      ...{ language: 'ky', format: 'csv', job: 'l' },
    },
    'design.export': design,
  };
  await made.office.close();
  // Nobody is there to choose a file: what is made goes nowhere.
  entry = await openTestEntry(place.folder, { clock });
  await enterEntry(entry);
}, 300_000);
afterAll(async () => {
  await place.remove();
  await compiler.close();
});

const journal = () => join(place.folder, 'office', journalName);
const lengthOfJournal = async () => (await stat(journal())).size;

/** These take seconds each when they are carried out, or end the office that the others are tried on. */
const slow = new Set<OperationName>([
  'document.render',
  'document.saveDocx',
  'handover.write',
  'wording.export',
  'import.saveTemplate',
]);
/** Operations that were asked beyond the shape of their input, and how often what was asked was accepted. */
const reached = new Set<string>();
let accepted = 0;
const ending = new Set<OperationName>([
  'entry.leave',
  'entry.lock',
  'entry.openOffice',
  'entry.openSample',
  'restore.carryOut',
]);

async function call(name: string, input: unknown): Promise<void> {
  const before = await lengthOfJournal();
  let reply: unknown;
  try {
    reply = await entry.call(name, input);
  } catch (error) {
    throw new Error(`${name} threw ${String(error)}`, { cause: error });
  }
  const envelope = ReplyEnvelope.parse(reply);
  if (envelope.ok) accepted += 1;
  if (envelope.ok || envelope.refusal.code !== 'input.invalid') reached.add(name);
  if (!envelope.ok && (await lengthOfJournal()) !== before) throw new Error(`${name} was refused, and written down`);
}

it.each(Object.keys(contract) as OperationName[])(
  '%s neither throws nor writes what it refuses',
  async (name) => {
    const payload = hostilePayload(contract[name].input, known, examples[name]);
    const given = ending.has(name) ? payload.filter((one) => !contract[name].input.safeParse(one).success) : payload;
    await fc.assert(
      fc.asyncProperty(given, (input) => call(name, input)),
      { seed: testSeed, numRuns: slow.has(name) ? 8 : 40, endOnFailure: true },
    );
  },
  240_000,
);

it('a name that is no operation is refused, whatever it is', async () => {
  for (const name of [...hostileTexts, ...Object.getOwnPropertyNames(Object.prototype)]) {
    expect(await entry.call(name, {})).toMatchObject({ ok: false, refusal: { code: 'input.invalid' } });
  }
});

it('all operations were asked beyond the shape of their input', () => {
  const all = Object.keys(contract);
  const never = all.filter((name) => !reached.has(name));
  console.info(`${String(accepted)} payloads accepted; never beyond the shape: ${never.join(', ')}`);
  // The others would end what the rest are tried on.
  expect(never.filter((name) => !ending.has(name as OperationName))).toEqual([]);
  expect(accepted).toBeGreaterThan(300);
});

it('afterwards the office closes, opens again as it was, and its records hold', async () => {
  await entry.close();
  const before = await readFile(journal());
  const folder = join(place.folder, 'office');
  const officeKey = await labKeyOf(folder);
  const open = () =>
    openOffice({
      folder,
      officeKey,
      compiler,
      clock,
      actor: someHead,
      ports: { dialogs: dialogsAnswering(noAnswers()) },
    });
  const opened = await open();
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const state = sumOfState(opened.value);
  expect(await opened.value.call('audit.verify', { job: 'v' })).toMatchObject({ ok: true });
  await opened.value.close();
  const again = await open();
  if (!again.ok) throw new Error(JSON.stringify(again.refusal));
  expect(sumOfState(again.value)).toBe(state);
  await again.value.close();
  expect((await readFile(journal())).equals(before)).toBe(true);
});
