/** The clerk's day, with real clicks and keys: from an empty office to badges and a stick to hand over, in each language. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { watchSockets } from '../support/connections.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { ask, establish, signInAgain } from '../support/office.ts';
import { filesBelow, plainTraces } from '../support/plain-traces.ts';
import { pdfPages, pdfText } from '../support/pdf.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const table = [
  'Surname;Given names;Фамилиясы кыргызча;Аты кыргызча;Фамилия (рус.);Имя (рус.);Sex;Date of birth;Citizenship;Passport number;Expiry date;Кызмат орду;Должность;Position',
  'Oakthorpe;Elowina;Оукторп;Эловина;Оукторп;Эловина;f;17.05.1980;Mongolia;E1234567;01.02.2031;Байкоочу;Наблюдатель;Observer',
  'Ashberg;Brynold;Эшберг;Бринольд;Эшберг;Бринольд;m;03.03.1975;Germany;C0100047;31.12.2030;Байкоочу;Наблюдатель;Observer',
].join('\r\n');

/** What the table says of its people, and what became of them. */
const known = [
  ...table
    .split('\r\n')
    .slice(1)
    .flatMap((row) => row.split(';').slice(0, 10)),
  ...['A-0001', 'A-0002', someOrganisation.name.ky, someOrganisation.name.ru, someOrganisation.name.en],
].filter((text) => text.length >= 6 && !['Mongolia', 'Germany'].includes(text));

/** Started under a watch of every connection that it makes. */
async function launchWatched(dataFolder: string, temporary: string) {
  const running = await launchApp({ dataFolder, temporary });
  const pid = running.electron.process().pid;
  if (pid === undefined) throw new Error('The application has no process.');
  return { running, connections: watchSockets(pid, 50) };
}

