/** Runs under the display that `npm run bench` has found: the first start as the machine is, and on a poor one. */
import { dirname } from 'node:path';
import { inProject } from '../../electron/launch/project.ts';
import { findRuntime } from '../../electron/launch/runtime.ts';
import { measureFirstStart, type FirstStart } from './first-start-bench.ts';
import { milliseconds, times } from './median.ts';
import { enterPoorMachine, forgetFiles } from './poor-machine.ts';

const rounds = 3;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function tell({ bare, ours }: { bare: FirstStart; ours: FirstStart }): void {
  say(
    `    usable after ${milliseconds(ours.usable)}, a bare window ${milliseconds(bare.usable)}: ${times(ours.usable / bare.usable)}; ` +
      `memory of all processes ${megabytes(ours.shared)} (resident ${megabytes(ours.resident)}), ` +
      `a bare window ${megabytes(bare.shared)} (${megabytes(bare.resident)}): ${times(ours.shared / bare.shared)}`,
  );
}

const executable = process.env.OBSERVER_ELECTRON ?? (await findRuntime())?.executable;
if (executable) {
  say('  as this machine is:');
  tell(await measureFirstStart(executable, rounds));
  const poor = enterPoorMachine(executable);
  try {
    const folders = [dirname(executable), inProject('out')];
    const cold = forgetFiles(folders);
    const limits = [...poor.limits, ...(cold ? ['files of the program not in memory before each start'] : [])];
    if (limits.length === 0) say('  limits of memory and disk cannot be had here');
    else {
      say(`  with ${limits.join(', ')}:`);
      tell(await measureFirstStart(executable, rounds, () => forgetFiles(folders)));
      const most = poor.mostMemory();
      if (most !== null) say(`    at most in use at once, this bench and the cache included: ${megabytes(most)}`);
    }
  } finally {
    poor.leave();
  }
} else say('  there is no Electron to measure');
