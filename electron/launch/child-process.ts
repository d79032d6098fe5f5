/** Running another program and learning how it ended. */
import { spawn } from 'node:child_process';

export interface Ran {
  /** 0 when all went well; null when it could not be started, was killed or took too long. */
  readonly code: number | null;
  /** What it wrote to both outputs, unless they were inherited. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `inherit` streams to this terminal, standard output to standard error; `collect` keeps it in `output`. */
  readonly show: 'inherit' | 'collect';
  /** Give up and kill it after so many milliseconds. */
  readonly limitMs?: number;
}

/** Runs a program to its end. Never rejects: a program that cannot be started has code null and says so in `output`. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((finished) => {
    const collected: Buffer[] = [];
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show === 'inherit' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk: Buffer) => collected.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => collected.push(chunk));
    const limit = options.limitMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), options.limitMs);
    const end = (code: number | null, extra = ''): void => {
      if (limit) clearTimeout(limit);
      finished({ code, output: Buffer.concat(collected).toString('utf8') + extra });
    };
    child.on('error', (error) => {
      end(null, error.message);
    });
    child.on('close', (code) => {
      end(code);
    });
  });
}

/** Runs npm: the very npm that started us when there is one, else the one on the PATH. */
export function runNpm(args: readonly string[], options: RunOptions): Promise<Ran> {
  const ownNpm = process.env.npm_execpath;
  return ownNpm ? run(process.execPath, [ownNpm, ...args], options) : run('npm', args, options);
}
