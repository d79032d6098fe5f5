/** From the letter of an organisation to a substitute: what is asked for, what is missing, who is withdrawn and who takes the place. */
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import type { ApplicationStatus } from '#shared/domain/records/application.ts';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const withoutDots = (label: string): string => label.replace('…', '');
const dialogOf = (page: Page) => page.getByRole('dialog');
const goTo = (page: Page, hash: string) =>
  page.evaluate((address) => {
    window.location.hash = address;
  }, hash);

async function openIn(running: RunningApp, language: Language): Promise<Page> {
  const { page } = running;
  await sampleIsOpen(page);
  await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
  await resizeTo(running, screenSizes.small);
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}

async function people(page: Page, status: ApplicationStatus) {
  const [election] = await ask(page, 'election.list', {});
  const { rows } = await ask(page, 'application.list', {
    filter: {
      ...{
        electionId: election?.id ?? '',
        search: '',
        organisationIds: [],
        countries: [],
        decisionIds: [],
        categories: [],
      },
      statuses: [status],
    },
    sorting: { column: 'number', descending: false },
    language: 'ky',
    ...{ offset: 0, limit: 100 },
  });
  return rows;
}

const addressed = (language: Language, to: Language, label: string) =>
  locales[language].common.in[to].replace('{{label}}', label);

for (const { language, title } of story('a paper is asked for, its lack is answered by a letter to the body')) {
  test(title, async ({ running }) => {
    const page = await openIn(running, language);
    const { intake, settings, applications, common } = locales[language];
    await page.getByRole('navigation').getByRole('link', { name: common.nav.settings }).click();
    await expect(page.getByRole('heading', { level: 1, name: settings.title })).toBeVisible();
    await button(page, intake.checklist.add).click();
    const label = intake.checklist.name.replace('{{index}}', '5');
    const names = { ky: 'Дарыгердин справкасы', ru: 'Справка врача', en: 'Doctor’s certificate' };
    for (const to of languages) await page.getByLabel(addressed(language, to, label)).fill(names[to]);
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
    await button(page, common.action.save).click();
    await expect(page.getByText(common.action.saved.split('{{')[0] ?? '')).toBeVisible();
    await page.getByLabel(addressed(language, 'ky', label)).scrollIntoViewIfNeeded();

    const [draft] = await people(page, 'draft');
    await goTo(page, `#/applications/${draft?.id ?? ''}`);
    const paper = intake.papers.required.replace('{{paper}}', names[language]);
    await expect(page.getByRole('checkbox', { name: paper })).not.toBeChecked();
    await button(page, applications.sendBack).click();
    await expect(dialogOf(page).getByRole('checkbox', { name: new RegExp(names[language], 'u') })).toBeChecked();
    await expectNoAxeFaults(page);
    await dialogOf(page)
      .getByRole('button', { name: withoutDots(applications.sendBack), exact: true })
      .click();
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page.getByRole('main').getByText(names[language]).first()).toBeVisible();

    await button(page, intake.letter.open).press('Enter');
    const preview = dialogOf(page).locator('iframe');
    await expect(preview).toBeVisible({ timeout: 90_000 });
    const withoutDay = await preview.getAttribute('src');
    await dialogOf(page).getByRole('textbox', { name: intake.letter.byDate }).fill('31.12.2090');
    await page.keyboard.press('Tab');
    await expect(preview).not.toHaveAttribute('src', withoutDay ?? '', { timeout: 90_000 });
    await expectNoAxeFaults(page);
  });
}

test('an organisation withdraws one with its letter, the substitute is entered at once, and two more go together', async ({
  running,
}) => {
  const page = await openIn(running, 'ky');
  const { intake, applications, common } = locales.ky;
  const accredited = await people(page, 'accredited');
  const first = accredited[0]!;
  await goTo(page, `#/applications/${first.id}`);
  await button(page, applications.withdraw).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: intake.withdrawal.number }).fill('77');
  await expect(dialog.getByRole('button', { name: withoutDots(applications.withdraw), exact: true })).toBeDisabled();
  await dialog.getByRole('textbox', { name: intake.withdrawal.date }).fill('19.11.2025');
  for (const to of languages) {
    await dialog.getByLabel(addressed('ky', to, applications.withdrawReason)).fill('оорусуна байланыштуу');
  }
  await dialog.getByRole('checkbox', { name: intake.withdrawal.substituteNext }).check();
  await expectNoAxeFaults(page);
  await dialog.getByRole('button', { name: withoutDots(applications.withdraw), exact: true }).click();

  // The substitute's form knows the organisation and whose place it is; nothing of the person is taken over.
  await expect(page.getByRole('combobox', { name: applications.replaces })).toHaveValue(new RegExp(first.latin, 'u'));
  await expect(page.getByRole('main')).not.toContainText(first.document);
  await goTo(page, `#/applications/${first.id}`);
  const leave = dialog.getByRole('button', { name: common.unsaved.leave });
  await expect(leave.or(page.getByText('№ 77')).first()).toBeVisible();
  if (await leave.isVisible()) await leave.click();
  await expect(page.getByText('№ 77')).toBeVisible();
  await expect(button(page, intake.substitute.enter)).toBeVisible();
  await expectNothingCutOff(page);

  await goTo(page, `#/applications?organisation=${first.organisationId}&status=accredited`);
  const before = (await people(page, 'withdrawn')).length;
  const rows = page.getByRole('checkbox', { name: applications.choose.replace('{{person}}', '') });
  for (const place of [0, 1]) await rows.nth(place).check();
  await button(page, applications.withdraw).click();
  await expect(dialog).toContainText('2');
  for (const to of languages) {
    await dialog.getByLabel(addressed('ky', to, applications.withdrawReason)).fill('уюмдун чечими');
  }
  await dialog.getByRole('button', { name: withoutDots(applications.withdraw), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await people(page, 'withdrawn')).length).toBe(before + 2);
});
