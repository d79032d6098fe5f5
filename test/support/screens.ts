/** Looking at a screen: faults of accessibility and what is cut off. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Every screen of the sample office, by what stands after `#/`: each is tested and pictured in every language. */
export const screenAddresses = [
  'start',
  'applications',
  'applications/sample-001',
  'applications/sample-384',
  'applications/new',
  'applications/import',
  'applications/photos',
  'organisations',
  'organisations/odihr',
  'election',
  'decisions',
  'decisions/decision-2025-10-24',
  'certificates',
  'certificates/counter',
  'certificates/numbers',
  'certificates/queue',
  'handover',
  'totals',
  'settings',
  'settings/wordings',
  'settings/designs',
  'settings/records',
  'settings/operators',
] as const;

/** Fails with the rule and the places when axe finds anything on the screen as it stands. */
export async function expectNoAxeFaults(page: Page): Promise<void> {
  expect(await axeFaults(page), 'faults of accessibility').toEqual([]);
}

/**
 * The rules and places that axe finds. A screen is judged at rest: a message that is fading away while axe looks has
 * colours nobody reads by, so what was found is looked for once more.
 */
export async function axeFaults(page: Page): Promise<object[]> {
  const faults = await axeOnce(page);
  return faults.length > 0 ? axeOnce(page) : faults;
}

async function axeOnce(page: Page): Promise<object[]> {
  await movementEnds(page);
  // Legacy mode stays in this page; otherwise axe opens a tab of its own, which Electron does not have.
  // A preview's frame holds Chromium's PDF viewer, which is not ours.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
  return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(' ')) }));
}

/** Waits for every fade and slide that has an end; what turns for ever (a loader) is not waited for. */
async function movementEnds(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

/** Fails when the page itself can be scrolled sideways: something does not fit the screen. */
export async function expectNothingCutOff(page: Page): Promise<void> {
  expect(await overhang(page), 'pixels beyond the right edge').toBeLessThanOrEqual(0);
}

/** So many pixels of the page lie beyond the window's right edge; none, or less, when it fits. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
