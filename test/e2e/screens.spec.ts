/** Every screen of the sample office, in each language: nothing cut off, nothing axe finds, nothing left in English. */
import { languages } from '#shared/domain/base/primitives.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff, screenAddresses } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const language of languages) {
  for (const colourScheme of ['light', 'dark'] as const) {
    test(`every screen in ${language}, ${colourScheme}, fits 1366 × 768 and is free of faults`, async ({ running }) => {
      const { page } = running;
      await sampleIsOpen(page);
      await ask(page, 'preferences.set', { language, colourScheme });
      await resizeTo(running, screenSizes.small);
      await page.reload();
      await expect(page.getByRole('navigation')).toBeVisible();
      for (const screen of screenAddresses) {
        await page.evaluate((hash) => {
          window.location.hash = `#/${hash}`;
        }, screen);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.getByRole('status', { name: /Жүктөлүүдө|Загрузка|Loading/u })).toHaveCount(0);
        await test.step(screen, async () => {
          await expectNothingCutOff(page);
          await expectNoAxeFaults(page);
          const words = await page.locator('body').innerText();
          // The list of words shows what the program fills in as it stands there.
          const wrong =
            screen === 'settings/wordings' ? /\b[a-z]+:[a-z]+\.[a-zA-Z.]+\b/u : /\b[a-z]+:[a-z]+\.[a-zA-Z.]+\b|\{\{/u;
          const keys = wrong.exec(words)?.[0];
          expect(keys, `a key shown instead of a word on ${screen}`).toBeUndefined();
        });
      }
    });
  }
}

test('dates, numbers and countries are Kyrgyz in the window itself, where Chromium has no Kyrgyz', async ({
  running,
}) => {
  const { page } = running;
  await sampleIsOpen(page);
  await ask(page, 'preferences.set', { language: 'ky' });
  await page.reload();
  await page.evaluate(() => {
    window.location.hash = '#/totals';
  });
  await expect(page.getByText('Америка Кошмо Штаттары', { exact: true })).toBeVisible();
  await expect(page.getByText('24.10.2025').first()).toBeVisible();
  await page.getByRole('button', { name: 'календарды ачуу' }).click();
  await expect(page.getByText('дш', { exact: true })).toBeVisible();
  const intl = await page.evaluate(() => new Intl.DateTimeFormat('ky', { month: 'long' }).resolvedOptions().locale);
  test.info().annotations.push({ type: 'Chromium speaks', description: intl });
});