/** Where files of the application, temporary ones too, show what is known: nowhere, for all of it is encrypted. */
async function tracesBelow(...folders: string[]): Promise<string[]> {
  const files = await Promise.all(folders.map((folder) => filesBelow(folder)));
  expect(Math.max(...files.map(({ size }) => size))).toBeGreaterThan(10);
  return files.flatMap((found) => plainTraces(found, known));
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((address) => {
    window.location.hash = address;
  }, hash);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What is set up once: office, election, organisation; its own screens are tested in `office-set-up`. */
async function setUp(running: RunningApp, language: Language): Promise<{ electionId: string; organisationId: string }> {
  const { page } = running;
  await ask(page, 'preferences.set', { language, documentLanguages: [...languages] });
  await establish(page, someSettings);
  const election = await ask(page, 'election.save', { id: null, fields: someElection });
  const organisation = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  await ask(page, 'preferences.set', { electionId: election.id });
  await page.reload();
  return { electionId: election.id, organisationId: organisation.id };
}

for (const { language, title } of story('a clerk carries people from a table to badges and a stick')) {
  test(title, async () => {
    const w = locales[language];
    const place = await mkdtemp(join(tmpdir(), 'clerk-'));
    const [stick, temporary] = [join(place, 'stick'), join(place, 'temporary')];
    await mkdir(stick);
    await mkdir(temporary);
    await writeFile(join(place, 'people.csv'), `\ufeff${table}`);
    await writeFile(join(place, 'photo.png'), drawPortrait(7, 'female'));
    const start = () => launchWatched(join(place, 'data'), temporary);
    let { running, connections } = await start();
    const seen: string[] = [];
    try {
      const { electionId } = await setUp(running, language);
      let { page } = running;
      await answerDialogs(running.electron, {
        openFile: join(place, 'people.csv'),
        saveFile: join(place, 'saved.pdf'),
        folder: stick,
      });

      await test.step('takes in the table', async () => {
        await page.getByRole('link', { name: w.common.nav.applications }).click();
        await button(page, w.applications.import).click();
        await page.getByRole('combobox', { name: w.imports.organisation }).click();
        await page.getByRole('option').first().click();
        await button(page, w.imports.choose).click();
        await expect(page.getByRole('cell', { name: 'Oakthorpe', exact: true })).toBeVisible();
        await button(page, w.imports.next).click();
        await page
          .getByRole('button', { name: /2/u })
          .filter({ hasText: /Import|киргизүү|Загрузить/u })
          .click();
        await button(page, w.imports.open).click();
        await expect(page.getByRole('link', { name: 'Ashberg Brynold' })).toBeVisible();
      });

      await test.step('completes each application: photo, papers, confirmed names', async () => {
        for (const name of ['Oakthorpe Elowina', 'Ashberg Brynold']) {
          await go(page, '#/applications');
          await page.getByRole('link', { name }).click();
          await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
          await page.locator('input[type=file]').setInputFiles(join(place, 'photo.png'));
          await button(page, w.photos.use).click();
          await expect(page.getByRole('img', { name: w.photos.picture })).toBeVisible();
          await page.getByRole('checkbox', { name: w.domain.paper['passport-copy'] }).check();
          await page.getByRole('checkbox', { name: w.applications.confirmed }).check();
          await page.keyboard.press('Control+s');
          await expect(page.getByText(w.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();
          await button(page, w.applications.markReady).click();
          await expect(page.getByText(w.applications.complete)).toBeVisible();
        }
      });

      await test.step('finds a person as the name is typed, in any script', async () => {
        await go(page, '#/applications');
        for (const typed of ['oakth', 'оукт', 'E1234']) {
          await page.getByRole('textbox', { name: w.applications.search }).fill(typed);
          await expect(page.getByRole('link', { name: 'Oakthorpe Elowina' })).toBeVisible();
          await expect(page.getByRole('link', { name: 'Ashberg Brynold' })).toHaveCount(0);
        }
      });

      await test.step('drafts the decision, puts the ready on it and records its adoption', async () => {
        await page.getByRole('link', { name: w.common.nav.decisions }).click();
        await page.getByRole('button', { name: w.decisions.new }).first().click();
        await button(page, w.decisions.addReady).click();
        await page.getByRole('dialog').getByRole('button', { name: /2/u }).click();
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await button(page, w.decisions.adopt).click();
        await page.getByLabel(w.decisions.adoptNumber).fill('17');
        await button(page, w.decisions.adoptConfirm).click();
        await expect(page.getByRole('heading', { level: 1, name: '№ 17' })).toBeVisible();
        await expect(page.getByText(w.decisions.hash)).toBeVisible();
      });

      await test.step('after a power cut everything that was saved is there', async () => {
        seen.push(...connections());
        await running.kill();
        expect(await tracesBelow(join(place, 'data'), temporary)).toEqual([]);
        ({ running, connections } = await start());
        await signInAgain(running.page);
        page = running.page;
        await answerDialogs(running.electron, { saveFile: join(place, 'saved.pdf'), folder: stick });
        const totals = await ask(page, 'totals.at', { electionId, day: '2199-01-01' });
        expect(totals.accredited).toBe(2);
      });

      await test.step('gives numbers, prints badges in three languages and saves the PDF', async () => {
        await page.getByRole('link', { name: w.common.nav.certificates }).click();
        await page.getByRole('checkbox', { name: w.certificates.chooseShown }).check();
        await button(page, w.certificates.reserve).click();
        await page.getByRole('dialog').getByRole('button', { name: w.certificates.reserve }).click();
        await expect(page.getByRole('cell', { name: 'A-0001', exact: true })).toBeVisible();
        await page.getByRole('checkbox', { name: w.certificates.chooseShown }).check();
        await button(page, w.certificates.print).click();
        await page.getByRole('menuitem', { name: w.certificates.printBadges, exact: true }).click();
        await expect(page.getByText(w.printing.previewOnly)).toBeVisible();
        await button(page, w.printing.record).click();
        await expect(page.getByText(w.printing.recorded)).toBeVisible();
        await button(page, w.printing.save).click();
        await expect(page.getByText(w.printing.saved)).toBeVisible();
        await page.keyboard.press('Escape');
        const pages = await pdfText(join(place, 'saved.pdf'));
        expect(pages).toHaveLength(2);
        for (const text of pages) {
          expect(text).toMatch(/A-000[12]/u);
          expect(text).toContain('ЭЛ АРАЛЫК БАЙКООЧУ');
          expect(text).toContain('Международный наблюдатель');
          expect(text).toContain('International observer');
        }
        const pictures = await pdfPages(join(place, 'saved.pdf'), 60);
        for (const picture of pictures) expect(picture.length, 'a page that is not blank').toBeGreaterThan(8_000);
      });

      await test.step('issues a certificate at the counter only with identity seen', async () => {
        await button(page, w.certificates.clear).click();
        await page
          .getByRole('checkbox', { name: w.certificates.choose.replace('{{person}}', 'Ashberg Brynold') })
          .check();
        await button(page, w.certificates.issue).click();
        const issue = page.getByRole('dialog').getByRole('button', { name: w.certificates.issue, exact: true });
        await expect(issue).toBeDisabled();
        await page.getByRole('checkbox', { name: w.certificates.identitySeen }).check();
        await issue.click();
        await expect(page.getByText(w.domain.certificateState.issued, { exact: true })).toHaveCount(1);
      });

      await test.step('hands the badge list over on a stick that is read back', async () => {
        await page.getByRole('link', { name: w.common.nav.handover }).click();
        await button(page, w.handover.chooseFolder).click();
        await page.getByRole('textbox', { name: w.handover.receiver }).fill('Ош');
        await button(page, w.handover.write).click();
        await expect(page.getByText(w.handover.done)).toBeVisible({ timeout: 60_000 });
        const [bag = ''] = await readdir(stick);
        expect(await readFile(join(stick, bag, 'bagit.txt'), 'utf8')).toContain('BagIt-Version: 1.0');
        const list = JSON.parse(await readFile(join(stick, bag, 'data', 'badge-list.json'), 'utf8')) as {
          badges: unknown[];
        };
        expect(list.badges).toHaveLength(2);
      });

      await test.step('reads the totals', async () => {
        await page.getByRole('link', { name: w.common.nav.totals }).click();
        await expect(page.locator('[data-figure=inForce]')).toHaveText('2');
      });

      await test.step('has spoken to nobody all day, and leaves nothing that can be read without a password', async () => {
        seen.push(...connections());
        expect(seen).toEqual([]);
        await running.close();
        expect(await tracesBelow(join(place, 'data'), temporary)).toEqual([]);
      });
    } finally {
      connections();
      await running.close().catch(() => undefined);
      await rm(place, { recursive: true, force: true });
    }
  });
}
