/** Opens the application from its sources: what stands in the way of a window, and the process that is started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { isRoot, projectRoot, say } from './project.ts';
import type { Runtime } from './runtime.ts';

/** Where a window can be shown; only Linux runs without. What to do instead is said in one line. */
export function canShowWindow(): boolean {
  if (process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)) return true;
  say(
    'There is no display to open a window on: `npm run round` does the whole round without one, `xvfb-run -a npm start` opens it on a virtual one.',
  );
  return false;
}

/** A relative folder after --data is meant from where the person stands, not from the project's folder. */
export function withAbsoluteFolder(options: readonly string[]): string[] {
  const here = process.env.INIT_CWD ?? process.cwd();
  return options.map((option, index) => {
    if (options[index - 1] === '--data') return resolve(here, option);
    return option.startsWith('--data=') ? `--data=${resolve(here, option.slice('--data='.length))}` : option;
  });
}

/** The switches this machine needs; null, said in one line, where the window would open without its sandbox. */
export function switchesFor(runtime: Runtime): string[] | null {
  // The old engine complains at length about a desktop's services that are not there; only a crash is worth a line.
  const quiet = runtime.kind === 'development' ? ['--log-level=3'] : [];
  if (!isRoot()) return quiet;
  if (runtime.kind === 'official') {
    say('As root the window would open without its sandbox: start as an ordinary user.');
    return null;
  }
  say("Running as root: the development runtime starts without Chromium's sandbox.");
  return ['--no-sandbox', ...quiet];
}

/** `errorOutput`: what the process writes to standard error goes to this terminal, or to the caller. */
export function launchApplication(
  runtime: Runtime,
  switches: readonly string[],
  options: readonly string[],
  errorOutput: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const application = spawn(runtime.executable, [...switches, projectRoot, ...options], {
    stdio: ['ignore', 'inherit', errorOutput],
    // Electron would behave as plain Node with this left over from somewhere.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
  });
  application.on('error', (error) => {
    say(`Electron could not be started: ${error.message}`);
  });
  application.on('exit', (_code, signal) => {
    if (signal === 'SIGTRAP' || signal === 'SIGABRT') say(sandboxHint(runtime.executable));
  });
  return application;
}

/** On some Linux systems an ordinary user cannot make Chromium's sandbox, and Chromium then stops at once. */
const sandboxHint = (executable: string): string => {
  const helper = join(dirname(executable), 'chrome-sandbox');
  return `Chromium stopped at once. If it named its sandbox, do this as root: chown root ${helper} && chmod 4755 ${helper}`;
};
