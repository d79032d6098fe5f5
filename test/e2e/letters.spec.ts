/** Letters that only look Kyrgyz or Russian are found and mended in every field of three languages. */
import { locales } from '../../locales/index.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

test('a name pasted with another alphabet’s letters is mended at a click', async ({ running }) => {
  const page = await openSample(running);
  const w = locales.ky;
  await page.evaluate(() => {
    window.location.hash = '#/bodies/new';
  });
  const name = (language: 'ky' | 'ru') =>
    page.getByRole('textbox', { name: w.common.in[language].replace('{{label}}', w.bodies.name), exact: true });
  const mend = page.getByRole('button', { name: w.common.lookalikes.mend, exact: true });
  await name('ky').fill('Өнүгүү уюму');
  await expect(mend).toBeHidden();
  // Khanty ӊ for ң, and a Latin c in a Russian word.
  await name('ky').fill('Жаӊы уюм');
  await name('ru').fill('Новая миcсия');
  await expect(page.getByText(w.common.lookalikes.found.split('{{')[0] ?? '')).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await mend.click();
  await expect(name('ky')).toHaveValue('Жаңы уюм');
  await expect(name('ru')).toHaveValue('Новая миссия');
  await expect(mend).toBeHidden();
});
