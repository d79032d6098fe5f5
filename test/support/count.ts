/** How many checks of a suite passed and failed, read from the suite's own report. */
import { readFileSync } from 'node:fs';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * From Vitest's JSON report. A run that ended badly with no failed test in its report (a file that does not load, a crash
 * before the report) counts as one failure, so that it can never look like a success.
 */
export function countVitest(file: string, endedWell: boolean): Count {
  const report = read(file) as { numPassedTests?: number; numFailedTests?: number } | null;
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, endedWell);
}

/** From Playwright's JSON report; a flaky test is a failed one. */
export function countPlaywright(file: string, endedWell: boolean): Count {
  const report = read(file) as { stats?: { expected: number; unexpected: number; flaky: number } } | null;
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, endedWell);
}

const honest = ({ passed, failed }: Count, endedWell: boolean): Count => {
  const nothingRan = passed + failed === 0;
  return { passed, failed: failed === 0 && (!endedWell || nothingRan) ? 1 : failed };
};

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
