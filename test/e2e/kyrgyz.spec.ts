/** What the window shows in Kyrgyz, which Chromium itself does not speak. */
import { ask, sampleIsOpen } from '../support/office.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

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
