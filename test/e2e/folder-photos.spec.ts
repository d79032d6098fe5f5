/** A folder of photos from an organisation: matched by the files' names, settled by the clerk, given to their people at once. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const people = [
  { surname: 'ZHEENBEKOVA', given: 'AIGUL', cyrillic: ['Жээнбекова', 'Айгүл'], document: 'AN1234567' },
  { surname: 'IVANOV', given: 'IVAN', cyrillic: ['Иванов', 'Иван'], document: 'QX0000001' },
  { surname: 'IVANOV', given: 'PETR', cyrillic: ['Иванов', 'Пётр'], document: 'QX0000002' },
  { surname: 'SMITH', given: 'JANE', cyrillic: ['Смит', 'Джейн'], document: 'QX0000003' },
];

/** An office with four people, of whom Jane Smith has her photo; answers with their identifiers, in order. */
async function fill(page: Page, language: 'ky' | 'ru' | 'en'): Promise<string[]> {
  await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
  await establish(page, someSettings);
  const election = await ask(page, 'election.save', { id: null, fields: someElection });
  const organisation = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  const portrait = new Uint8Array(drawPortrait(9, 'female'));
  const crop = { x: 0, y: 0, width: 300, height: 400 };
  const photo = await ask(page, 'photo.add', { original: portrait, picture: portrait, crop });
  const ids: string[] = [];
  for (const [n, { surname, given, cyrillic, document }] of people.entries()) {
    const fields = somePerson(n);
    const latin = { surname, given };
    const [first = '', second = ''] = cyrillic;
    const written = { surname: first, given: second };
    const saved = await ask(page, 'application.save', {
      id: null,
      electionId: election.id,
      organisationId: organisation.id,
      fields: {
        ...fields,
        names: { latin, ky: written, ru: written, confirmed: false },
        document: { ...fields.document, number: document },
        photo: n === 3 ? photo : null,
      },
    });
    ids.push(saved.id);
  }
  await ask(page, 'preferences.set', { electionId: election.id });
  await page.reload();
  return ids;
}

const pictureOf = async (page: Page, id: string) =>
  (await ask(page, 'application.get', { id })).application.photo?.picture ?? null;

for (const { language, title } of story('a folder of photos finds its people')) {
  test(title, async ({ running }) => {
    const w = locales[language]['folder-photos'];
    const place = await mkdtemp(join(tmpdir(), 'folder-photos-'));
    try {
      const { page } = running;
      const folder = join(place, 'photos');
      await mkdir(join(folder, 'second letter'), { recursive: true });
      const portrait = (name: string, n: number) =>
        writeFile(join(folder, name), drawPortrait(n, n % 2 ? 'male' : 'female'));
      await portrait('AN 1234567.png', 2);
      await portrait(join('second letter', 'Иванов Иван.png'), 3);
      await portrait('Ivanov.png', 5);
      await portrait('Jane Smith.png', 4);
      await portrait('IMG_0815.png', 7);
      await writeFile(join(folder, 'list.png'), 'no picture at all');
      await writeFile(join(folder, 'Thumbs.db'), 'kept by the system');
      const [zheenbekova = '', ivan = '', petr = '', smith = ''] = await fill(page, language);
      const before = await pictureOf(page, smith);
      await resizeTo(running, screenSizes.small);

      await page.evaluate(() => {
        window.location.hash = '#/applications';
      });
      await page.getByRole('button', { name: locales[language].applications.folderPhotos, exact: true }).click();
      await expectNoAxeFaults(page);
      await page.locator('input[webkitdirectory]').setInputFiles(folder);

      const row = (file: string) => page.getByRole('row').filter({ hasText: file });
      const tick = (file: string) => row(file).getByRole('checkbox');
      await expect(tick('AN 1234567.png')).toBeChecked();
      await expect(row('AN 1234567.png')).toContainText(w.by.document);
      await expect(tick('Иванов Иван.png')).toBeChecked();
      await expect(row('Ivanov.png')).toContainText(w.several_other.replace('{{count}}', '2'));
      await expect(row('IMG_0815.png')).toContainText(w.nobody);
      await expect(row('list.png')).toContainText(locales[language].photos.fault.notAnImage);
      await expect(row('Thumbs.db')).toHaveCount(0);
      // A photo that is there is not replaced by itself.
      await expect(tick('Jane Smith.png')).not.toBeChecked();
      await expect(row('Jane Smith.png')).toContainText(w.hasPhoto);
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);

      // Two for one person cannot be taken; the clerk sees which and changes one by keyboard.
      const whose = row('Ivanov.png').getByRole('combobox');
      await whose.click();
      await page.getByRole('option', { name: /IVANOV IVAN/u }).click();
      await expect(row('Ivanov.png')).toContainText(w.twice);
      await expect(row('Иванов Иван.png')).toContainText(w.twice);
      const give = page.getByRole('button', {
        name: new RegExp(`^${w.assign_other.split('{{count}}')[0] ?? ''}\\d`, 'u'),
      });
      await expect(give).toBeDisabled();
      await whose.fill('QX0000002');
      await page.getByRole('option', { name: /IVANOV PETR/u }).click();
      await expect(tick('Ivanov.png')).toBeChecked();

      await row('AN 1234567.png').getByRole('button', { name: w.crop, exact: true }).click();
      const area = page.getByRole('group', { name: locales[language].photos.frame.area });
      await area.focus();
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('-');
      await page.getByRole('button', { name: locales[language].photos.use, exact: true }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await give.click();
      await expect(page.getByRole('button', { name: w.showWithout, exact: true })).toBeVisible();
      for (const id of [zheenbekova, ivan, petr]) expect(await pictureOf(page, id)).not.toBeNull();
      expect(await pictureOf(page, smith)).toBe(before);
      await page.getByRole('button', { name: w.showWithout, exact: true }).click();
      await expect(page.getByText(locales[language].common.state.nothingFound)).toBeVisible();
    } finally {
      await rm(place, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
