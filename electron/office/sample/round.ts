/**
 * `npm run round -- --out <folder>`: the real round of 2025 with no window. It carries the round through an office,
 * writes every paper and a handover bag, and holds the figures beside the published ones. Ends with 0 when all agree,
 * 1 when one differs or something is refused, 2 when it was called wrongly.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCompiler } from '../documents/compiler.ts';
import { openOffice, type Office } from '../office.ts';
import type { Handover } from '#shared/domain/records/handover.ts';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { carryRound, sampleClock } from './carry-round.ts';
import { reconcile, type Comparison } from './reconcile.ts';
import { roundOrganisations, roundDecisions, roundElectionId } from './round.data.ts';

const projectRoot = resolve(import.meta.dirname, '..', '..', '..');
const all: Language[] = ['ky', 'ru', 'en'];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string' } }, strict: false });
  if (typeof values.out !== 'string' || values.out === '') {
    console.error('Usage: npm run round -- --out <folder>   (an empty or new folder)');
    return 2;
  }
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) {
    console.error(`${out} is not empty: name a new folder, nothing is ever overwritten.`);
    return 2;
  }
  const compiler = createCompiler({
    workerFile: join(projectRoot, 'electron', 'office', 'documents', 'compiler-worker.ts'),
    projectRoot,
  });
  const stick = join(out, 'stick');
  await mkdir(stick);
  const clock = sampleClock();
  const opened = await openOffice({
    folder: join(out, 'office'),
    compiler,
    clock,
    ports: {
      dialogs: {
        openFile: () => Promise.resolve(null),
        saveFile: () => Promise.resolve(null),
        chooseFolder: () => Promise.resolve(stick),
      },
    },
  });
  if (!opened.ok) {
    console.error(`The office cannot be opened: ${opened.refusal.code}`);
    return 1;
  }
  const office = opened.value;
  try {
    console.log('Carrying the round…');
    const carried = await carryRound({
      office,
      clock,
      sample: true,
      variety: false,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!carried.ok) throw new Error(carried.refusal.code);
    await writePapers(office, out, carried.value.certificateIds);
    const handover = await handOver(office, stick);
    const totals = await ask(office, 'totals.at', { electionId: roundElectionId, day: '2025-11-30' });
    return report(reconcile(totals), handover) ? 0 : 1;
  } finally {
    await office.close();
    await compiler.close();
  }
}

async function ask<N extends OperationName>(office: Office, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await office.call(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value as Output<N>;
}

async function writePapers(office: Office, out: string, certificateIds: string[]): Promise<void> {
  const folder = join(out, 'papers');
  await mkdir(folder);
  const write = async (name: string, request: DocumentRequest, record = false, languages = all) => {
    const started = performance.now();
    const made = await ask(office, 'document.render', { request, languages, record, job: 'round' });
    const document = office.document(made.token);
    if (!document) throw new Error(`${name} was made and lost`);
    await writeFile(join(folder, `${name}.pdf`), document.bytes);
    await ask(office, 'document.close', { token: made.token });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `  ${name}.pdf  ${String(made.pages)} pages  ${String(Math.round(made.bytes / 1024))} KB  ${seconds} s`,
    );
  };
  console.log('Papers:');
  await write('certificates', { kind: 'certificate', certificateIds }, true);
  await write('badges', { kind: 'badge', certificateIds }, true);
  await write('badge-sheets-a6', { kind: 'badge', certificateIds, format: 'a6-sheet' });
  await write('badge-sheets-card', { kind: 'badge', certificateIds, format: 'card-sheet' });
  const everything = { kind: 'badge-list', electionId: roundElectionId } as const;
  await write('badge-list-by-body', { ...everything, scope: { kind: 'everything', groupBy: 'organisation' } });
  await write('badge-list-by-decision', { ...everything, scope: { kind: 'everything', groupBy: 'decision' } });
  for (const { id } of roundOrganisations) {
    await write(`badge-list-${id}`, { ...everything, scope: { kind: 'organisation', organisationId: id } });
  }
  for (const { date } of roundDecisions) {
    await write(`decision-${date}`, { kind: 'decision', decisionId: `decision-${date}` });
  }
  await write('issue-log', { kind: 'issue-log', electionId: roundElectionId, organisationId: null, only: 'all' });
}

async function handOver(office: Office, stick: string): Promise<Handover> {
  await ask(office, 'handover.chooseFolder', { language: 'en' });
  const handover = await ask(office, 'handover.write', {
    electionId: roundElectionId,
    scope: { kind: 'everything' },
    level: 'badge-list',
    folder: stick,
    giver: 'Т. Текшерова',
    receiver: 'А. Кабылалов',
    passphrase: null,
    languages: all,
    // The round runs from the sources alone, and the page is built.
    withVerifier: false,
    job: 'handover',
  });
  const made = await ask(office, 'document.render', {
    request: { kind: 'handover-act', handoverId: handover.id },
    languages: all,
    record: false,
    job: 'act',
  });
  const act = office.document(made.token);
  if (act) await writeFile(join(stick, '..', 'papers', 'handover-act.pdf'), act.bytes);
  return handover;
}

function report(comparisons: readonly Comparison[], handover: Handover): boolean {
  const widest = Math.max(...comparisons.map(({ what }) => what.length));
  console.log(
    `\nHandover ${String(handover.number)}: ${handover.bag}, ${String(handover.files.length)} files, read back and the same\n`,
  );
  console.log(`${''.padEnd(widest)}  register  published`);
  for (const { what, register, published } of comparisons) {
    const verdict = register === published ? 'agrees' : 'DIFFERS';
    console.log(
      `${what.padEnd(widest)}  ${String(register).padStart(8)}  ${String(published).padStart(9)}  ${verdict}`,
    );
  }
  return comparisons.every(({ register, published }) => register === published);
}

process.exitCode = await main();
