/** A laptop with an office and a stick for its backups, a fresh pair for every test. */
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';
import type { Lobby } from '../../electron/office/session/lobby.ts';
import { accreditedOffice } from './accredited-office.ts';
import { enterLobby } from './enter-lobby.ts';
import { ask, noAnswers, standingClock, temporaryFolder, testCompiler, type Answers } from './open-office.ts';
import { askLobby, openTestLobby } from './test-lobby.ts';

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
  async function openHere(): Promise<Lobby> {
    const lobby = await openTestLobby(laptop(), { answers, clock });
    await enterLobby(lobby);
    return lobby;
  }

  /** An office with three people, two of them with numbers, on the laptop, closed. */
  async function workedOn(): Promise<{ eventId: string; people: string[] }> {
    const { office, eventId, people } = await accreditedOffice(laptop(), { compiler, clock, day, count: 3 });
    await ask(office, 'certificate.reserve', { applicationIds: people.slice(0, 2), issuedOn: day });
    await office.close();
    return { eventId, people };
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
    async openAgain(lobby: Lobby): Promise<void> {
      await askLobby(lobby, 'lobby.openOffice', {});
      await enterLobby(lobby);
    },
    /** The laptop with its office open, and one backup on the stick. */
    async withBackup(): Promise<{ lobby: Lobby; eventId: string; people: string[] }> {
      const worked = await workedOn();
      const lobby = await openHere();
      await askLobby(lobby, 'backup.chooseFolder', { language: 'ky' });
      await askLobby(lobby, 'backup.make', { job: 'b' });
      return { lobby, ...worked };
    },
  };
}
