/** Runs one of the project's tools under this Node: its output streamed as it comes, or kept in a file. */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inProject, projectRoot, say } from '../../electron/launch/project.ts';

export interface StreamOptions {
  /** A program to put before the tool's own command, such as xvfb-run with its options. */
  readonly under?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** An open file for both outputs, for a suite that runs beside another one; this terminal when left out. */
  readonly output?: number | undefined;
}

/** True when the tool ended with 0. */
export function stream(
  command: readonly string[],
  { under = [], env = {}, output }: StreamOptions = {},
): Promise<boolean> {
  const [program = process.execPath, ...args] = [...under, process.execPath, ...command];
  const path = [inProject('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const inColour = output === undefined && process.stdout.isTTY;
  return new Promise((ended) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
      env: { ...process.env, PATH: path, ...(inColour ? {} : { NO_COLOR: '1' }), ...env },
    });
    child.on('error', (error) => {
      say(`${program} could not be started: ${error.message}`);
      ended(false);
    });
    child.on('exit', (code) => {
      ended(code === 0);
    });
  });
}
