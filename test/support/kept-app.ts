/**
 * One application for many tests, because starting Electron takes longer than most of them. Between two tests it leaves
 * its office, finds another one or none in its folder, and loads its page anew.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type LaunchOptions, type RunningApp } from './app.ts';
import { answerDialogs } from './dialogs.ts';
import { ask } from './office.ts';
import { putSampleOffice } from './sample-folder.ts';

export interface KeptApp {
  /** The application as if it had just been started so: nothing of the test before is left. */
  startedAnew(launch: LaunchOptions): Promise<RunningApp>;
  close(): Promise<void>;
}

type Kept = { running: RunningApp; args: string };

export function keepApp(): KeptApp {
  let kept: Kept | null = null;

  async function end(): Promise<void> {
    const last = kept;
    kept = null;
    if (!last) return;
    await last.running.close().catch(() => undefined);
    await rm(last.running.dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }

  return {
    async startedAnew({ sample = false, args = [] }) {
      const asked = args.join('\n');
      if (kept && (kept.args !== asked || !(await canStartAnew(kept.running, sample)))) await end();
      if (!kept) {
        const dataFolder = await mkdtemp(join(tmpdir(), 'observer-'));
        kept = { running: await launchApp({ dataFolder, args }), args: asked };
        await startAnew(kept.running, sample);
      }
      const { running } = kept;
      const before = running.errorOutput().length;
      return { ...running, errorOutput: () => running.errorOutput().slice(before) };
    },
    close: end,
  };
}

/** One that a test has ended or broken is replaced. */
const canStartAnew = (running: RunningApp, sample: boolean): Promise<boolean> =>
  startAnew(running, sample).then(
    () => true,
    () => false,
  );

async function startAnew(running: RunningApp, sample: boolean): Promise<void> {
  const { electron, page, dataFolder } = running;
  const mostWait = 60_000;
  await answerDialogs(electron, {});
  await electron.evaluate(({ dialog }) => {
    const before = globalThis as unknown as { asksAtFirst?: typeof dialog.showMessageBoxSync };
    dialog.showMessageBoxSync = before.asksAtFirst ??= dialog.showMessageBoxSync;
  });
  await windowAsOpened(running);
  await ask(page, 'entry.leave', {});
  await ask(page, 'entry.archiveOffice', {});
  // Before an office opens again: the screen of the test before would open in it, and count as opened lately.
  await page.evaluate(() => {
    window.location.hash = '#/start';
  });
  for (const name of await readdir(dataFolder)) {
    if (isOfOffices(name)) await rm(join(dataFolder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  await ask(page, 'preferences.set', {
    ...{ language: null, colourScheme: 'auto', contrast: 'system', zoom: 100, electionId: null, listColumns: {} },
    documentLanguages: ['ky', 'ru', 'en'],
  });
  if (sample) {
    await putSampleOffice(dataFolder);
    await ask(page, 'entry.openSample', { job: 'start' });
  }
  await letUnsavedGo(running, async () => {
    await page.evaluate(() => {
      window.history.replaceState(null, '', window.location.pathname);
    });
    await page.reload({ timeout: mostWait });
  });
}

/** Everything but Chromium's own files, which the running program holds, and the preferences, which it remembers. */
const isOfOffices = (name: string): boolean => /^(?:office|sample-office|update|recent-failures)/u.test(name);

/** One window of the usual size, an empty clipboard, the pointer out of the way. */
async function windowAsOpened({ electron, page }: RunningApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow, clipboard }) => {
    clipboard.clear();
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.webContents.getURL().startsWith('app:')) {
        window.setSize(1366, 768);
        window.focus();
      } else window.destroy();
    }
  });
  await page.mouse.move(0, 0);
}

/** A form that the test before left unsaved asks before the page goes; nobody is there to answer. */
async function letUnsavedGo({ electron }: RunningApp, leave: () => Promise<void>): Promise<void> {
  await electron.evaluate(({ dialog }) => {
    const asks = dialog.showMessageBoxSync;
    Object.assign(globalThis, { asksAgain: () => (dialog.showMessageBoxSync = asks) });
    dialog.showMessageBoxSync = () => 1;
  });
  await leave();
  await electron.evaluate(() => {
    (globalThis as unknown as { asksAgain: () => void }).asksAgain();
  });
}
