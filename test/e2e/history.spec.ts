/** Who changed what and when: a clerk reads it beside the record. */
import { locales } from '#locales/index.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const { language, title } of story('a person’s history is read, with the change just made at the top')) {
  test(title, async ({ running }) => {
    const page = await openSample(running);
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language];
    const goTo = (hash: string) =>
      page.evaluate((address) => {
        window.location.hash = address;
      }, hash);
    const drawer = page.getByRole('dialog', { name: w.history.title });
    // Still to be decided about: its fields can be changed.
    await goTo('#/applications/sample-384');
    await page.getByRole('textbox', { name: w.applications.remarks }).fill('Телефон: 0312');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(w.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();
    await page.getByRole('button', { name: w.history.open, exact: true }).click();
    const newest = drawer.getByRole('listitem').first();
    await expect(newest).toContainText(w.history.fact.application.changed);
    await expect(newest).toContainText('Телефон: 0312');
    await expectNoAxeFaults(page);
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    // Accredited, with a certificate.
    await goTo('#/applications/sample-001');
    await page.getByRole('button', { name: w.history.open, exact: true }).click();
    await expect(drawer).toContainText('A-0001');
    await expect(drawer).not.toContainText(/\{\{|fact\.|field\./u);
    await page.keyboard.press('Escape');
    await goTo('#/decisions/decision-2025-10-24');
    await page.getByRole('button', { name: w.history.open, exact: true }).click();
    await expect(drawer.getByText(w.history.fact.decision.drafted)).toBeVisible();
    await page.keyboard.press('Escape');
    await goTo('#/organisations/odihr');
    await page.getByRole('button', { name: w.history.open, exact: true }).click();
    await expect(drawer.getByText(w.history.fact.organisation.registered)).toBeVisible();
  });
}
