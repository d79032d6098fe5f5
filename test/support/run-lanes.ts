/**
 * Runs lanes of suites side by side. A suite that runs beside another one writes into a file, which is shown whole when
 * the suite ends, so that the outputs of two suites never mix; a line a minute says what is still at work.
 */
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { inProject, say } from '../../electron/launch/project.ts';
import type { Count } from './count.ts';
import type { Suite } from './suites.ts';

export type Ended = Count & { name: string; seconds: number };

const heartbeatMs = 60_000;
const results = inProject('test-results');
/** Kept after the run. */
const outputOf = (name: string): string => inProject('test-results', `${name}.log`);

/** What each suite came to, in the order in which they ended. */
export async function runLanes(lanes: readonly (readonly Suite[])[], more: readonly string[]): Promise<Ended[]> {
  const ended: Ended[] = [];
  const working = new Map<string, number>();
  const isBeside = lanes.length > 1;
  const heartbeat = setInterval(() => {
    if (isBeside) for (const line of heartbeatLines(working)) say(line);
  }, heartbeatMs);
  const ends = new Map<string, PromiseWithResolvers<null>>();
  for (const { name } of lanes.flat()) ends.set(name, Promise.withResolvers());

  async function runOne(suite: Suite): Promise<void> {
    const { name, after } = suite;
    if (after !== undefined) await ends.get(after)?.promise;
    const start = performance.now();
    working.set(name, start);
    if (!isBeside) say(`\n== ${name}`);
    const count = isBeside ? await intoFile(suite, more) : await suite.run({ more });
    working.delete(name);
    const seconds = (performance.now() - start) / 1000;
    ended.push({ ...count, name, seconds });
    if (isBeside) show(name);
    say(`== ${name}: ${String(count.passed)} passed, ${String(count.failed)} failed, ${minutes(seconds)}`);
    ends.get(name)?.resolve(null);
  }

  await Promise.all(
    lanes.map(async (lane) => {
      for (const suite of lane) await runOne(suite);
    }),
  );
  clearInterval(heartbeat);
  return ended;
}

async function intoFile(suite: Suite, more: readonly string[]): Promise<Count> {
  mkdirSync(results, { recursive: true });
  const output = openSync(outputOf(suite.name), 'w');
  try {
    return await suite.run({ more, output });
  } finally {
    closeSync(output);
  }
}

function show(name: string): void {
  say(`\n== ${name}`);
  process.stdout.write(readFileSync(outputOf(name)));
}

/** How long each suite has been at work, and the last line it wrote. */
function heartbeatLines(working: ReadonlyMap<string, number>): string[] {
  return [...working].map(([name, start]) => {
    const written = readFileSync(outputOf(name), 'utf8').trimEnd();
    const last = written.slice(written.lastIndexOf('\n') + 1).trim();
    return `.. ${name}, ${minutes((performance.now() - start) / 1000)}: ${last.slice(0, 120)}`;
  });
}

/** Minutes and seconds, as `3:05`. */
export const minutes = (seconds: number): string =>
  `${String(Math.floor(Math.round(seconds) / 60))}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
