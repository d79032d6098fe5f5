/** A display without a screen, for tests that run beside others: focus and clipboard belong to a display. */
import { spawn } from 'node:child_process';

export interface Display {
  /** As `DISPLAY` names it. */
  readonly name: string;
  close(): void;
}

/** Ready when it returns; the server picks a number that is free. `screen`: width, height and depth, `1920x1200x24`. */
export function startDisplay(screen: string): Promise<Display> {
  const numberGoesTo = 3;
  const server = spawn('Xvfb', ['-displayfd', String(numberGoesTo), '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.once('exit', (code) => {
      failed(new Error(`Xvfb ended with ${String(code)}`));
    });
    server.stdio[numberGoesTo]?.once('data', (number: Buffer) => {
      ready({ name: `:${number.toString('utf8').trim()}`, close: () => server.kill() });
    });
  });
}
