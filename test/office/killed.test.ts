/** A real process is killed at the changes that it makes on a real disk; what it acknowledged by then must be there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runs } from '../support/effort.ts';
import { noteFaults } from '../support/fault-table.ts';
import { someOrganisation, someSettings } from '../support/fictitious.ts';
import { brokenPromises, type Promised } from '../support/office-at-work.ts';
import { inForm, keyIn, prepareForm, type OfficeForm } from '../support/office-forms.ts';
import {
  noAnswers,
  openTestOffice,
  projectRoot,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { lacksOfBackup } from '../support/whole-backup.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

describe('a process killed at any change', () => {
  const child = join(projectRoot, 'test', 'support', 'killed-office.ts');

  async function killedAt(form: OfficeForm, change: number) {
    const [folder, stick] = [join(place.folder, String(change), 'office'), join(place.folder, String(change), 'stick')];
    await mkdir(stick, { recursive: true });
    await prepareForm(form, folder);
    const process_ = spawn(process.execPath, [child, folder, stick, String(change)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    process_.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await Promise.all([once(process_, 'exit'), once(process_.stdout, 'end')]);
    const lines = said.split('\n').filter(Boolean);
    const isDone = lines.at(-1) === 'done';
    const promised = lines.filter((line) => line !== 'done').map((line) => JSON.parse(line) as Promised);
    const office = await openTestOffice(
      folder,
      compiler,
      standingClock('2026-11-10'),
      noAnswers(),
      await keyIn(folder),
    );
    const lost = await brokenPromises(office, promised, promised.length);
    // Killed before there was an office, it begins anew.
    const again =
      office.head().seq === 0
        ? await office.execute({ type: 'office.establish', settings: someSettings, sample: false })
        : await office.call('organisation.save', { id: null, fields: someOrganisation, correspondence: null });
    if (!again.ok) lost.push('no work goes on');
    await office.close();
    const { backup } = promised.at(-1) ?? { backup: null };
    if (backup !== null) lost.push(...(await lacksOfBackup(stick, backup, { folder: place.folder })));
    await rm(join(place.folder, String(change)), { recursive: true });
    return { isDone, lost };
  }

  // Starting a process with the whole office takes its time: every so many changes, two at once.
  it.each([
    ['plain', 1, runs(10, 5)],
    ['encrypted', 3, runs(26, 13)],
  ] as const)(
    '%s, leaves every acknowledged change, photo, unsaved form and backup',
    async (form, first, step) => {
      let [next, isDone, tried] = [first as number, false, 0];
      const lost: string[] = [];
      const inTurn = async () => {
        while (!isDone) {
          const change = next;
          next += step;
          const found = await killedAt(form, change);
          isDone ||= found.isDone;
          tried += found.isDone ? 0 : 1;
          lost.push(...found.lost.map((loss) => `at change ${String(change)}: ${loss}`));
        }
      };
      await Promise.all([inTurn(), inTurn()]);
      const where = inForm(form, 'register, photos, unsaved forms, backups');
      noteFaults({ fault: 'SIGKILL of a real process at a change of a file', where, tried, lost: lost.length });
      expect(lost).toEqual([]);
      expect(tried).toBeGreaterThan(75 / step);
    },
    600_000,
  );
});
