/** `npm run bench`: what a save, an opening, a keystroke and a print cost, as medians and ratios within one run. */
import { inProject } from '../../electron/launch/project.ts';
import { prepareEndToEnd } from '../support/prepare-e2e.ts';
import { stream } from '../support/stream.ts';
import { benchEncryption } from './encrypting-bench.ts';
import { benchStore } from './store-bench.ts';
import { measurePrinting } from './documents-bench.ts';
import { measurePossibleDuplicates } from './duplicates-bench.ts';
import { measureKeystrokes } from './search-bench.ts';
import { milliseconds, times } from './median.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await benchStore(say);
await benchEncryption(say);

say('\nOne keystroke in the search, in the office (aim: under 16 ms at 100,000)');
for (const people of [378, 10_000, 100_000]) {
  const cost = await measureKeystrokes(people);
  say(
    `  ${String(people).padStart(7)} people: ${milliseconds(cost.median)}, slowest ${milliseconds(cost.slowest)}` +
      ` (first reading of the list ${milliseconds(cost.first)})`,
  );
}

say('\nLooking for duplicates at a pause in typing (aim: under 50 ms at 100,000; the form does not wait for it)');
for (const people of [378, 10_000, 100_000]) {
  const cost = await measurePossibleDuplicates(people);
  say(
    `  ${String(people).padStart(7)} people: ${milliseconds(cost.indexed)}, slowest ${milliseconds(cost.slowest)};` +
      ` asking everybody ${milliseconds(cost.scan)}: ${times(cost.scan / cost.indexed)} as fast`,
  );
}

say('\nBadges with different photos to PDF (aim: twice as fast as Chromium)');
for (const count of [378, 1_000]) {
  const { typst, chromium } = await measurePrinting(count);
  const beside = chromium
    ? `Chromium ${milliseconds(chromium.load + chromium.print)} (load ${milliseconds(chromium.load)}, ` +
      `print ${milliseconds(chromium.print)}): ${times((chromium.load + chromium.print) / typst)} as fast`
    : 'no Chromium to compare with';
  say(`  ${String(count).padStart(7)} badges: ${milliseconds(typst)}; ${beside}`);
}

say(
  '\nThe first start: time to a screen that can be used, and memory then (aims: within 2× of a bare window, under 1 GB)',
);
const display = await prepareEndToEnd();
if (display) await stream([inProject('test', 'bench', 'start-bench-child.ts')], display);
else say('  no display to run the application on');

say('\nThe window of a large office: keys and frames as the clerk sees them');
if (display) await stream([inProject('test', 'bench', 'window-bench-child.ts')], display);
else say('  no display to run the application on');
