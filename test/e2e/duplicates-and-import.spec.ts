/** An organisation's untidy table taken in step by step, people alike told apart, and a host citizen's leave: with real clicks. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { locales } from '#locales/index.ts';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

const w = locales.ky;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A title above the headers, whole names in one cell, a bad date, a lookalike letter, somebody who is there already. */
const table = [
  'Список наблюдателей;;;;',
  'Name and surname;Гражданство;Дата рождения;Паспорт;Что-то',
  'Elowina Oakthorpe;Монголия;17.05.1980;L1000001;a',
  'Brynold Аshberg;Монголия;31.02.1975;L1000002;b',
  'Thornbury Alasdair;Монголия;04.06.1971;L1000003;c',
  'Seren Larchwood;Монголия;09.09.1990;T1000009;d',
].join('\r\n');

async function setUp(page: Page): Promise<{ electionId: string; organisationId: string }> {
  await ask(page, 'preferences.set', { language: 'ky' });
  await establish(page, someSettings);
  const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  const known = (surname: string, given: string, number: string, birthDate: string) => ({
    ...somePerson(1),
    names: { ...somePerson(1).names, latin: { surname, given } },
    photo: null,
    birthDate,
    document: { ...somePerson(1).document, number },
  });
  const save = (fields: ReturnType<typeof known>) =>
    ask(page, 'application.save', { id: null, electionId, organisationId, fields });
  await save(known('Thornbury', 'Alasdair', 'T1000001', '1971-06-04'));
  await save(known('Larchwood', 'Seren', 'T1000009', '1990-09-09'));
  await ask(page, 'preferences.set', { electionId });
  await page.reload();
  return { electionId, organisationId };
}

async function looked({ page }: RunningApp): Promise<void> {
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
}

