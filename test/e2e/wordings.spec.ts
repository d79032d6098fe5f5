/** A head corrects a word of the program for this office, and takes the correction to another laptop. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const own = { ky: 'Кабыл алынган арыздар', ru: 'Принятые заявления', en: 'Applications received' };

for (const { language, title } of story(
  'a corrected word is said so at once, kept, carried in a file and taken back',
)) {
  test(title, async ({ running }) => {
    const page = await openSample(running);
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language].wordings;
    const link = (name: string) => page.getByRole('link', { name, exact: true });
    const program = locales[language].common.nav.applications;
    const path = await mkdtemp(join(tmpdir(), 'wordings-'));
    const file = join(path, 'wordings.json');
    await answerDialogs(running.electron, { saveFile: file, openFile: file });
    try {
      await link(locales[language].common.nav.settings).click();
      await page.getByRole('button', { name: w.open, exact: true }).click();
      await page.getByRole('textbox', { name: w.search }).fill(program);
      // The rail's word is not the only one that reads so: the first of the file of common words.
      const correct = page.getByRole('button', { name: w.correct.replace('{{word}}', program), exact: true });
      const rows = await correct.count();
      for (let at = 0; at < rows; at += 1) {
        await correct.first().click();
        const dialog = page.getByRole('dialog');
        const save = dialog.getByRole('button', { name: w.save, exact: true });
        await expect(save).toBeDisabled();
        await dialog.getByRole('textbox', { name: w.columns[language], exact: true }).fill('{{number}}');
        await expect(dialog.getByText('{{number}}').last()).toBeVisible();
        await expect(save).toBeDisabled();
        await dialog.getByRole('textbox', { name: w.columns[language], exact: true }).fill(own[language]);
        await save.click();
        await expect(dialog).toHaveCount(0);
      }
      await expect(link(own[language])).toBeVisible();
      await expect(link(program)).toHaveCount(0);

      await page.getByRole('button', { name: w.more, exact: true }).click();
      await page.getByRole('menuitem', { name: w.exportCorrections, exact: true }).click();
      await expect(page.getByText(w.saved)).toBeVisible();
      expect(await readFile(file, 'utf8')).toContain(own[language]);

      await page.getByRole('textbox', { name: w.search }).fill(own[language]);
      const changed = page.getByRole('button', { name: w.correct.replace('{{word}}', own[language]), exact: true });
      for (let at = 0; at < rows; at += 1) {
        await changed.first().click();
        await page.getByRole('dialog').getByRole('button', { name: w.restore, exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: w.save, exact: true }).click();
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await expect(link(program)).toBeVisible();

      await page.getByRole('button', { name: w.more, exact: true }).click();
      await page.getByRole('menuitem', { name: w.import, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: w.importConfirm, exact: true }).click();
      await expect(link(own[language])).toBeVisible();
      await page.reload();
      await expect(link(own[language])).toBeVisible();
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  });
}
