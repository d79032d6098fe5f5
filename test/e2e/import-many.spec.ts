/** A table with many people alike and a citizen of the host country, judged in the preview: in the three languages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { counted } from '../support/counted.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const known = [
  ['Quillmere', 'Rowena', 'Q1000001', '1966-03-01'],
  ['Thornbury', 'Alasdair', 'Q1000002', '1971-06-04'],
  ['Larchwood', 'Seren', 'Q1000003', '1990-09-09'],
] as const;
const dotted = (day: string) => day.split('-').reverse().join('.');
const table = [
  'Surname;Given names;Date of birth;Passport number;Citizenship',
  ...known.map(([surname, given, , birth], at) => `${surname};${given};${dotted(birth)};N777000${String(at)};Mongolia`),
  'Umbermoor;Selwyn;05.05.1985;AN5550001;Kyrgyz Republic',
].join('\r\n');

for (const { language, title } of story('many alike are judged at once and a host citizen gets leave')) {
  test(title, async ({ running }) => {
    const w = locales[language];
    const place = await mkdtemp(join(tmpdir(), 'many-'));
    await writeFile(join(place, 'list.csv'), table);
    const { page } = running;
    const words = (key: string, count: number): string => counted(language, w.imports, key, count);
    const looked = async (): Promise<void> => {
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
    };
    try {
      await ask(page, 'preferences.set', { language });
      await establish(page, someSettings);
      const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
      const { id: organisationId } = await ask(page, 'organisation.save', {
        id: null,
        fields: someOrganisation,
        correspondence: null,
      });
      for (const [surname, given, number, birthDate] of known) {
        const person = somePerson(1);
        const names = { ...person.names, latin: { surname, given } };
        const fields = { ...person, names, photo: null, birthDate, document: { ...person.document, number } };
        await ask(page, 'application.save', { id: null, electionId, organisationId, fields });
      }
      await ask(page, 'preferences.set', { electionId });
      await page.reload();
      await resizeTo(running, screenSizes.small);
      await page.evaluate((id) => {
        window.location.hash = `#/applications/import?organisation=${id}`;
      }, organisationId);
      await answerDialogs(running.electron, { openFile: join(place, 'list.csv') });
      await page.getByRole('button', { name: w.imports.choose, exact: true }).click();
      await page.getByRole('button', { name: w.imports.next, exact: true }).click();

      await expect(page.getByText(words('alikeMany', 3))).toBeVisible();
      await expect(page.getByText(words('hostCitizens', 1))).toBeVisible();
      await looked();
      await page.getByRole('button', { name: words('apartShown', 3), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: w.imports.apartManyTitle });
      await dialog.getByRole('textbox', { name: w.imports.apartRemark }).fill('namesakes');
      await looked();
      // The letters that the keyboard lacks are within the dialog: those of the frame lie behind it.
      await dialog.getByRole('button', { name: w.common.keys.insert.replace('{{letter}}', 'ү'), exact: true }).click();
      await expect(dialog.getByRole('textbox')).toHaveValue('namesakesү');
      await dialog.getByRole('button', { name: w.imports.apartMany, exact: true }).click();
      await expect(page.getByText(words('alikeMany', 3))).toBeHidden();

      await page.getByRole('button', { name: w.duplicates.host.allow, exact: true }).click();
      const leave = page.getByRole('dialog', { name: w.duplicates.host.dialogTitle });
      await leave.getByRole('textbox', { name: w.duplicates.host.justification }).fill('Interpreter of the mission');
      await leave.getByRole('checkbox', { name: w.duplicates.host.confirm }).check();
      await leave.getByRole('button', { name: w.duplicates.host.give, exact: true }).click();
      await expect(page.getByText('Interpreter of the mission')).toBeVisible();
      await looked();
      await page.getByRole('button', { name: words('commit', 4), exact: true }).click();
      await expect(page.getByText(words('done', 4))).toBeVisible();
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}
