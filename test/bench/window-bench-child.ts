/** Runs under the display that `npm run bench` has found: the same window with a small register and with a large one. */
import { milliseconds, times } from './median.ts';
import { measureWindow, type WindowCost } from './window-bench.ts';

const costs: WindowCost[] = [];
for (const people of [378, 10_000, 100_000]) {
  const cost = await measureWindow(people);
  costs.push(cost);
  process.stdout.write(
    `  ${String(people).padStart(7)} people: list on the screen ${milliseconds(cost.opening)} after the start; ` +
      `a key shows after ${milliseconds(cost.key.median)}, slowest ${milliseconds(cost.key.slowest)}; ` +
      `found ${milliseconds(cost.found)} after the last key; scrolling a frame every ${milliseconds(cost.frame.median)} ` +
      `(at rest ${milliseconds(cost.idleFrame)}), slowest ${milliseconds(cost.frame.slowest)}, ` +
      `${(cost.frame.late * 100).toFixed(0)} % late\n`,
  );
}
const [small] = costs;
const large = costs.at(-1);
if (small && large)
  process.stdout.write(
    `  largest beside smallest: key ${times(large.key.median / small.key.median)}, ` +
      `frame ${times(large.frame.median / small.frame.median)}\n`,
  );
