/**
 * `npm start`: builds what has changed, finds an Electron and opens the application with the options given after `--`
 * (`npm start -- --sample`, `npm start -- --data <folder>`).
 */
import { canShowWindow, launchApplication, switchesFor, withAbsoluteFolder } from './application.ts';
import { build } from './build.ts';
import { findRuntime } from './runtime.ts';

async function start(options: readonly string[]): Promise<number> {
  if (!canShowWindow() || !(await build())) return 1;
  const runtime = await findRuntime();
  const switches = runtime && switchesFor(runtime);
  if (!runtime || !switches) return 1;
  const application = launchApplication(runtime, switches, withAbsoluteFolder(options));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => application.kill('SIGTERM'));
  return new Promise((ended) => {
    application.on('error', () => {
      ended(1);
    });
    application.on('exit', (code) => {
      ended(code ?? 1);
    });
  });
}

process.exitCode = await start(process.argv.slice(2));
