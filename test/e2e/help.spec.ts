/** A clerk who is lost presses F1, reads, searches, follows a link, and finds the form as it was. */
import { locales } from '#locales/index.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const { language, title } of story('F1 opens the page of the screen and takes nothing from the form')) {
  test(title, async ({ running }) => {
    const { page } = running;
    await sampleIsOpen(page);
    const { help, applications } = locales[language];
    await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
    await resizeTo(running, screenSizes.small);
    await page.evaluate(() => {
      window.location.hash = '#/applications/new';
    });
    await page.reload();
    const surname = page.getByRole('textbox', {
      name: applications.nameIn.replace('{{part}}', applications.surname).replace('{{script}}', applications.latin),
    });
    await surname.fill('Lost');
    await page.keyboard.press('F1');
    const drawer = page.getByRole('dialog', { name: help.title });
    await expect(drawer.getByRole('heading', { name: help.pages.passport.title })).toBeVisible();
    await expect(drawer.getByText(help.pages.passport.text['1'])).toBeVisible();
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);

    await drawer.getByRole('textbox', { name: help.search }).fill(help.pages.backups.title.toUpperCase());
    await drawer.getByRole('button', { name: help.pages.backups.title }).press('Enter');
    await expect(drawer.getByText(help.pages.backups.text['1'])).toBeVisible();
    await drawer
      .getByRole('navigation', { name: help.related })
      .getByRole('button', { name: help.pages.trouble.title })
      .click();
    await expect(drawer.getByText(help.pages.trouble.text['1'])).toBeVisible();
    await drawer.getByRole('textbox', { name: help.search }).fill('qqqq');
    await expect(drawer.getByText(help.nothing)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(surname).toHaveValue('Lost');

    await page.getByRole('button', { name: help.open, exact: true }).click();
    await expect(drawer.getByRole('heading', { name: help.pages.passport.title })).toBeVisible();
    await page.keyboard.press('Escape');
  });
}
