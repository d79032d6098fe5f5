/** Letters that only look Kyrgyz or Russian are found and fixed in every field of three languages. */
import { locales } from '#locales/index.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

test('a name pasted with another alphabet’s letters is fixed at a click', async ({ running }) => {
  const page = await openSample(running);
  const w = locales.ky;
  await page.evaluate(() => {
    window.location.hash = '#/organisations/new';
  });
  const name = (language: 'ky' | 'ru') =>
    page.getByRole('textbox', { name: w.common.in[language].replace('{{label}}', w.organisations.name), exact: true });
  const fix = page.getByRole('button', { name: w.common.lookalikes.fix, exact: true });
  await name('ky').fill('Өнүгүү уюму');
  await expect(fix).toBeHidden();
  // Khanty ӊ for ң, and a Latin c in a Russian word.
  await name('ky').fill('Жаӊы уюм');
  await name('ru').fill('Новая миcсия');
  await expect(page.getByText(w.common.lookalikes.found.split('{{')[0] ?? '')).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await fix.click();
  await expect(name('ky')).toHaveValue('Жаңы уюм');
  await expect(name('ru')).toHaveValue('Новая миссия');
  await expect(fix).toBeHidden();
});

for (const { language, title } of story(
  'every field for words offers the Kyrgyz letters and mends what only looks like them',
)) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const w = locales[language];
    const keys = page.getByRole('dialog').getByRole('group', { name: w.common.keys.label });
    const press = (letter: string) =>
      keys.getByRole('button', { name: w.common.keys.insert.replace('{{letter}}', letter), exact: true }).click();
    const go = (address: string) =>
      page.evaluate((to) => {
        window.location.hash = to;
      }, `#/${address}`);
    const fix = page.getByRole('button', { name: w.common.lookalikes.fix, exact: true });

    // Remarks and contact: a Latin c in a Russian word, Khanty ӊ for ң.
    await go('applications/sample-384');
    const remarks = page.getByRole('textbox', { name: w.applications.remarks, exact: true });
    await remarks.fill('Новая миcсия');
    await fix.click();
    await expect(remarks).toHaveValue('Новая миссия');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(w.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();
    await go('organisations/odihr');
    const contact = page.getByRole('textbox', { name: w.organisations.contact, exact: true });
    await contact.fill('Жаӊы дарек, info@example.org');
    await fix.click();
    await expect(contact).toHaveValue('Жаңы дарек, info@example.org');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(w.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();

    // Dialogs of their own: the agenda, a revocation, the search over everything, the help.
    await page.getByRole('navigation').getByRole('link', { name: w.common.nav.decisions }).click();
    await page.getByRole('button', { name: w.decisions.new, exact: true }).click();
    await page.getByRole('button', { name: w.decisions.addReady, exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: w.agenda.search }).click();
    await press('ө');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: w.agenda.search })).toHaveValue('ө');
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: w.decisions.addRevoke, exact: true }).click();
    const revoked = page.getByRole('dialog').getByRole('textbox', { name: w.decisions.search });
    await revoked.click();
    await press('Ү');
    await expect(revoked).toHaveValue('Ү');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await press('ң');
    await expect(page.getByRole('combobox', { name: w.palette.search })).toHaveValue('ң');
    await expectNoAxeFaults(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await press('Ң');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: w.help.search })).toHaveValue('Ң');
  });
}
