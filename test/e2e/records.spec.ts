/** An auditor reads who did what, follows a line to its record, and checks that nothing was changed behind the office's back. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { launchApp, resizeTo, screenSizes } from '../support/app.ts';
import { rewriteJournal, withAnotherName } from '../support/rewritten-journal.ts';
import { putSampleOffice } from '../support/sample-folder.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

test('the journal is read and filtered, and the records are checked, in every language', async ({ running }) => {
  const { page } = running;
  await sampleIsOpen(page);
  for (const language of languages) {
    const { records: w, common, lists } = locales[language];
    await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
    await resizeTo(running, screenSizes.small);
    await page.reload();
    await page.getByRole('navigation').getByRole('link', { name: common.nav.settings }).click();
    await page.getByRole('button', { name: w.open, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: w.title })).toBeVisible();
    const check = page.getByRole('region', { name: w.check.title });
    await check.getByRole('button', { name: w.check.now }).press('Enter');
    await expect(check.getByText(w.check.whole)).toBeVisible({ timeout: 60_000 });
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);

    const table = page.getByRole('region', { name: w.title });
    await page.getByRole('textbox', { name: w.search }).fill(w.command.decision.adopt);
    await expect(table.getByText(w.command.decision.adopt).first()).toBeVisible();
    await expect(table.getByText(w.command.application.import)).toHaveCount(0);
    await page.getByRole('textbox', { name: w.from }).fill('01.01.2090');
    await expect(page.getByText(w.empty)).toBeVisible();
    await page.getByRole('textbox', { name: w.from }).fill('');
    await table.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: w.title })).toHaveCount(0);
    await page.goBack();
    await page.getByRole('button', { name: lists.open, exact: true }).click();
    await expect(page.getByRole('dialog').getByText(lists.columns.about)).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a photo that somebody changed on the disk is named, on the screen and on the first screen', async ({
  running,
}) => {
  const { page, dataFolder } = running;
  const { records: w, common } = locales.ky;
  await sampleIsOpen(page);
  await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light' });
  const photos = join(dataFolder, 'sample-office', 'photos');
  const [part = ''] = await readdir(photos);
  const [name = ''] = await readdir(join(photos, part));
  await writeFile(join(photos, part, name), 'not a photo');
  await resizeTo(running, screenSizes.small);
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: locales.ky.palette.search }).fill(w.title);
  await expect(page.getByRole('option', { name: w.title })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: w.title })).toBeVisible();
  const check = page.getByRole('region', { name: w.check.title });
  await check.getByRole('button', { name: w.check.now }).click();
  const fault = check.getByRole('link', { name: w.fault.pictureDamaged.split('{{')[0] ?? '' });
  await expect(fault.first()).toBeVisible({ timeout: 60_000 });
  await expect(check.getByText(w.check.advice)).toBeVisible();
  await expectNoAxeFaults(page);
  await page.getByRole('navigation').getByRole('link', { name: common.nav.start }).click();
  await expect(page.getByRole('alert').filter({ hasText: w.notice })).toBeVisible();
  await page.getByRole('alert').getByRole('link', { name: w.open }).click();
  await fault.first().click();
  await expect(page.getByRole('heading', { level: 1, name: w.title })).toHaveCount(0);
});

test('a decision that somebody rewrote together with the whole journal is named by its checksum, in every language', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'observer-'));
  await putSampleOffice(dataFolder);
  await rewriteJournal(join(dataFolder, 'sample-office'), withAnotherName);
  const running = await launchApp({ sample: true, dataFolder });
  const { page } = running;
  try {
    await sampleIsOpen(page);
    for (const language of languages) {
      const { records: w, common } = locales[language];
      await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
      await resizeTo(running, screenSizes.small);
      await page.reload();
      await page.getByRole('navigation').getByRole('link', { name: common.nav.settings }).click();
      await page.getByRole('button', { name: w.open, exact: true }).click();
      const check = page.getByRole('region', { name: w.check.title });
      await check.getByRole('button', { name: w.check.now }).click();
      const fault = check.getByRole('link', { name: w.fault.decisionAltered.split('}} ')[1] ?? '' });
      await expect(fault.first()).toBeVisible({ timeout: 60_000 });
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await fault.first().click();
      await expect(page.getByText(locales[language].decisions.hash)).toBeVisible();
    }
  } finally {
    await running.close();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
});
