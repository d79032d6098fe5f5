/** What the public is told on the day of a decision: read, copied, saved for Word, printed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const { language, title } of story('the statement of the day is read in three languages, copied and saved')) {
  test(title, async ({ running }) => {
    const page = await openSample(running);
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language];
    const place = await mkdtemp(join(tmpdir(), 'statement-'));
    await answerDialogs(running.electron, { saveFile: join(place, 'statement.docx') });
    try {
      await page.getByRole('link', { name: w.common.nav.totals, exact: true }).click();
      await page.getByRole('button', { name: w.statement.open, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: w.statement.title });
      const article = dialog.getByRole('article');
      await expect(article).toContainText('19.11.2025');
      await dialog.getByRole('textbox', { name: w.statement.from }).fill('12.11.2025');
      await page.keyboard.press('Tab');
      for (const [shown, words] of [
        ['ky', '251 эл аралык байкоочуну аккредитациялады'],
        ['ru', 'аккредитован 251 международный наблюдатель'],
        ['en', '251 international observers'],
      ] as const) {
        await dialog.getByText(w.domain.language[shown], { exact: true }).click();
        await expect(article).toContainText(words);
        await expect(article).toContainText('378');
        await expect(article.getByRole('listitem')).toHaveCount(23);
      }
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await dialog.getByRole('button', { name: w.statement.copy, exact: true }).click();
      await expect(page.getByText(w.statement.copied)).toBeVisible();
      const copied = await running.electron.evaluate(({ clipboard }) => clipboard.readText());
      expect(copied).toContain('378 international observers have been accredited in all.');
      expect(copied.split('\n').filter((line) => line.startsWith('– '))).toHaveLength(23);
      await dialog.getByRole('button', { name: w.statement.docx, exact: true }).click();
      await expect(page.getByText(w.statement.saved)).toBeVisible();
      expect((await readFile(join(place, 'statement.docx'))).subarray(0, 2).toString('latin1')).toBe('PK');
      await dialog.getByRole('textbox', { name: w.statement.to }).fill('11.11.2025');
      await page.keyboard.press('Tab');
      await expect(dialog.getByText(w.statement.backwards)).toBeVisible();
      await expect(dialog.getByRole('button', { name: w.statement.pdf, exact: true })).toBeDisabled();
      await dialog.getByRole('textbox', { name: w.statement.to }).fill('19.11.2025');
      await page.keyboard.press('Tab');
      await dialog.getByRole('button', { name: w.statement.pdf, exact: true }).click();
      await expect(page.locator('iframe')).toBeVisible({ timeout: 60_000 });
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}
