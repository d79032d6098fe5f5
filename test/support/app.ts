/** Starts the real application for a test, in a folder of its own, and ends it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { isRoot, projectRoot } from '../../electron/launch/project.ts';
import { findRuntime } from '../../electron/launch/runtime.ts';
import { lightGuessesVariable } from '../../electron/shell/guess-costs.ts';
import { putSampleOffice } from './sample-folder.ts';

export interface LaunchOptions {
  /** Where the data is kept; a fresh temporary folder, removed at the end, when left out. */
  readonly dataFolder?: string;
  /** Starts with the sample office open; in a fresh folder it is a copy of one made before, to spare the time. */
  readonly sample?: boolean;
  /** More of the command line, for the application or for Chromium. */
  readonly args?: readonly string[];
  /** What the system takes for its temporary folder. */
  readonly temporary?: string;
  /** A packaged application's executable, started instead of the built project. */
  readonly packaged?: string;
}

export interface RunningApp {
  /** The main process. */
  readonly electron: ElectronApplication;
  /** The window's page. */
  readonly page: Page;
  readonly dataFolder: string;
  /** Everything the process has written to standard error so far. */
  errorOutput(): string;
  /** Ends the application as closing its window does; the temporary folder goes too. */
  close(): Promise<void>;
  /** Ends it as a power cut does. The folder stays. */
  kill(): Promise<void>;
}

/** Sizes the screens are made for. */
export const screenSizes = { small: { width: 1366, height: 768 }, large: { width: 1920, height: 1080 } } as const;

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));

/** OBSERVER_ELECTRON is set by the test run, which has found the runtime once for all workers. */
export async function electronExecutable(): Promise<string> {
  const known = process.env.OBSERVER_ELECTRON ?? (await findRuntime())?.executable;
  if (!known) throw new Error('There is no Electron to run the tests in.');
  return known;
}

export async function launchApp({
  dataFolder,
  sample = false,
  args = [],
  temporary,
  packaged,
}: LaunchOptions = {}): Promise<RunningApp> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'observer-')));
  if (sample && dataFolder === undefined) await putSampleOffice(folder);
  const electron = await _electron.launch({
    executablePath: packaged ?? (await electronExecutable()),
    args: [
      // Chromium's sandbox does not start as root; in CI the test is all there is in the container.
      ...(isRoot() ? ['--no-sandbox'] : []),
      // Containers give little shared memory.
      '--disable-dev-shm-usage',
      ...(packaged === undefined ? [projectRoot] : []),
      `--data=${folder}`,
      ...(sample ? ['--sample'] : []),
      ...args,
    ],
    cwd: projectRoot,
    // A packaged application does not look at the light cost, and packaged.spec.ts proves it.
    env: { ...environment(), [lightGuessesVariable]: '1', ...(temporary !== undefined && { TMPDIR: temporary }) },
    timeout: 60_000,
  });
  askAgainWhenCollected(electron);
  let errorOutput = '';
  const main = electron.process();
  main.stderr?.on('data', (chunk: Buffer) => (errorOutput += chunk.toString('utf8')));
  const removeFolder = async (): Promise<void> => {
    if (dataFolder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const page = await electron.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return {
    electron,
    page,
    dataFolder: folder,
    errorOutput: () => errorOutput,
    close: async () => {
      // A test that ends in the middle of a form leaves it unsaved; nobody is there to answer the question.
      const noQuestions = electron.evaluate(({ dialog }) => {
        dialog.showMessageBoxSync = () => 1;
      });
      // Already ended by the test itself.
      await noQuestions.catch(() => undefined);
      await electron.close();
      await removeFolder();
    },
    kill: async () => {
      const gone = new Promise((ended) => main.once('exit', ended));
      main.kill('SIGKILL');
      await gone;
    },
  };
}

/**
 * Node's inspector now and then lets go of an answer before it arrives. What tests ask of the main process may be asked
 * twice: it sets or reads something.
 */
function askAgainWhenCollected(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron);
  const browserWindow = electron.browserWindow.bind(electron);
  electron.evaluate = ((work: never, given: never) => untilAnswered(() => evaluate(work, given))) as typeof evaluate;
  electron.browserWindow = (page) => untilAnswered(() => browserWindow(page));
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const mostTries = 3;
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === mostTries || !String(error).includes('promise was garbage collected')) throw error;
    }
  }
}

/** Gives the page the size of a clerk's screen. */
export async function resizeTo(running: RunningApp, size: { width: number; height: number }): Promise<void> {
  // By the window itself: a handle of it, asked for from the page, is now and then collected before it arrives.
  await running.electron.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height);
  }, size);
  await running.page.waitForFunction(
    ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
    size,
  );
}
