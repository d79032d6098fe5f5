/** Handovers and backups on a real exFAT stick, which is also pulled out in the middle; left out where there can be none. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import { exfatStick, type ExfatStick } from '../support/exfat-stick.ts';
import { noteFaults } from '../support/fault-table.ts';
import { handOver, lookAt, openExchanging, passphrase, takeIn } from '../support/handing-over.ts';
import { ask, noAnswers, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { lacksOfBackup } from '../support/whole-backup.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

const day = '2025-11-20';
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let stick: ExfatStick | null;
let made: AccreditedOffice;
beforeEach(async () => {
  place = await temporaryFolder();
  stick = await exfatStick(24);
  made = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 2, answers });
});
afterEach(async () => {
  await made.office.close();
  await stick?.remove();
  await place.remove();
});

describe('a real exFAT stick', () => {
  it('takes a handover and a backup, and hands both back whole', async ({ skip }) => {
    if (!stick) return skip('no exFAT stick can be made on this machine');
    await expect(writeFile(join(stick.folder, 'a:b'), '')).rejects.toThrow();
    const bag = await handOver({ office: made.office, answers }, made.electionId, stick.folder);
    await ask(made.office, 'backup.chooseFolder', { language: 'ky' });
    await ask(made.office, 'backup.make', { job: 'backup' });
    const { seq } = made.office.head();
    await stick.pull();
    await stick.plugIn();
    expect(await lacksOfBackup(stick.folder, seq, { folder: place.folder })).toEqual([]);
    const other = await openExchanging(compiler, 'B', 'Б. Үлгүева');
    const taken = await takeIn(other, bag);
    expect(taken.counts.fresh).toBeGreaterThan(0);
    expect(other.office.state().applications.size).toBe(2);
    await other.close();
  });

  it('that is pulled out at any moment keeps what was said to be on it, and shows nothing half-written as whole', async ({
    skip,
  }) => {
    if (!stick) return skip('no exFAT stick can be made on this machine');
    let [tried, lost] = [0, 0];
    const kept: string[] = [];
    const backups: number[] = [];
    for (const milliseconds of [40, 150, 400, 1_000, 2_000, 4_000]) {
      answers.chooseFolder = stick.folder;
      await ask(made.office, 'handover.chooseFolder', { language: 'ky' });
      await ask(made.office, 'backup.chooseFolder', { language: 'ky' });
      const giving = made.office.call('handover.write', {
        ...{
          electionId: made.electionId,
          scope: { kind: 'everything' },
          level: 'full',
          folder: stick.folder,
          passphrase,
        },
        ...{ receiverKey: null, giver: 'А', receiver: 'Ош', languages: ['ky'], job: `give-${String(milliseconds)}` },
      });
      const backing = made.office.call('backup.make', { job: `backup-${String(milliseconds)}` });
      await wait(milliseconds);
      await stick.pull();
      const [given, backed] = [await giving, await backing];
      tried += 2;
      await stick.plugIn();
      if (given.ok) kept.push((given.value as { bag: string }).bag);
      // What the office says of it: the handover beside it may have recorded a change since.
      const { last } = await ask(made.office, 'backup.status', {});
      if (backed.ok && last) backups.push(last.seq);
      const whole = (await readdir(stick.folder)).filter(
        (name) => name.includes('handover') && !name.endsWith('.partial'),
      );
      for (const bag of new Set([...kept, ...whole])) {
        const other = await openExchanging(compiler, 'B', 'Б. Үлгүева');
        const looked = await lookAt(other, join(stick.folder, bag)).then(
          () => 'whole',
          (refused: unknown) => String(refused),
        );
        await other.close();
        if (kept.includes(bag) && looked !== 'whole') lost += 1;
        // One that the giver was not told of is whole, or is refused in words.
        else expect(looked).toMatch(/^(?:whole|Error: receive\.(?:choose|open) was refused)/u);
      }
    }
    for (const seq of backups) lost += (await lacksOfBackup(stick.folder, seq, { folder: place.folder })).length;
    await mkdir(join(stick.folder, 'after'));
    noteFaults({ fault: 'stick pulled out (a real exFAT)', where: 'handovers and backups', tried, lost });
    expect(lost).toBe(0);
  });
});
