/**
 * `npm test`: every check of the project, in two lanes side by side, and at the end one line `N passed, N failed`. With
 * names (`npm run e2e`, or `node test/run.ts unit layers`) only those. What comes after `--` goes to the suite itself.
 * With `--thorough` (`npm run test:thorough`) with all effort: more random cases, every story in every language.
 * Ends with 1 when anything failed.
 */
import { rmSync } from 'node:fs';
import { say } from '../electron/launch/project.ts';
import { beThorough } from './support/effort.ts';
import { faultTable, forgetFaults } from './support/fault-table.ts';
import { minutes, runLanes, type Ended } from './support/run-lanes.ts';
import { slowest, timedTests } from './support/slowest.ts';
import { lanes, reportOf } from './support/suites.ts';

const slowestShown = 20;
const thorough = '--thorough';
const suites = lanes.flat();

const words = process.argv.slice(2).filter((word) => word !== thorough);
const separator = words.indexOf('--');
const asked = words
  .slice(0, separator < 0 ? words.length : separator)
  .filter((word) => suites.some(({ name }) => name === word));
// npm passes on what follows its own `--` without the separator, so words that name no suite belong to the suite.
const more = words.filter((word) => word !== '--' && !asked.includes(word));
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);

if (process.argv.includes(thorough)) {
  const seed = beThorough();
  say(`With all effort: new random cases (again with OBSERVER_TEST_SEED=${seed}), every story in every language.`);
}
forgetFaults();
// What an earlier run reported is not this one's.
for (const { name } of suites.filter(({ name: suite }) => isAsked(suite))) rmSync(reportOf(name), { force: true });
const start = performance.now();
const chosen = lanes.map((lane) => lane.filter(({ name }) => isAsked(name))).filter((lane) => lane.length > 0);
const ended = await runLanes(chosen, asked.length === 0 ? [] : more);

/** How long the suites took, and which tests the most of it. */
function durations(done: readonly Ended[], seconds: number): string[] {
  const tests = done.flatMap(({ name }) => timedTests(reportOf(name)));
  const slow = slowest(tests, slowestShown).map(
    ({ name, seconds: took }) => `${took.toFixed(1).padStart(8)} s  ${name}`,
  );
  return [
    '\n== how long the suites took (minutes:seconds)',
    ...done.map(({ name, seconds: took }) => `${minutes(took).padStart(8)}  ${name}`),
    `${minutes(seconds).padStart(8)}  all of it, side by side`,
    ...(slow.length > 0 ? [`\n== the ${String(slow.length)} slowest tests`, ...slow] : []),
  ];
}

for (const line of durations(ended, (performance.now() - start) / 1000)) say(line);
const faults = faultTable();
if (faults.length > 0) say(`\n== faults tried, and acknowledged work lost without a word\n${faults.join('\n')}`);
const total = ended.reduce(
  (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
  { passed: 0, failed: 0 },
);
process.exitCode = total.failed === 0 ? 0 : 1;
// The last line, and the only one on standard output that others rely on.
process.stdout.write(`${String(total.passed)} passed, ${String(total.failed)} failed\n`);
