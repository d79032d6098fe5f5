/** The tests that took the longest, read from the reports of Vitest and Playwright. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../electron/launch/project.ts';

export type TimedTest = { name: string; seconds: number };

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
});
type Spec = z.infer<typeof Spec>;
interface PlaywrightSuite {
  specs?: Spec[] | undefined;
  suites?: PlaywrightSuite[] | undefined;
}
const PlaywrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({ specs: z.array(Spec).optional(), suites: z.array(PlaywrightSuite).optional() }),
);

/** Every test of a report with its duration; none when the suite left no report. */
export function timedTests(report: string): TimedTest[] {
  const content = read(report);
  const vitest = VitestReport.safeParse(content);
  if (vitest.success) {
    return vitest.data.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        name: `${relative(projectRoot, name).replaceAll(sep, '/')} > ${fullName}`,
        seconds: (duration ?? 0) / 1000,
      })),
    );
  }
  const playwright = PlaywrightSuite.safeParse(content);
  return playwright.success ? specsOf(playwright.data).map(timed) : [];
}

/** Also those in groups. */
const specsOf = ({ specs = [], suites = [] }: PlaywrightSuite): Spec[] => [...specs, ...suites.flatMap(specsOf)];

function timed({ title, file, tests }: Spec): TimedTest {
  const durations = tests.flatMap(({ results }) => results.map(({ duration }) => duration));
  return { name: `test/e2e/${file} > ${title}`, seconds: durations.reduce((sum, one) => sum + one, 0) / 1000 };
}

export const slowest = (tests: readonly TimedTest[], most: number): TimedTest[] =>
  [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, most);

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
