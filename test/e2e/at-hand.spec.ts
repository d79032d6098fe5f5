/** The palette as a clerk with no hand on the mouse uses it: Ctrl+K, a few letters, Enter. */
import { locales } from '#locales/index.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const { language, title } of story('a person, a body and an action are reached from anywhere by keyboard alone')) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const w = locales[language].palette;
    const [election] = await ask(page, 'election.list', {});
    const electionId = election?.id ?? '';
    const { rows } = await ask(page, 'application.list', {
      filter: {
        electionId,
        search: '',
        statuses: [],
        organisationIds: [],
        countries: [],
        decisionIds: [],
        categories: [],
      },
      sorting: { column: 'number', descending: false },
      language,
      offset: 0,
      limit: 1,
    });
    const person = rows[0]!;
    const field = page.getByRole('combobox', { name: w.search });
    await expect(
      page.getByRole('link', { name: locales[language].common.nav.organisations, exact: true }),
    ).toBeVisible();

    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type(person.document);
    const option = page.getByRole('option', { name: person.latin });
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await expectNoAxeFaults(page);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/applications/${person.id}$`, 'u'));
    await expect(field).toBeHidden();

    await page.keyboard.press('Control+k');
    await page.keyboard.type(person.organisation[language]);
    await expect(page.getByRole('group', { name: w.group.organisations }).getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();

    await page.keyboard.press('Control+k');
    await expect(field).toHaveValue('');
    await page.keyboard.type(w.action.newOrganisation);
    // At once, as a clerk does it who knows the words: before the office has answered.
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/organisations\/new$/u);
  });
}

test('the palette opens by mouse too, and a number of a certificate leads to its person', async ({ running }) => {
  const page = await openSample(running);
  const w = locales.ky.palette;
  await page.getByRole('button', { name: new RegExp(w.title, 'u') }).click();
  await page.keyboard.type('A-0007');
  await expect(page.getByRole('option').first()).toContainText('A-0007');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/#\/applications\/sample-/u);
});
