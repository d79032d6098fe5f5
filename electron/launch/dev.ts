/**
 * `npm run dev`: the window on the sample office, kept up to date with the sources. A changed screen reloads the window,
 * a changed main process or preload script starts the application again. The data is in .cache/dev, or where
 * `npm run dev -- --data <folder>` says.
 */
import type { ChildProcess } from 'node:child_process';
import { canShowWindow, launchApplication, switchesFor, withAbsoluteFolder } from './application.ts';
import { buildVerifier } from './build-verifier.ts';
import { inProject, say } from './project.ts';
import { debuggingSwitch, readDebuggingPort, reloadWindow } from './reload-window.ts';
import { findRuntime, type Runtime } from './runtime.ts';
import { type Bundle, watchBundles } from './watch-bundles.ts';

/** One change of a shared file builds several bundles: what follows is done once they have come to rest. */
const restMs = 300;
/** A form that is not saved holds the window back with a question that nobody may be there to answer. */
const closingMs = 5_000;

type Running = { application: ChildProcess; port: string | null; ended: Promise<number> };

async function dev(options: readonly string[]): Promise<number> {
  if (!canShowWindow()) return 1;
  const runtime = await findRuntime();
  const switches = runtime && switchesFor(runtime);
  if (!runtime || !switches) return 1;
  await buildVerifier();
  say('Building the application, and again whenever a source changes ...');
  const changes = gatherChanges();
  await watchBundles(changes);
  return keepOpen(() => open(runtime, switches, options), changes);
}

/** Keeps what was built anew until somebody asks for it, and nothing is being built any more. */
function gatherChanges() {
  const building = new Set<Bundle>();
  const changed = new Set<Bundle>();
  let rest: NodeJS.Timeout | null = null;
  let tell: ((changed: ReadonlySet<Bundle>) => void) | null = null;
  const tellAtRest = (): void => {
    if (!tell || rest || building.size > 0 || changed.size === 0) return;
    tell(new Set(changed));
    tell = null;
    changed.clear();
  };
  return {
    begins(bundle: Bundle) {
      building.add(bundle);
    },
    ends(bundle: Bundle, well: boolean) {
      building.delete(bundle);
      if (well) changed.add(bundle);
      if (rest) clearTimeout(rest);
      rest = setTimeout(() => {
        rest = null;
        tellAtRest();
      }, restMs);
    },
    next: () =>
      new Promise<ReadonlySet<Bundle>>((told) => {
        tell = told;
        tellAtRest();
      }),
  };
}

/** Opens the application, and follows the changes until it is closed. Resolves to its exit code. */
async function keepOpen(openOnce: () => Running, changes: ReturnType<typeof gatherChanges>): Promise<number> {
  let running = openOnce();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => running.application.kill('SIGTERM'));
  }
  for (;;) {
    const news = await Promise.race([running.ended, changes.next()]);
    if (typeof news === 'number') return news;
    if (news.has('main') || news.has('preload') || running.port === null) {
      say('The main process has changed: starting again.');
      await close(running);
      running = openOnce();
    } else {
      say('The screens have changed: reloading the window.');
      await reloadWindow(running.port).catch((error: unknown) => {
        say(`The window was not reloaded: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  }
}

function open(runtime: Runtime, switches: readonly string[], options: readonly string[]): Running {
  const folder = options.some((option) => option.startsWith('--data')) ? [] : [`--data=${inProject('.cache', 'dev')}`];
  const application = launchApplication(
    runtime,
    [...switches, debuggingSwitch],
    ['--sample', ...folder, ...withAbsoluteFolder(options)],
    'pipe',
  );
  const running: Running = {
    application,
    port: null,
    ended: new Promise((ended) => {
      application.on('error', () => {
        ended(1);
      });
      application.on('exit', (code) => {
        ended(code ?? 1);
      });
    }),
  };
  application.stderr?.setEncoding('utf8').on('data', (text: string) => {
    running.port ??= readDebuggingPort(text);
    process.stderr.write(text);
  });
  return running;
}

async function close({ application, ended }: Running): Promise<void> {
  application.kill('SIGTERM');
  const limit = setTimeout(() => application.kill('SIGKILL'), closingMs);
  await ended;
  clearTimeout(limit);
}

// The watchers would keep this process alive for ever.
process.exit(await dev(process.argv.slice(2)));
