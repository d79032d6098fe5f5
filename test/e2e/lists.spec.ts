/** The list on the screen goes to a spreadsheet, as it is filtered, in the columns that the clerk chose. */
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

for (const { language, title } of story('a filtered list is saved with chosen columns')) {
  test(title, async ({ running }) => {
    const page = await openSample(running);
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language];
    const place = await mkdtemp(join(tmpdir(), 'list-'));
    const file = join(place, 'people.csv');
    await answerDialogs(running.electron, { saveFile: file });
    try {
      await page.getByRole('link', { name: w.common.nav.applications, exact: true }).click();
      await page.getByRole('textbox', { name: w.applications.search }).fill('archa');
      const found = await ask(page, 'application.list', {
        filter: {
          ...{
            electionId: (await ask(page, 'election.list', {}))[0]?.id ?? '',
            search: 'archa',
            statuses: [],
            organisationIds: [],
          },
          ...{ countries: [], decisionIds: [], categories: [] },
        },
        ...{ sorting: { column: 'number', descending: false }, language, offset: 0, limit: 500 },
      });
      await expect(page.getByText(String(found.total)).first()).toBeVisible();
      await page.getByRole('button', { name: w.lists.open, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: w.lists.title });
      await expect(dialog.getByRole('checkbox').first()).toBeChecked();
      await dialog.getByRole('button', { name: w.lists.none, exact: true }).click();
      const save = dialog.getByRole('button', { name: w.lists.save, exact: true });
      await expect(save).toBeDisabled();
      const columns = await ask(page, 'list.columns', { kind: 'people', language });
      const titleOf = (id: string) => columns.find((column) => column.id === id)?.title ?? '';
      await dialog.getByRole('checkbox', { name: titleOf('latin'), exact: true }).check();
      await dialog.getByRole('checkbox', { name: titleOf('number'), exact: true }).check();
      // The passport's name is brought to the top by keys alone, and the number one down by its arrow.
      const handle = dialog.getByRole('button', { name: w.lists.drag.replace('{{column}}', titleOf('latin')) });
      await handle.focus();
      await page.keyboard.press('Space');
      const heard = (words: string, place: number) =>
        page.getByText(words.replace('{{column}}', titleOf('latin')).replace('{{place}}', String(place)));
      await expect(heard(w.lists.lifted, 3)).toBeAttached();
      await page.keyboard.press('ArrowUp');
      await expect(heard(w.lists.over, 2)).toBeAttached();
      await page.keyboard.press('ArrowUp');
      await expect(heard(w.lists.over, 1)).toBeAttached();
      await page.keyboard.press('Space');
      await expect(dialog.getByRole('checkbox').first()).toHaveAccessibleName(titleOf('latin'));
      await dialog.getByRole('radio', { name: w.lists.csv }).check();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await save.click();
      await expect(dialog).toHaveCount(0);
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
      expect(lines[0]).toBe(`\ufeff${titleOf('latin')};${titleOf('number')}`);
      expect(lines).toHaveLength(found.total + 1);
      expect(lines.slice(1).every((line) => /archa/iu.test(line))).toBe(true);

      // The same columns, in the same order, are there the next time, and the list is seen as it would print.
      await page.reload();
      await page.getByRole('link', { name: w.common.nav.applications, exact: true }).click();
      await page.getByRole('button', { name: w.lists.open, exact: true }).click();
      await expect(dialog.getByRole('checkbox').first()).toHaveAccessibleName(titleOf('latin'));
      await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2);
      await dialog.getByRole('radio', { name: w.lists.pdf }).check();
      await dialog.getByRole('button', { name: w.lists.print, exact: true }).click();
      const preview = page.getByRole('dialog', { name: w.lists.titles.people });
      await expect(preview.locator('iframe')).toBeVisible();
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}

test('the annex of a decision goes to a spreadsheet from its own screen', async ({ running }) => {
  const page = await openSample(running);
  const w = locales.ky;
  const place = await mkdtemp(join(tmpdir(), 'annex-'));
  const file = join(place, 'annex.csv');
  await answerDialogs(running.electron, { saveFile: file });
  try {
    await page.evaluate(() => {
      window.location.hash = '#/decisions/decision-2025-10-24';
    });
    await page.getByRole('button', { name: w.lists.open, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: w.lists.title });
    await dialog.getByRole('radio', { name: w.lists.csv }).check();
    await dialog.getByRole('button', { name: w.lists.save, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    const { annex } = await ask(page, 'decision.get', { id: 'decision-2025-10-24' });
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(annex.length);
    for (const [index, { person }] of annex.entries()) expect(lines[index]).toContain(person.latin);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

for (const { language, title } of story('the totals of a day go to a spreadsheet from their own screen')) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const w = locales[language];
    const place = await mkdtemp(join(tmpdir(), 'totals-'));
    const file = join(place, 'totals.csv');
    await answerDialogs(running.electron, { saveFile: file });
    try {
      await page.getByRole('link', { name: w.common.nav.totals, exact: true }).click();
      await page.getByRole('button', { name: w.lists.open, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: w.lists.title });
      await dialog.getByRole('radio', { name: w.lists.csv }).check();
      await expectNoAxeFaults(page);
      await dialog.getByRole('button', { name: w.lists.save, exact: true }).click();
      await expect(dialog).toHaveCount(0);
      const [head = '', whole = ''] = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
      const { countedBy, counted, accredited } = w.lists.columns;
      expect(head).toContain(`${countedBy};${counted};${accredited}`);
      const shown = await page.locator('[data-figure="accredited"]').textContent();
      expect(whole.split(';').slice(0, 3)).toEqual([w.totals.total, '', shown?.replaceAll(/\s/gu, '')]);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}
