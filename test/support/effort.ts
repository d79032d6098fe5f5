/** How much a run checks: the usual run takes what fits in half an hour, the thorough run takes everything. */

/** `npm run test:thorough` sets it. */
export const isThorough = (): boolean => process.env.OBSERVER_TEST_EFFORT === 'thorough';

/** The start of all random cases: the same in every usual run, so that what fails fails again. */
export const testSeed = Number(process.env.OBSERVER_TEST_SEED ?? 20_251_130);

/**
 * For this run and whatever it starts: also new random cases each time. Answers their seed, which
 * OBSERVER_TEST_SEED gives again.
 */
export function beThorough(): string {
  process.env.OBSERVER_TEST_EFFORT = 'thorough';
  return (process.env.OBSERVER_TEST_SEED ??= String(Math.floor(Math.random() * 2 ** 31)));
}

/** How often something is tried. */
export const runs = (usual: number, thorough: number): number => (isThorough() ? thorough : usual);

/** On which random cases fast-check tries a property. */
export const cases = (usual: number, thorough: number): { numRuns: number; seed: number } => ({
  numRuns: runs(usual, thorough),
  seed: testSeed,
});
