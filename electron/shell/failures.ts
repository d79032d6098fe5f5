/**
 * When the program itself goes wrong: what happened is kept without personal data, and the clerk is told what is safe and
 * what to do, with the support report one click away.
 */
import { app, dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { FailureLog } from '../office/support/failure-log.ts';
import { startPage } from './addresses.ts';
import type { ShellWords } from './words.ts';

export type FailureReporter = {
  failures: FailureLog;
  /** The words in the language of the moment. */
  words: () => ShellWords;
  window: () => BrowserWindow | null;
  /** Makes the support report and saves it where the clerk says. */
  saveReport: () => Promise<unknown>;
};

/** One answer of a box; `report` saves the report and asks again. */
type Choice = { label: string; then: () => void };

/** One box at a time: a fault that repeats must not cover the screen with them. */
let asking = false;

/** Asks until something else than the report was chosen; the last choice stands for closing the box. */
export async function explain(
  { words, window, saveReport, failures }: FailureReporter,
  { message, detail }: { message: string; detail: readonly string[] },
  choices: readonly Choice[],
): Promise<void> {
  if (asking) return;
  asking = true;
  try {
    for (;;) {
      const buttons = [...choices.map(({ label }) => label), words().failure.report];
      const options: MessageBoxOptions = {
        ...{ type: 'warning', message, detail: detail.join('\n\n'), buttons, noLink: true },
        ...{ defaultId: 0, cancelId: choices.length - 1 },
      };
      const over = window();
      const { response } = await (over && !over.isDestroyed()
        ? dialog.showMessageBox(over, options)
        : dialog.showMessageBox(options));
      const choice = choices[response];
      if (choice) {
        choice.then();
        return;
      }
      await saveReport().catch((thrown: unknown) => failures.note({ kind: 'background', thrown }));
    }
  } finally {
    asking = false;
  }
}

/** Exceptions nobody caught, work that failed unseen, and the ends of Chromium's other processes. */
export function watchMainProcess(drafts: FailureReporter, tellScreens: () => void): void {
  process.on('uncaughtException', (thrown) => {
    leaveWord('Nobody caught', thrown);
    drafts.failures.note({ kind: 'main', thrown });
    const { failure } = drafts.words();
    void explain(drafts, { message: failure.main, detail: [failure.safe, failure.mainTodo] }, [
      { label: failure.restart, then: restart },
      { label: failure.goOn, then: () => undefined },
    ]);
  });
  process.on('unhandledRejection', (thrown) => {
    leaveWord('Failed unseen', thrown);
    drafts.failures.note({ kind: 'background', thrown });
    tellScreens();
  });
  app.on('child-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') drafts.failures.note({ kind: 'process', thrown: reason });
  });
}

/** All records are in the main process: a page that crashed or hangs loses only what was being typed. */
export function watchWindow(window: BrowserWindow, drafts: FailureReporter): void {
  let replacing = false;
  const reopen = (): void => {
    replacing = false;
    if (!window.isDestroyed()) void window.loadURL(startPage);
  };
  const quit = (): void => {
    app.quit();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (replacing || reason === 'clean-exit' || window.isDestroyed()) return;
    drafts.failures.note({ kind: 'window', thrown: reason });
    const { failure } = drafts.words();
    void explain(drafts, { message: failure.window, detail: [failure.safe, failure.windowTodo] }, [
      { label: failure.reopen, then: reopen },
      { label: failure.quit, then: quit },
    ]);
  });
  window.on('unresponsive', () => {
    drafts.failures.note({ kind: 'window', thrown: 'unresponsive' });
    const { failure } = drafts.words();
    void explain(drafts, { message: failure.hung, detail: [failure.safe, failure.hungTodo] }, [
      {
        label: failure.reopen,
        then: () => {
          replacing = true;
          window.webContents.forcefullyCrashRenderer();
          setTimeout(reopen, 500);
        },
      },
      { label: failure.wait, then: () => undefined },
    ]);
  });
}

/** Starts again after the office has closed in order. */
function restart(): void {
  app.relaunch();
  app.quit();
}

/** For whoever starts the program from a terminal; an installed program has none. */
const leaveWord = (what: string, thrown: unknown): void => {
  if (!app.isPackaged)
    process.stderr.write(`${what}: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}\n`);
};
