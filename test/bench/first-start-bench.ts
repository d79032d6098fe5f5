/** The first start on a new laptop: time to the first usable screen, and memory, beside a bare window of the same Electron. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { isRoot, projectRoot } from '../../electron/launch/project.ts';
import { familyOf } from '../support/connections.ts';
import { median } from './median.ts';

export type FirstStart = {
  /** Milliseconds from starting the process to a button that can be pressed. */
  usable: number;
  /** Bytes of all its processes: resident, where what they share counts each time, and in shares, where it counts once. */
  resident: number;
  shared: number;
};

/** A window with one button and nothing else: what Electron alone costs. */
async function bareApplication(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'observer-bare-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  await writeFile(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.setPath('userData', process.argv.at(-1).slice('--data='.length));
     app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<button>x</button>'));`,
  );
  return folder;
}

async function startOnce(project: string, executable: string): Promise<FirstStart> {
  const data = await mkdtemp(join(tmpdir(), 'observer-first-'));
  const start = performance.now();
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...(isRoot() ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', project, `--data=${data}`],
    cwd: projectRoot,
    timeout: 180_000,
  });
  try {
    const page = await electron.firstWindow();
    await page.getByRole('button').first().click({ trial: true, timeout: 180_000 });
    const usable = performance.now() - start;
    // At rest: what starting needed only for a moment is given back.
    await page.waitForTimeout(3000);
    return { usable, ...memoryOf(electron.process().pid ?? 0) };
  } finally {
    await electron.close();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Linux alone tells it; zero elsewhere. */
function memoryOf(pid: number): { resident: number; shared: number } {
  let [resident, shared] = [0, 0];
  for (const one of familyOf(pid)) {
    try {
      const rollup = readFileSync(`/proc/${String(one)}/smaps_rollup`, 'latin1');
      resident += 1024 * Number(/^Rss:\s+(\d+)/mu.exec(rollup)?.[1] ?? 0);
      shared += 1024 * Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1] ?? 0);
    } catch {
      // Ended meanwhile.
    }
  }
  return { resident, shared };
}

/** Bare and ours in turns, so that the machine's moods fall on both; `before` is called before each start. */
export async function measureFirstStart(
  executable: string,
  rounds: number,
  before: (project: string) => void = () => undefined,
): Promise<{ bare: FirstStart; ours: FirstStart }> {
  const bareFolder = await bareApplication();
  const bare: FirstStart[] = [];
  const ours: FirstStart[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [project, found] of [
        [bareFolder, bare],
        [projectRoot, ours],
      ] as const) {
        before(project);
        found.push(await startOnce(project, executable));
      }
    }
  } finally {
    await rm(bareFolder, { recursive: true, force: true });
  }
  return { bare: middle(bare), ours: middle(ours) };
}

const middle = (all: readonly FirstStart[]): FirstStart => ({
  usable: median(all.map(({ usable }) => usable)),
  resident: median(all.map(({ resident }) => resident)),
  shared: median(all.map(({ shared }) => shared)),
});
