/** Tired eyes and small screens: larger letters, high contrast, and everything still within reach. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { openSample, ky } from '../support/sample-window.ts';
import { expectNothingCutOff, screenAddresses } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const w = ky.settings.preferences;

const show = async (page: Page, screen: string): Promise<void> => {
  await page.evaluate((hash) => {
    window.location.hash = `#/${hash}`;
  }, screen);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('status', { name: ky.common.state.loading })).toHaveCount(0);
};

const start = async (running: RunningApp, preferences: object): Promise<void> => {
  const { page } = running;
  await sampleIsOpen(page);
  // The size is measured in the page, so it comes before larger letters.
  await resizeTo(running, screenSizes.small);
  await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light', ...preferences });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
};

/** Buttons, fields and links of the screen that no scrolling brings under the pointer. */
const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>('main button, main input, main textarea, main a[href]');
    const lost: string[] = [];
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      control.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = control.getBoundingClientRect();
      // Drawn by its label, as switches and radios are.
      if (width < 3 || height < 3) continue;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const same = hit !== null && (control.contains(hit) || hit.contains(control));
      const labelled = hit?.closest('label') ?? hit?.parentElement;
      if (!same && !labelled?.contains(control)) lost.push(control.outerHTML.slice(0, 160));
    }
    return lost;
  });

test('letters are made larger by keys and in the settings, and stay so after a restart', async ({ running }) => {
  const page = await openSample(running);
  const ratio = () => page.evaluate(() => window.devicePixelRatio);
  const usual = await ratio();
  await page.keyboard.press('Control+Equal');
  await page.keyboard.press('Control+Equal');
  await expect.poll(ratio).toBeCloseTo(usual * 1.25, 2);
  await show(page, 'settings');
  const size = page.getByRole('group', { name: w.zoom });
  await expect(size).toContainText('125 %');
  await size.getByRole('button', { name: w.larger }).click();
  await expect(size).toContainText('150 %');
  await expect.poll(ratio).toBeCloseTo(usual * 1.5, 2);
  await page.reload();
  await expect.poll(ratio).toBeCloseTo(usual * 1.5, 2);
  expect((await ask(page, 'preferences.get', {})).zoom).toBe(150);
  await page.keyboard.press('Control+Minus');
  await expect(page.getByRole('group', { name: w.zoom })).toContainText('125 %');
  await page.keyboard.press('Control+0');
  await expect.poll(ratio).toBeCloseTo(usual, 2);
  await expect(page.getByRole('button', { name: w.usual })).toBeDisabled();
});

for (const zoom of [150, 200] as const) {
  test(`at ${String(zoom)} % on the smallest screen everything of every screen can be reached`, async ({ running }) => {
    await start(running, { zoom });
    for (const screen of screenAddresses) {
      await show(running.page, screen);
      await test.step(screen, async () => {
        await expectNothingCutOff(running.page);
        expect(await outOfReach(running.page), `out of reach on ${screen}`).toEqual([]);
      });
    }
  });
}

for (const colourScheme of ['light', 'dark'] as const) {
  test(`in high contrast, ${colourScheme}, every text stands out seven to one`, async ({ running }) => {
    await start(running, { colourScheme, contrast: 'high' });
    for (const screen of screenAddresses) {
      await show(running.page, screen);
      await test.step(screen, async () => {
        const axe = new AxeBuilder({ page: running.page }).setLegacyMode(true).exclude('iframe');
        const { violations } = await axe.withRules(['color-contrast-enhanced']).analyze();
        const pale = violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => [target, any[0]?.message]));
        expect(pale, `too pale on ${screen}`).toEqual([]);
      });
    }
  });
}
