/** An office in a temporary folder for tests in plain Node: its dialogs answer what the test says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import { createCompiler, type Compiler } from '../../electron/office/documents/compiler.ts';
import { openOffice, type Office } from '../../electron/office/office.ts';
import { someHead } from './fictitious.ts';
import type { Clock, Dialogs } from '../../electron/office/context/ports.ts';

export const projectRoot = resolve(import.meta.dirname, '..', '..');

export const testCompiler = (): Compiler =>
  createCompiler({
    workerFile: join(projectRoot, 'electron', 'office', 'documents', 'compiler-worker.ts'),
    projectRoot,
  });

export type Answers = { openFile: string | null; saveFile: string | null; chooseFolder: string | null };

export const dialogsAnswering = (answers: Answers): Dialogs => ({
  openFile: () => Promise.resolve(answers.openFile),
  saveFile: () => Promise.resolve(answers.saveFile),
  chooseFolder: () => Promise.resolve(answers.chooseFolder),
});

export const noAnswers = (): Answers => ({ openFile: null, saveFile: null, chooseFolder: null });

/** A clock that stands at a day's morning until it is set to another. */
export function standingClock(day: string): Clock & { set(next: string): void } {
  let now = Date.parse(`${day}T06:00:00.000Z`);
  return {
    now: () => new Date(now++),
    set(next) {
      now = Date.parse(`${next}T06:00:00.000Z`);
    },
  };
}

/** The base-2 logarithm of scrypt's N for a passphrase: one guess costs next to nothing. */
export const lightWorkFactor = 10;

export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function openTestOffice(
  folder: string,
  compiler: Compiler,
  clock: Clock,
  answers: Answers = noAnswers(),
  officeKey?: OfficeKey,
  guesses: 'light' | 'usual' = 'light',
): Promise<Office> {
  const opened = await openOffice({
    ...{ folder, compiler, clock, ports: { dialogs: dialogsAnswering(answers) } },
    actor: someHead,
    ...(officeKey && { officeKey }),
    ...(guesses === 'light' && { passphraseWorkFactor: lightWorkFactor }),
  });
  if (!opened.ok) throw new Error(`the office was refused: ${opened.refusal.code}`);
  return opened.value;
}

/** The value of a call that must succeed. */
export async function ask<N extends OperationName>(office: Office, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await office.call(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value as Output<N>;
}

/** The refusal of a call that must not succeed. */
export async function refusalOf<N extends OperationName>(office: Office, name: N, input: Input<N>): Promise<Refusal> {
  const reply = await office.call(name, input);
  if (reply.ok) throw new Error(`${name} was not refused`);
  return reply.refusal;
}
