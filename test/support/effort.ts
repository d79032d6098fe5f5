/** How much a run checks: the usual run takes what fits in half an hour, the thorough run takes everything. */

/** `npm run test:thorough` sets it. */
export const isThorough = (): boolean => process.env.OBSERVER_TEST_EFFORT === 'thorough';