test('a clerk takes in an untidy table, tells people apart, and takes the import back', async ({ running }) => {
  const place = await mkdtemp(join(tmpdir(), 'import-'));
  await writeFile(join(place, 'list.csv'), `\ufeff${table}`);
  await writeFile(join(place, 'macros.xlsx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  const { page } = running;
  try {
    const { organisationId, electionId } = await setUp(page);
    await resizeTo(running, screenSizes.small);
    await page.evaluate((id) => {
      window.location.hash = `#/applications/import?organisation=${id}`;
    }, organisationId);

    await test.step('a file that cannot be read is refused in words', async () => {
      await answerDialogs(running.electron, { openFile: join(place, 'macros.xlsx') });
      await page.getByRole('combobox', { name: w.imports.organisation }).click();
      await page.getByRole('option').first().click();
      await button(page, w.imports.choose).click();
      await expect(page.getByRole('alert')).toContainText('XLS');
      await looked(running);
    });

    await test.step('columns: the headers are found, whole names are taken apart', async () => {
      await answerDialogs(running.electron, { openFile: join(place, 'list.csv') });
      await button(page, w.imports.choose).click();
      await expect(page.getByRole('combobox', { name: w.imports.nameOrder })).toHaveValue(
        w.imports.order['surname-last'],
      );
      await expect(page.getByRole('row', { name: /Oakthorpe Elowina/u })).toBeVisible();
      await looked(running);
      await button(page, w.imports.next).click();
    });

    await test.step('people: letters are fixed, a date corrected, one judged another person, one skipped', async () => {
      await expect(page.getByText(w.imports.summary.open.replace('{{count}}', '3'))).toBeVisible();
      await looked(running);
      await button(page, w.imports.fix).click();
      await expect(page.getByText(w.imports.fixed)).toBeVisible();
      await button(page, w.imports.skipKnown).click();
      const date = page.getByRole('textbox', { name: /C4/u });
      await date.fill('28.02.1975');
      await date.press('Enter');
      await expect(page.getByText(w.imports.summary.open.replace('{{count}}', '1'))).toBeVisible();
      await button(page, w.imports.apart).click();
      await page.getByRole('textbox', { name: w.imports.apartRemark }).fill('атасы менен баласы');
      await page.getByRole('dialog').getByRole('button', { name: w.imports.apart, exact: true }).click();
      await expect(page.getByText(w.imports.summary.people.replace('{{count}}', '3'))).toBeVisible();
      await looked(running);
      await button(page, w.imports.commit_other.replace('{{count}}', '3')).click();
      await expect(page.getByText(w.imports.done_other.replace('{{count}}', '3'))).toBeVisible();
      await looked(running);
    });

    await test.step('the whole import is taken back', async () => {
      await page.getByRole('button', { name: `${w.imports.undo}: list.csv` }).click();
      await page.getByRole('dialog').getByRole('button', { name: w.imports.undo, exact: true }).click();
      await expect(page.getByText(w.imports.state.withdrawn)).toBeVisible();
      const counts = await ask(page, 'application.countByStatus', { electionId });
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

test('somebody alike is shown side by side while typing, and a host citizen needs an officer’s leave', async ({
  running,
}) => {
  const place = await mkdtemp(join(tmpdir(), 'alike-'));
  const { page } = running;
  const d = w.duplicates;
  try {
    await setUp(page);
    await resizeTo(running, screenSizes.small);
    await page.evaluate(() => {
      window.location.hash = '#/applications/new';
    });
    const name = (part: 'surname' | 'given') =>
      page.getByRole('textbox', {
        name: w.applications.nameIn
          .replace('{{part}}', w.applications[part])
          .replace('{{script}}', w.applications.latin),
      });

    await test.step('the pair is compared and judged before the application is in the register', async () => {
      await page.getByRole('combobox', { name: w.applications.organisation }).click();
      await page.getByRole('option').first().click();
      await name('surname').fill('Alasdair');
      await name('given').fill('Thornberry');
      await page.getByRole('textbox', { name: w.applications.birthDate }).fill('04.06.1971');
      await page.getByRole('textbox', { name: w.applications.birthDate }).press('Tab');
      const notice = page.getByText(d.notice.replace('{{person}}', 'Thornbury Alasdair').replace('{{number}}', '1'));
      await expect(notice).toBeVisible();
      await page.getByRole('form', { name: w.applications.form }).getByRole('button', { name: d.compare }).click();
      await expect(page.getByRole('cell', { name: '04.06.1971' }).first()).toBeVisible();
      await looked(running);
      await page.getByRole('textbox', { name: d.remark }).fill('атасы менен баласы');
      await button(page, d.different).click();
      await expect(notice).toBeHidden();
    });

    await test.step('the same document is blocked, and the other person is named and can be opened', async () => {
      await page.getByRole('textbox', { name: w.applications.documentNumber }).fill('T1000001');
      await page.getByRole('combobox', { name: w.applications.issuer }).fill('Монголия');
      await page.getByRole('option', { name: 'Монголия' }).first().click();
      const blocked = d.noticeBlocked.replace('{{person}}', 'Thornbury Alasdair').replace('{{number}}', '1');
      await expect(page.getByText(blocked)).toBeVisible();
      await page.keyboard.press('Control+s');
      const open = page.getByRole('link', { name: d.openNamed.replace('{{person}}', 'Thornbury Alasdair') });
      await expect(open).toHaveAttribute('href', /#\/applications\//u);
      await looked(running);
      await page.getByRole('textbox', { name: w.applications.documentNumber }).fill('X5550001');
      await expect(open).toBeHidden();
      await expect(page.getByText(blocked)).toBeHidden();
    });

    await test.step('a citizen of the host country is blocked until an officer gives leave', async () => {
      await page.getByRole('combobox', { name: w.applications.citizenship }).fill('Кыргыз');
      await page
        .getByRole('option', { name: /Кыргыз/u })
        .first()
        .click();
      await expect(page.getByText(d.host.blocked)).toBeVisible();
      await button(page, d.host.allow).click();
      await page.getByRole('textbox', { name: d.host.justification }).fill('Эл аралык уюмдун кызматкери');
      await page.getByRole('checkbox', { name: d.host.confirm }).check();
      await looked(running);
      await button(page, d.host.give).click();
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('heading', { level: 1, name: 'Alasdair Thornberry' })).toBeVisible();
      await expect(page.getByText('Эл аралык уюмдун кызматкери')).toBeVisible();
      await looked(running);
    });

    await test.step('the leave is taken back', async () => {
      await button(page, d.host.takeBack).click();
      await page.getByRole('textbox', { name: d.host.takeBackReason }).fill('ката');
      await page.getByRole('checkbox', { name: d.host.confirm }).check();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: d.host.takeBack.replace('…', '') })
        .click();
      await expect(page.getByText(d.host.noLonger)).toBeVisible();
    });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

test('headers and names merged sideways are read as the clerk who merged them meant', async ({ running }) => {
  const place = await mkdtemp(join(tmpdir(), 'import-'));
  const cell = (value: string, columnSpan = 1) => ({ value, type: String, columnSpan });
  await writeXlsxFile(
    [
      [cell('Байкоочулардын тизмеси', 4), null, null, null],
      [cell('Аты-жөнү', 2), null, cell('Жарандыгы'), cell('Паспорт')],
      [cell('OSCE / ODIHR', 4), null, null, null],
      [cell('Sorrelby'), cell('Tansy'), cell('Монголия'), cell('S4410001')],
      [cell('Hollowell Edric', 2), null, cell('Монголия'), cell('S4410002')],
    ],
    { sheet: 'Тизме' },
  ).toFile(join(place, 'merged.xlsx'));
  const { page } = running;
  try {
    const { organisationId } = await setUp(page);
    await resizeTo(running, screenSizes.small);
    await page.evaluate((id) => {
      window.location.hash = `#/applications/import?organisation=${id}`;
    }, organisationId);
    await answerDialogs(running.electron, { openFile: join(place, 'merged.xlsx') });
    await page.getByRole('combobox', { name: w.imports.organisation }).click();
    await page.getByRole('option').first().click();
    await button(page, w.imports.choose).click();
    await expect(page.getByText('Аты-жөнү · 1')).toBeVisible();
    await expect(page.getByText('Аты-жөнү · 2')).toBeVisible();
    await looked(running);
    await button(page, w.imports.next).click();
    await expect(page.getByRole('row', { name: /Sorrelby/u })).toBeVisible();
    await expect(page.getByRole('row', { name: /Hollowell/u })).toContainText('Edric');
    await expect(page.getByText('OSCE / ODIHR')).toBeHidden();
    await looked(running);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});
