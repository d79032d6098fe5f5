/**
 * What other stories tell at length in Kyrgyz, its main path in Russian and in English: a design, a decision with its
 * letters, numbers and paper, an untidy table, a photo. One window a language, as a clerk has it open all day.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { sampleHead } from '../../electron/office/sample/staff.ts';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { counted } from '../support/counted.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { readDocx } from '../support/docx.ts';
import { ask } from '../support/office.ts';
import { openSample } from '../support/sample-window.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });
// As long as five stories.
test.describe.configure({ timeout: 600_000 });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialogOf = (page: Page) => page.getByRole('dialog');
const slowly = { timeout: 60_000 };

for (const { language, title } of story('a design, a decision, numbers, a table and a photo are worked on', [
  'ru',
  'en',
])) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const place = await mkdtemp(join(tmpdir(), 'main-paths-'));
    const { nav } = locales[language].common;
    const follow = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    const looked = async (): Promise<void> => {
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
    };
    const story = { page, language, looked, follow };
    try {
      await test.step('a design is changed with a live preview and put in force', () =>
        changeDesign(story, nav.settings));
      await answerDialogs(running.electron, { saveFile: join(place, 'letter.docx') });
      await test.step('a decision refuses one, is adopted, and its letter goes out', () =>
        decide(story, nav.decisions, join(place, 'letter.docx')));
      await test.step('two certificates are printed, and one gets another number', () =>
        print(story, nav.certificates));
      await test.step('an untidy table is taken in and taken back', async () => {
        const table = join(place, 'list.csv');
        await writeTable(page, table);
        await answerDialogs(running.electron, { openFile: table });
        await takeIn(story);
      });
      await test.step('a photo is cut from a file', () => cutPhoto(story));
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}

type Story = { page: Page; language: Language; looked: () => Promise<void>; follow: (name: string) => Promise<void> };

async function changeDesign({ page, language, looked, follow }: Story, settings: string): Promise<void> {
  const { designs: w, domain, errors } = locales[language];
  const category = domain.category['long-term'];
  await follow(settings);
  await button(page, w.open).click();
  const preview = page.getByRole('region', { name: w.preview });
  await expect(preview.getByText(w.fits)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('combobox', { name: w.formatOf.replace('{{category}}', category), exact: true }).click();
  await page.getByRole('option', { name: w.formats.card, exact: true }).click();
  await expect(preview.getByTitle(w.previewFrame.replace('{{paper}}', w.formats.card))).toBeVisible();
  await page.getByRole('tab', { name: w.tabs.texts }).click();
  const title = page.getByRole('group', { name: w.texts.badgeTitle }).getByRole('textbox');
  await title.first().fill('Шайлоонун коногу');
  await expect(preview.getByText(errors.field.threeLanguages)).toBeVisible();
  await expect(button(page, w.save)).toBeDisabled();
  await title.nth(1).fill('Гость выборов');
  await title.nth(2).fill('Guest of the election');
  await expect(preview.getByText(w.fits)).toBeVisible({ timeout: 90_000 });
  await looked();
  await button(page, w.save).click();
  await dialogOf(page).getByRole('button', { name: w.save, exact: true }).click();
  await expect(dialogOf(page)).toHaveCount(0, { timeout: 90_000 });
  await expect(page.getByRole('main').getByText(sampleHead.name)).toBeVisible();
  expect(await ask(page, 'design.current', {})).toMatchObject({ version: 1 });
}

async function decide({ page, language, looked, follow }: Story, decisions: string, letter: string): Promise<void> {
  const { decisions: w, session, 'decision-letters': letters } = locales[language];
  const electionId = (await ask(page, 'election.list', {}))[0]?.id ?? '';
  const counts = await ask(page, 'application.countByStatus', { electionId });
  const ready = counts.find(({ status }) => status === 'ready')?.count ?? 0;
  await follow(decisions);
  await button(page, w.new).click();
  await button(page, w.addReady).click();
  await looked();
  await button(page, counted(language, w, 'addChosen', ready)).click();
  await expect(dialogOf(page)).toHaveCount(0);
  const rows = page.getByRole('region', { name: w.annex, exact: true }).locator('tbody tr');
  await expect(rows).toHaveCount(ready);
  const refused = (await rows.first().getByRole('link').textContent()) ?? '';
  await page.getByRole('checkbox', { name: w.choose.replace('{{person}}', refused), exact: true }).check();
  await button(page, w.setRefuse).click();
  await dialogOf(page).getByRole('combobox', { name: w.ground }).click();
  await page.getByRole('option', { name: w.grounds.notInvited, exact: true }).click();
  await dialogOf(page).getByRole('button', { name: w.setReason, exact: true }).click();
  await expect(rows.first()).toContainText(w.grounds.notInvited);
  await button(page, w.adopt).click();
  await expect(dialogOf(page).getByText(session.notEntered)).toBeVisible();
  await dialogOf(page).getByLabel(w.adoptNumber).fill('6-Ү');
  await looked();
  await button(page, w.adoptConfirm).click();
  await expect(page.getByText(w.hash)).toBeVisible();
  await button(page, letters.open).click();
  await expect(page.locator('iframe')).toBeVisible(slowly);
  await dialogOf(page).getByRole('button', { name: letters.docx, exact: true }).click();
  await expect(page.getByText(letters.docxSaved)).toBeVisible();
  const { paragraphs } = await readDocx(letter);
  expect(paragraphs).toContain(letters.subject.refuse);
  expect(paragraphs).toContain(w.grounds.notInvited);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
}

async function print({ page, language, looked, follow }: Story, certificates: string): Promise<void> {
  const { 'print-queue': w, printing, register, common } = locales[language];
  const electionId = (await ask(page, 'election.list', {}))[0]?.id ?? '';
  const filter = { electionId, search: '', organisationIds: [], paper: null, reasons: ['never' as const] };
  const [good, bad] = await ask(page, 'printQueue.select', { filter });
  await follow(certificates);
  await button(page, w.open).click();
  await page.getByRole('combobox', { name: w.reason }).click();
  await page.getByRole('option', { name: new RegExp(`^${w.reasons.never}`, 'u') }).click();
  for (const entry of [good, bad]) {
    const tick = w.choose.replace('{{person}}', entry?.latin ?? '');
    await page.getByRole('checkbox', { name: tick, exact: true }).first().check();
  }
  await looked();
  await button(page, w.printCertificates.replace('{{count}}', '2')).click();
  await button(page, printing.record).click(slowly);
  await expect(page.getByText(printing.recorded)).toBeVisible(slowly);
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: w.judgeTitle.certificate, exact: true });
  await question.getByRole('radio', { name: w.notThese }).check();
  await question.getByRole('checkbox', { name: `№ ${bad?.number ?? ''} — ${bad?.latin ?? ''}` }).check();
  await question.getByRole('combobox', { name: w.fault }).fill('Замято');
  await question.getByRole('radio', { name: w.nextNumber }).check();
  await expectNoAxeFaults(page);
  await question.getByRole('button', { name: w.confirm, exact: true }).click();
  await expect(question).toBeHidden();
  await button(page, common.action.back).click();
  await button(page, register.open).click();
  await page.getByRole('textbox', { name: register.search }).fill(bad?.latin ?? '');
  const rows = page.getByRole('region', { name: register.title }).getByRole('row');
  await expect(rows.nth(1).locator('s')).toHaveText(bad?.number ?? '');
  await expect(rows.nth(2)).toContainText(register.replaces.replace('{{number}}', bad?.number ?? ''));
  await looked();
}

/** A title above the headers, whole names in one cell, a bad date, a lookalike letter, somebody who is there already. */
async function writeTable(page: Page, path: string): Promise<void> {
  const { application } = await ask(page, 'application.get', { id: 'sample-001' });
  const { latin } = application.names;
  const rows = [
    'List of observers;;;',
    'Name and surname;Citizenship;Date of birth;Passport number',
    'Elowina Oakthorpe;Mongolia;17.05.1980;L1000001',
    'Brynold Аshberg;Mongolia;31.02.1975;L1000002',
    `${latin.given} ${latin.surname};Mongolia;${formatDate(application.birthDate ?? '')};L1000003`,
  ];
  await writeFile(path, rows.join('\r\n'));
}

