/** Runs under the display that `npm run bench` has found: the first screen and an open office beside a bare window. */
import { milliseconds, times } from './median.ts';
import { measureStarts, type StartCost } from './start-bench.ts';

const megabytes = (value: number): string => `${value.toFixed(0)} MB`;

for (const [cold, title] of [
  [true, 'files read from the disk'],
  [false, 'files read before'],
] as const) {
  const costs = await measureStarts(cold);
  if (!costs) {
    process.stdout.write(`  ${title}: this system does not let go of what it has read\n`);
    continue;
  }
  const { bare, first, sample } = costs;
  const beside = ({ time, memory }: StartCost): string =>
    `${milliseconds(time)} (${times(time / bare.time)}), ${megabytes(memory)} (${times(memory / bare.memory)})`;
  process.stdout.write(
    `  ${title}: a bare window ${milliseconds(bare.time)}, ${megabytes(bare.memory)}; ` +
      `the first screen ${beside(first)}; the sample office open ${beside(sample)}\n`,
  );
}
