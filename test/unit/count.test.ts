import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../support/count.ts';

const report = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('the sum of all checks', () => {
  it('counts what each suite reports', () => {
    expect(countVitest(report({ numPassedTests: 5, numFailedTests: 2 }), false)).toEqual({ passed: 5, failed: 2 });
    expect(countPlaywright(report({ stats: { expected: 4, unexpected: 1, flaky: 1 } }), false)).toEqual({
      passed: 4,
      failed: 2,
    });
  });

  it('never takes a suite that crashed, or ran nothing, for a success', () => {
    expect(countVitest(report({ numPassedTests: 5, numFailedTests: 0 }), false)).toEqual({ passed: 5, failed: 1 });
    expect(countVitest(report({ numPassedTests: 0, numFailedTests: 0 }), true)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright('/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1 });
  });
});
