/** What the test run says at its end: which tests took the longest, and what each suite came to. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../electron/launch/project.ts';
import { minutes } from '../support/run-lanes.ts';
import { slowest, timedTests } from '../support/slowest.ts';

const report = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const spec = (title: string, ...durations: number[]) => ({
  ...{ title, file: 'a.spec.ts' },
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});

describe('the tests that took the longest', () => {
  it('are read from what Vitest reports', () => {
    const assertionResults = [{ fullName: 'a thing works', duration: 1500 }, { fullName: 'is left out' }];
    const name = inProject('test', 'unit', 'a.test.ts');
    expect(timedTests(report({ testResults: [{ name, assertionResults }] }))).toEqual([
      { name: 'test/unit/a.test.ts > a thing works', seconds: 1.5 },
      { name: 'test/unit/a.test.ts > is left out', seconds: 0 },
    ]);
  });

  it('are read from what Playwright reports, also within groups', () => {
    const suites = [
      { title: 'a.spec.ts', specs: [spec('first', 2000)], suites: [{ specs: [spec('second', 500, 250)] }] },
    ];
    expect(timedTests(report({ config: {}, suites }))).toEqual([
      { name: 'test/e2e/a.spec.ts > first', seconds: 2 },
      { name: 'test/e2e/a.spec.ts > second', seconds: 0.75 },
    ]);
  });

  it('are none where a suite left no report', () => {
    expect(timedTests('/nowhere/report.json')).toEqual([]);
  });

  it('come first, and no more of them than asked for', () => {
    const tests = [1, 3, 2].map((seconds) => ({ name: String(seconds), seconds }));
    expect(slowest(tests, 2).map(({ name }) => name)).toEqual(['3', '2']);
  });

  it('are told in minutes and seconds', () => {
    expect([0, 59.4, 59.6, 185].map(minutes)).toEqual(['0:00', '0:59', '1:00', '3:05']);
  });
});
