/**
 * `npm start`: builds what has changed, finds an Electron and opens the application with the options given after `--`
 * (`npm start -- --sample`, `npm start -- --data <folder>`).
 */
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { build } from './build.ts';
import { isRoot, projectRoot, say } from './project.ts';
import { findRuntime } from './runtime.ts';

/** Where a window can be shown; only Linux runs without. */
const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** A relative folder after --data is meant from where the person stands, not from the project's folder. */
function withAbsoluteFolder(options: readonly string[]): string[] {
  const here = process.env.INIT_CWD ?? process.cwd();
  return options.map((option, index) => {
    if (options[index - 1] === '--data') return resolve(here, option);
    return option.startsWith('--data=') ? `--data=${resolve(here, option.slice('--data='.length))}` : option;
  });
}

/** On some Linux systems an ordinary user cannot make Chromium's sandbox, and Chromium then stops at once. */
const sandboxHint = (executable: string): string => {
  const helper = join(dirname(executable), 'chrome-sandbox');
  return `Chromium stopped at once. If it named its sandbox, do this as root: chown root ${helper} && chmod 4755 ${helper}`;
};

async function start(options: readonly string[]): Promise<number> {
  if (!hasDisplay()) {
    say(
      'There is no display to open a window on: `npm run round` does the whole round without one, `xvfb-run -a npm start` opens it on a virtual one.',
    );
    return 1;
  }
  if (!(await build())) return 1;
  const runtime = await findRuntime();
  if (!runtime) return 1;

  const switches: string[] = [];
  if (isRoot()) {
    if (runtime.kind === 'official') {
      say('As root the window would open without its sandbox: start as an ordinary user.');
      return 1;
    }
    say("Running as root: the development runtime starts without Chromium's sandbox.");
    switches.push('--no-sandbox');
  }
  // The old engine complains at length about a desktop's services that are not there; only a crash is worth a line.
  if (runtime.kind === 'development') switches.push('--log-level=3');
  const application = spawn(runtime.executable, [...switches, projectRoot, ...withAbsoluteFolder(options)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Electron would behave as plain Node with this left over from somewhere.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => application.kill('SIGTERM'));
  return new Promise((ended) => {
    application.on('error', (error) => {
      say(`Electron could not be started: ${error.message}`);
      ended(1);
    });
    application.on('exit', (code, signal) => {
      if (signal === 'SIGTRAP' || signal === 'SIGABRT') say(sandboxHint(runtime.executable));
      ended(code ?? 1);
    });
  });
}

process.exitCode = await start(process.argv.slice(2));
