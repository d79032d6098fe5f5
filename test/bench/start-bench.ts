/**
 * The first start on a laptop: from the process to the first screen that can be used, and the memory that all its
 * processes hold then, beside a bare window of the same Electron. In turns in one run; where the system lets go of what it
 * has read before, once more as after switching on, with everything read from the disk.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { isRoot } from '../../electron/launch/project.ts';
import { electronExecutable, launchApp } from '../support/app.ts';
import { familyOf } from '../support/connections.ts';
import { median } from './median.ts';

/** Milliseconds, and megabytes: each process's own pages and its share of those it has in common with others. */
export type StartCost = { time: number; memory: number };
export type StartCosts = { bare: StartCost; first: StartCost; sample: StartCost };

type Started = { electron: ElectronApplication; page: Page; close: () => Promise<void> };

/** Nothing but Electron and a line of text. */
async function startBare(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '0.0.0', main: 'main.cjs' }));
  await writeFile(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.setPath('userData', ${JSON.stringify(join(folder, 'data'))});
     app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<button>Ready</button>'));`,
  );
  const electron = await _electron.launch({
    executablePath: await electronExecutable(),
    args: [...(isRoot() ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', folder],
  });
  const close = async (): Promise<void> => {
    await electron.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { electron, page: await electron.firstWindow(), close };
}

const ways: Record<keyof StartCosts, { start: () => Promise<Started>; usable: string }> = {
  bare: { start: startBare, usable: 'button' },
  first: { start: () => launchApp(), usable: 'main button:enabled' },
  sample: { start: () => launchApp({ sample: true }), usable: 'nav a' },
};

async function memoryOf(pid: number): Promise<number> {
  let kilobytes = 0;
  for (const one of familyOf(pid)) {
    // A process may have ended meanwhile.
    const text = await readFile(`/proc/${String(one)}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

async function measureOne(way: keyof StartCosts): Promise<StartCost> {
  const { start, usable } = ways[way];
  const begun = performance.now();
  const { electron, page, close } = await start();
  await page.locator(usable).first().waitFor({ timeout: 120_000 });
  const time = performance.now() - begun;
  await page.waitForTimeout(1_000);
  const pid = electron.process().pid;
  const memory = pid === undefined ? Number.NaN : await memoryOf(pid);
  await close();
  return { time, memory };
}

/** False where the system does not let go of what it has read. */
const forgetFiles = (): Promise<boolean> =>
  writeFile('/proc/sys/vm/drop_caches', '3').then(
    () => true,
    () => false,
  );

/** The middle of the rounds. Null for `cold` where files cannot be made to be read from the disk again. */
export async function measureStarts({ cold, rounds }: { cold: boolean; rounds: number }): Promise<StartCosts | null> {
  const names = ['bare', 'first', 'sample'] as const;
  const all = { bare: [] as StartCost[], first: [] as StartCost[], sample: [] as StartCost[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      if (cold && !(await forgetFiles())) return null;
      all[name].push(await measureOne(name));
    }
  }
  const middle = (costs: readonly StartCost[]): StartCost => ({
    time: median(costs.map(({ time }) => time)),
    memory: median(costs.map(({ memory }) => memory)),
  });
  return { bare: middle(all.bare), first: middle(all.first), sample: middle(all.sample) };
}