async function takeIn({ page, language, looked }: Story): Promise<void> {
  const w = locales[language].imports;
  await page.evaluate(() => {
    window.location.hash = '#/applications/import?organisation=odihr';
  });
  await button(page, w.choose).click();
  await expect(page.getByRole('combobox', { name: w.nameOrder })).toHaveValue(w.order['surname-last']);
  await looked();
  await button(page, w.next).click();
  await button(page, w.fix).click();
  await expect(page.getByText(w.fixed)).toBeVisible();
  const date = page.getByRole('textbox', { name: w.edit.replace('{{column}}', 'C').replace('{{row}}', '4') });
  await date.fill('28.02.1975');
  await date.press('Enter');
  await expect(page.getByText(w.summary.open.replace('{{count}}', '1'))).toBeVisible();
  await button(page, w.apart).click();
  await page.getByRole('textbox', { name: w.apartRemark }).fill('namesakes');
  await dialogOf(page).getByRole('button', { name: w.apart, exact: true }).click();
  await expect(page.getByText(w.summary.people.replace('{{count}}', '3'))).toBeVisible();
  await looked();
  await button(page, counted(language, w, 'commit', 3)).click();
  await expect(page.getByText(counted(language, w, 'done', 3))).toBeVisible();
  await button(page, `${w.undo}: list.csv`).click();
  await dialogOf(page).getByRole('button', { name: w.undo, exact: true }).click();
  await expect(page.getByText(new RegExp(`· ${w.state.withdrawn}$`, 'u'))).toBeVisible();
}

async function cutPhoto({ page, language }: Story): Promise<void> {
  const w = locales[language].photos;
  await page.evaluate(() => {
    window.location.hash = '#/applications/new';
  });
  await expect(page.getByText(w.dropHere)).toBeVisible();
  const refused = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') };
  await page.locator('input[type=file]').setInputFiles(refused);
  await expect(dialogOf(page).getByRole('alert')).toHaveText(w.fault.notAnImage);
  await dialogOf(page).getByRole('button', { name: locales[language].common.action.cancel, exact: true }).click();
  const portrait = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(drawPortrait(3, 'male')) };
  await page.locator('input[type=file]').setInputFiles(portrait);
  const area = page.getByRole('group', { name: w.frame.area });
  const height = async () => (await area.boundingBox())?.height ?? 0;
  await expect(dialogOf(page)).toContainText('300 × 400');
  const before = await height();
  await area.focus();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('-');
  await expect.poll(height).toBeLessThan(before * 0.9);
  await expectNoAxeFaults(page);
  await button(page, w.use).click();
  await expect(page.getByRole('complementary').getByRole('img', { name: w.picture })).toBeVisible();
}
