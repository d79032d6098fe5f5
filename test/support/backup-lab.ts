/** A laptop with an office and a stick for its backups, a fresh pair for every test. */
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import type { Entry } from '../../electron/office/session/entry.ts';
import { accreditedOffice } from './accredited-office.ts';
import { enterEntry } from './enter-entry.ts';
import { ask, noAnswers, standingClock, temporaryFolder, testCompiler, type Answers } from './open-office.ts';
import { askEntry, openTestEntry } from './test-entry.ts';

export const day = '2026-11-10';

export const journalOf = (folder: string): Promise<Buffer> => readFile(join(folder, 'journal.jsonl'));

/** Called once, at the top of a test file. */
export function backupLab() {
  const compiler = testCompiler();
  const clock = standingClock(day);
  const answers: Answers = noAnswers();
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  const stick = (): string => join(place.folder, 'stick');
  const laptop = (): string => join(place.folder, 'laptop');

  beforeEach(async () => {
    place = await temporaryFolder();
    await mkdir(stick());
    answers.chooseFolder = stick();
  });
  afterEach(() => place.remove());
  afterAll(() => compiler.close());

  /** The laptop as it starts, with its office open where there is one that can be opened. */
  async function openHere(): Promise<Entry> {
    const entry = await openTestEntry(laptop(), { answers, clock });
    await enterEntry(entry);
    return entry;
  }

  /** An office with three people, two of them with numbers, on the laptop, closed. */
  async function workedOn(): Promise<{ electionId: string; people: string[] }> {
    const { office, electionId, people } = await accreditedOffice(laptop(), { compiler, clock, day, count: 3 });
    await ask(office, 'certificate.reserve', { applicationIds: people.slice(0, 2), issuedOn: day });
    await office.close();
    return { electionId, people };
  }

  async function homeOnStick(): Promise<string> {
    const all = join(stick(), 'observer-accreditation-backups');
    const [home = ''] = await readdir(all);
    return join(all, home);
  }

  return {
    ...{ answers, stick, laptop, openHere, workedOn, homeOnStick },
    /** The folder of the office on the laptop. */
    own: (): string => join(laptop(), 'office'),
    backupsOnStick: async (): Promise<string[]> =>
      (await readdir(await homeOnStick())).filter((name) => /^\d{8}-/u.test(name)),
    async openAgain(entry: Entry): Promise<void> {
      await askEntry(entry, 'entry.openOffice', {});
      await enterEntry(entry);
    },
    /** The laptop with its office open, and one backup on the stick. */
    async withBackup(): Promise<{ entry: Entry; electionId: string; people: string[] }> {
      const worked = await workedOn();
      const entry = await openHere();
      await askEntry(entry, 'backup.chooseFolder', { language: 'ky' });
      await askEntry(entry, 'backup.make', { job: 'b' });
      return { entry, ...worked };
    },
  };
}
