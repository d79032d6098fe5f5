/** The observer's mobile phone in the form of the application: refused in words, saved, and there when it is opened again. */
import { locales } from '#locales/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

test('a mobile phone is typed into the form, refused when it can be no number, and kept', async ({ running }) => {
  const { page } = running;
  await sampleIsOpen(page);
  const [election] = await ask(page, 'election.list', {});
  const none = { search: '', organisationIds: [], countries: [], decisionIds: [], categories: [] };
  const { rows } = await ask(page, 'application.list', {
    filter: { electionId: election?.id ?? '', ...none, statuses: ['draft'] },
    sorting: { column: 'number', descending: false },
    ...{ language: 'ky', offset: 0, limit: 1 },
  });
  for (const [index, language] of languages.entries()) {
    const { applications, errors, common } = locales[language];
    await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
    await resizeTo(running, screenSizes.small);
    await page.evaluate((id) => {
      window.location.hash = `#/applications/${id}`;
    }, rows[0]?.id ?? '');
    await page.reload();
    const phone = page.getByRole('textbox', { name: applications.mobilePhone, exact: true });
    await expect(phone).toBeVisible();
    await phone.fill('555.12.34');
    await expect(page.getByText(errors.field.phone)).toBeVisible();
    await phone.scrollIntoViewIfNeeded();
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
    const typed = `+996 (555) 12-34-5${String(index)}`;
    await phone.fill(typed);
    await expect(page.getByText(errors.field.phone)).toHaveCount(0);
    await page.getByRole('button', { name: common.action.save, exact: true }).click();
    await expect(page.getByText(common.action.saved.split('{{')[0] ?? '')).toBeVisible();
    await page.reload();
    await expect(phone).toHaveValue(typed);
  }
});
