/** How much a run checks: the usual run takes what fits in half an hour, the thorough run takes everything. */

/** `npm run test:thorough` sets it. */
export const isThorough = (): boolean => process.env.OBSERVER_TEST_EFFORT === 'thorough';

/** For this run and whatever it starts. */
export function beThorough(): void {
  process.env.OBSERVER_TEST_EFFORT = 'thorough';
}

/** How many random cases a property is tried on. */
export const runs = (usual: number, thorough: number): number => (isThorough() ? thorough : usual);
