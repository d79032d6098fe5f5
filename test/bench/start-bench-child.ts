/** Runs under the display that `npm run bench` has found: the first screen and an open office beside a bare window. */
import { milliseconds, times } from './median.ts';
import { becomeSmallLaptop, smallLaptop } from './small-laptop.ts';
import { measureStarts, type StartCost, type StartCosts } from './start-bench.ts';

const megabytes = (value: number): string => `${value.toFixed(0)} MB`;

function report(title: string, costs: StartCosts | null): void {
  if (!costs) {
    process.stdout.write(`  ${title}: this system does not let go of what it has read\n`);
    return;
  }
  const { bare, first, sample } = costs;
  const beside = ({ time, memory }: StartCost): string =>
    `${milliseconds(time)} (${times(time / bare.time)}), ${megabytes(memory)} (${times(memory / bare.memory)})`;
  process.stdout.write(
    `  ${title}: a bare window ${milliseconds(bare.time)}, ${megabytes(bare.memory)}; ` +
      `the first screen ${beside(first)}; the sample office open ${beside(sample)}\n`,
  );
}

report('files read from the disk', await measureStarts({ cold: true, rounds: 5 }));
report('files read before', await measureStarts({ cold: false, rounds: 5 }));

const leave = await becomeSmallLaptop();
const title = `as on 4 GB with a slow disk (${smallLaptop})`;
if (leave) {
  report(title, await measureStarts({ cold: true, rounds: 3 }));
  await leave();
} else process.stdout.write(`  ${title}: this system does not hold a program to so little\n`);
