/** A table that keeps patronymics and passports' series in columns of their own, taken in and remembered: in three languages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { locales } from '#locales/index.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { counted } from '../support/counted.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const headings = {
  ky: ['Аты-жөнү', 'Паспорт', 'Жарандыгы'],
  ru: ['ФИО', 'Паспорт', 'Гражданство'],
  en: ['Full name', 'Passport', 'Citizenship'],
};
const country = { ky: 'Монголия', ru: 'Монголия', en: 'Mongolia' };

for (const { language, title } of story(
  'a patronymic and a passport’s series in columns of their own are joined, and may be taken apart',
)) {
  test(title, async ({ running }) => {
    const w = locales[language];
    const title = w['import-headers'].title;
    const place = await mkdtemp(join(tmpdir(), 'joined-'));
    const table = async (name: string, ...people: string[][]): Promise<void> => {
      const cell = (value: string, columnSpan = 1) => ({ value, type: String, columnSpan });
      const [names = '', passport = '', citizenship = ''] = headings[language];
      await writeXlsxFile(
        [
          [cell(names, 3), null, null, cell(passport, 2), null, cell(citizenship)],
          ...people.map((person) => [...person, country[language]].map((value) => cell(value))),
        ],
        { sheet: 'List' },
      ).toFile(join(place, name));
      await answerDialogs(running.electron, { openFile: join(place, name) });
    };
    const { page } = running;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const column = (letter: string) =>
      page.getByRole('combobox', { name: w.imports.column.replace('{{letter}}', letter) });
    try {
      await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
      await establish(page, someSettings);
      const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
      const { id: organisationId } = await ask(page, 'organisation.save', {
        id: null,
        fields: someOrganisation,
        correspondence: null,
      });
      await ask(page, 'preferences.set', { electionId });
      await page.reload();
      await resizeTo(running, screenSizes.small);
      const open = async (): Promise<void> => {
        await page.evaluate((id) => {
          window.location.hash = `#/applications/import?organisation=${id}`;
        }, organisationId);
        await button(w.imports.choose).click();
      };

      await table(
        'first.xlsx',
        ['Dubograd', 'Mirozar', 'Yavolin', 'AN', '4410001'],
        ['Oakmere', 'Elowin', 'Яволин', '75', '4410002'],
      );
      await open();
      await expect(column('C')).toHaveValue(title['patronymic.latin']);
      await expect(column('D')).toHaveValue(title['document.series']);
      await expect(column('E')).toHaveValue(title['document.number']);
      const first = page.getByRole('row', { name: /Dubograd/u });
      await expect(first.getByRole('cell', { name: 'Dubograd Mirozar Yavolin', exact: true })).toBeVisible();
      await expect(first.getByRole('cell', { name: 'AN4410001', exact: true })).toBeVisible();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);

      // Taken for something else by hand, and back again by the keyboard.
      await column('C').click();
      await page.getByRole('option', { name: w.imports.leaveOut, exact: true }).click();
      await expect(first.getByRole('cell', { name: 'Dubograd Mirozar Yavolin', exact: true })).toHaveCount(0);
      await column('C').fill(title['patronymic.latin']);
      // Nobody's fingers are faster than the list that opens under the field.
      await expect(page.getByRole('option', { name: title['patronymic.latin'], exact: true })).toBeVisible();
      await expect(page.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(first.getByRole('cell', { name: 'Dubograd Mirozar Yavolin', exact: true })).toBeVisible();

      // A patronymic in other letters is bad in its own cell, and put right there.
      await button(w.imports.next).click();
      const bad = page.getByRole('textbox', {
        name: w.imports.edit.replace('{{column}}', 'C').replace('{{row}}', '3'),
      });
      await expect(bad).toHaveValue('Яволин');
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await bad.fill('Yavolin');
      await bad.press('Enter');
      await button(counted(language, w.imports, 'commit', 2)).click();
      await expect(page.getByText(counted(language, w.imports, 'done', 2))).toBeVisible();
      const { rows } = await ask(page, 'application.list', {
        filter: {
          electionId,
          search: '4410001',
          statuses: [],
          organisationIds: [],
          countries: [],
          decisionIds: [],
          categories: [],
        },
        ...{ sorting: { column: 'number', descending: false }, language, offset: 0, limit: 5 },
      });
      expect(rows.map(({ latin, document }) => [latin, document])).toEqual([['Dubograd Mirozar Yavolin', 'AN4410001']]);

      // The organisation's next table is read alike.
      await table('next.xlsx', ['Larchwood', 'Seren', 'Yavolin', 'AN', '4410003']);
      await open();
      await expect(page.getByText(w.imports.remembered)).toBeVisible();
      await expect(column('C')).toHaveValue(title['patronymic.latin']);
      await expect(page.getByRole('cell', { name: 'AN4410003', exact: true })).toBeVisible();
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}
