/** The tables that were taken in go to a file of their own, as every list does: in the three languages. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { openSample } from '../support/sample-window.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

for (const { language, title } of story('the list of past imports is saved as a table with the columns chosen')) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const { lists: w, imports, applications, common } = locales[language];
    const place = await mkdtemp(join(tmpdir(), 'past-imports-'));
    const file = join(place, 'imports.csv');
    try {
      const electionId = (await ask(page, 'election.list', {}))[0]?.id ?? '';
      const past = await ask(page, 'import.list', { electionId });
      await page.getByRole('navigation').getByRole('link', { name: common.nav.applications, exact: true }).click();
      await page.getByRole('button', { name: applications.import, exact: true }).click();
      await expect(page.getByRole('heading', { name: imports.recent })).toBeVisible();
      await page.getByRole('button', { name: w.open, exact: true }).press('Enter');
      const dialog = page.getByRole('dialog', { name: w.title });
      await dialog.getByRole('radio', { name: w.csv }).check();
      const columns = await ask(page, 'list.columns', { kind: 'imports', language });
      const last = columns.at(-1)?.title ?? '';
      await dialog.getByRole('checkbox', { name: last, exact: true }).uncheck();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await answerDialogs(running.electron, { saveFile: file });
      await dialog.getByRole('button', { name: w.save, exact: true }).click();
      await expect(dialog).toBeHidden();
      const [header = '', ...rows] = (await readFile(file, 'utf8')).replace('\ufeff', '').trimEnd().split('\r\n');
      expect(header.split(';')).toEqual(columns.slice(0, -1).map(({ title }) => title));
      expect(rows).toHaveLength(past.length);
      expect(rows[0]).toContain(past[0]?.fileName ?? '');
      expect(rows[0]).toContain(past[0]?.organisation[language] ?? '');
      expect(rows[0]).toContain(formatNumber(past[0]?.people ?? 0, language));
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}
