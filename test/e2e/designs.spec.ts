/** A clerk changes how badges look, sees it at once, is told what does not fit, and carries the design in a file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { sampleHead } from '../../electron/office/sample/staff.ts';
import { ask } from '../support/office.ts';
import { pdfText } from '../support/pdf.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { ky, openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const w = ky.designs;
const officer = sampleHead.name;

async function openDesigns(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: ky.common.nav.settings }).click();
  await page.getByRole('button', { name: w.open, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: w.title })).toBeVisible();
}

const preview = (page: Page) => page.getByRole('region', { name: w.preview });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function putInForce(page: Page): Promise<void> {
  await page.getByRole('button', { name: w.save, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: w.save, exact: true }).click();
}

test('a design is changed with a live preview, checked, put in force and taken back', async ({ running }) => {
  const page = await openSample(running);
  await openDesigns(page);
  await expect(preview(page).getByText(w.fits)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(w.own)).toBeVisible();
  await expectNoAxeFaults(page);

  const frame = preview(page).locator('iframe');
  const inThree = await frame.getAttribute('src');
  const english = preview(page).getByRole('checkbox', { name: ky.common.documentLanguages.en, exact: true });
  await english.press('Space');
  await expect(frame).not.toHaveAttribute('src', inThree ?? '');
  await expect(preview(page).getByText(w.fits)).toBeVisible();
  await english.press('Space');

  const category = ky.domain.category['long-term'];
  await choose(page, w.formatOf.replace('{{category}}', category), w.formats.card);
  await page.getByRole('textbox', { name: w.colourOf.replace('{{category}}', category) }).fill('#123456');
  await expect(preview(page).getByTitle(w.previewFrame.replace('{{paper}}', w.formats.card))).toBeVisible();
  await expect(page.getByText(w.changed)).toBeVisible();

  await page.getByRole('tab', { name: w.tabs.fields }).click();
  await page.getByRole('radio', { name: w.faces.card }).locator('..').getByText(w.faces.card).click();
  await choose(page, w.placeOf.replace('{{field}}', w.fields.organisation), w.regions.under);
  const unfit = w.unfitField.replace('{{face}}', w.faces.card).replace('{{field}}', w.fields.organisation);
  await expect(preview(page).getByText(unfit)).toBeVisible({ timeout: 90_000 });
  await expectNoAxeFaults(page);
  await putInForce(page);
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(w.fields.organisation);
  await page.getByRole('dialog').getByRole('button', { name: ky.common.action.cancel, exact: true }).click();
  await choose(page, w.placeOf.replace('{{field}}', w.fields.organisation), w.regions.middle);
  await expect(preview(page).getByText(w.fits)).toBeVisible({ timeout: 90_000 });

  await page.getByRole('tab', { name: w.tabs.texts }).click();
  const title = page.getByRole('group', { name: w.texts.badgeTitle }).getByRole('textbox');
  await title.first().fill('Шайлоонун коногу');
  await expect(preview(page).getByText(ky.errors.field.threeLanguages)).toBeVisible();
  await expect(page.getByRole('button', { name: w.save, exact: true })).toBeDisabled();
  await title.nth(1).fill('Гость выборов');
  await title.nth(2).fill('Guest of the election');
  await expect(preview(page).getByText(w.fits)).toBeVisible({ timeout: 90_000 });
  await putInForce(page);
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 90_000 });
  await expect(page.getByRole('main').getByText(officer)).toBeVisible();
  expect(await ask(page, 'design.current', {})).toMatchObject({ version: 1, officer });

  await page.getByRole('button', { name: w.files, exact: true }).click();
  await page.getByRole('menuitem', { name: w.defaults }).click();
  await putInForce(page);
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 90_000 });
  expect(await ask(page, 'design.current', {})).toMatchObject({ version: 2 });
});

test('the emblem is taken from a drawing, and the design goes to another laptop and back as a file', async ({
  running,
}) => {
  const page = await openSample(running);
  const path = await mkdtemp(join(tmpdir(), 'designs-'));
  try {
    const svg = (inside: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="#165966"/>${inside}</svg>`;
    await writeFile(join(path, 'bad.svg'), svg('<script>1</script>'));
    await writeFile(join(path, 'good.svg'), svg('<path d="M20 50h60" stroke="#fff" stroke-width="8"/>'));
    const file = join(path, 'design.json');
    await openDesigns(page);
    await page.getByRole('tab', { name: w.tabs.texts }).click();
    await answerDialogs(running.electron, { openFile: join(path, 'bad.svg') });
    await page.getByRole('button', { name: w.chooseEmblem, exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('script');
    await answerDialogs(running.electron, { openFile: join(path, 'good.svg'), saveFile: file });
    await page.getByRole('button', { name: w.chooseEmblem, exact: true }).click();
    await expect(page.getByText(w.emblemChosen)).toBeVisible({ timeout: 90_000 });
    await page.getByRole('button', { name: w.files, exact: true }).click();
    await page.getByRole('menuitem', { name: w.exportFile }).click();
    await expect(page.getByText(w.saved)).toBeVisible();
    await page.getByRole('button', { name: w.discard, exact: true }).click();
    await expect(page.getByText(w.emblemNone)).toBeVisible();

    const text = await readFile(file, 'utf8');
    await writeFile(join(path, 'damaged.json'), text.replace('#8f1d2c', '#8f1d2d'));
    const take = async (name: string) => {
      await answerDialogs(running.electron, { openFile: join(path, name) });
      await page.getByRole('button', { name: w.files, exact: true }).click();
      await page.getByRole('menuitem', { name: w.importFile }).click();
    };
    await take('damaged.json');
    await expect(page.getByText(ky.errors.design.damaged)).toBeVisible();
    await take('design.json');
    await expect(page.getByText(w.read)).toBeVisible();
    await expect(page.getByText(w.emblemChosen)).toBeVisible();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
});

test('a printer is named, moved, and shown its calibration page', async ({ running }) => {
  const page = await openSample(running);
  await openDesigns(page);
  await page.getByRole('tab', { name: w.tabs.printers }).click();
  await page.getByRole('button', { name: w.printers.add, exact: true }).click();
  await page.getByRole('textbox', { name: w.printers.name }).fill('HP LaserJet');
  await page.getByRole('textbox', { name: w.printers.frontX }).fill('0,8');
  await page.getByRole('textbox', { name: w.printers.backY }).fill('-1,2');
  // A wide edge is told for each paper: printed smaller, or no room at all and by how much.
  const edge = page.getByRole('textbox', { name: w.printers.margin });
  await edge.fill('7');
  const smaller = w.printers.smaller.replace('{{format}}', w.formats.certificate).split('{{')[0] ?? '';
  await expect(page.getByText(smaller)).toBeVisible();
  await edge.fill('9');
  await expect(
    page.getByText(
      w.printers.tooWide
        .replace('{{format}}', w.formats.certificate)
        .replace('{{by}}', '1,5')
        .replace('{{most}}', '7,5'),
    ),
  ).toBeVisible();
  await expectNoAxeFaults(page);
  await page.getByRole('button', { name: w.printers.save, exact: true }).click();
  await expect
    .poll(() => ask(page, 'printer.list', {}))
    .toMatchObject([{ name: 'HP LaserJet', front: { x: 0.8, y: 0 }, back: { x: 0, y: -1.2 } }]);
  await page.getByRole('button', { name: w.printers.calibrate, exact: true }).last().click();
  const calibration = w.printers.calibrateOne.replace('{{name}}', 'HP LaserJet');
  await expect(page.getByTitle(ky.printing.frame.replace('{{title}}', calibration))).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press('Escape');

  // The certificate has no room on it: the preview says so, and prints it once the edge is as it should be.
  const print = async () => {
    await page.getByRole('navigation').getByRole('link', { name: ky.common.nav.certificates }).click();
    await page.getByRole('textbox', { name: ky.certificates.search }).fill('A-0001');
    await page.getByRole('checkbox', { name: ky.certificates.chooseShown }).check();
    await page.getByRole('button', { name: ky.certificates.print, exact: true }).click();
    await page.getByRole('menuitem', { name: ky.certificates.printCertificates, exact: true }).click();
  };
  await print();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('1,5 мм');
  await page.keyboard.press('Escape');
  const [kept] = await ask(page, 'printer.list', {});
  if (!kept) throw new Error('no printer');
  await ask(page, 'printer.set', { printers: [{ ...kept, margin: 6.5 }] });
  await print();
  await expect(page.getByTitle(ky.printing.frame.split('{{')[0] ?? '')).toBeVisible({ timeout: 90_000 });
});

for (const { language, title } of story('an emblem that was lost is put back where it is missed')) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const words = locales[language];
    const path = await mkdtemp(join(tmpdir(), 'designs-'));
    try {
      const svg = (side: number) =>
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="${String(side)}" fill="#8f1d2c"/></svg>`;
      await writeFile(join(path, 'own.svg'), svg(48));
      await writeFile(join(path, 'other.svg'), svg(40));
      await answerDialogs(running.electron, { openFile: join(path, 'own.svg') });
      const chosen = await ask(page, 'design.chooseEmblem', { language });
      const { design } = await ask(page, 'design.current', {});
      const { faces } = design;
      const own = { ...design, ...chosen, faces: { ...faces, a6: { ...faces.a6, emblem: true } } };
      await ask(page, 'design.save', { design: own, job: 'save' });
      await rm(join(running.dataFolder, 'sample-office', 'emblems'), { recursive: true });
      await page.getByRole('navigation').getByRole('link', { name: words.common.nav.certificates }).click();
      await page.getByRole('textbox', { name: words.certificates.search }).fill('A-0001');
      await page.getByRole('checkbox', { name: words.certificates.chooseShown }).check();
      await page.getByRole('button', { name: words.certificates.print, exact: true }).click();
      await page.getByRole('menuitem', { name: words.certificates.printBadges, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: words.designs.print.currentDesign }).check();
      await expect(dialog.getByText(words.errors.design.emblemMissing)).toBeVisible({ timeout: 90_000 });
      await answerDialogs(running.electron, { openFile: join(path, 'other.svg') });
      await dialog.getByRole('button', { name: words.designs.emblemAgain }).click();
      await expect(dialog.getByText(words.errors.design.otherEmblem)).toBeVisible();
      await expectNoAxeFaults(page);
      await answerDialogs(running.electron, { openFile: join(path, 'own.svg') });
      await dialog.getByRole('button', { name: words.designs.emblemAgain }).click();
      await expect(dialog.getByTitle(words.printing.frame.split('{{')[0] ?? '')).toBeVisible({ timeout: 90_000 });
      await expect(dialog.getByText(words.errors.design.emblemMissing)).toBeHidden();
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  });
}

test('a badge is printed again as it was, or in the design in force when the clerk wants it', async ({ running }) => {
  const page = await openSample(running);
  const path = await mkdtemp(join(tmpdir(), 'designs-'));
  try {
    const file = join(path, 'badge.pdf');
    await answerDialogs(running.electron, { saveFile: file });
    const { design } = await ask(page, 'design.current', {});
    const badgeTitle = { ky: 'Шайлоонун коногу', ru: 'Гость выборов', en: 'Guest of the election' };
    const own = { ...design, texts: { ...design.texts, badgeTitle } };
    await ask(page, 'design.save', { design: own, job: 'save' });
    await page.getByRole('navigation').getByRole('link', { name: ky.common.nav.certificates }).click();
    await page.getByRole('textbox', { name: ky.certificates.search }).fill('A-0001');
    await page.getByRole('checkbox', { name: ky.certificates.chooseShown }).check();
    await page.getByRole('button', { name: ky.certificates.print, exact: true }).click();
    await page.getByRole('menuitem', { name: ky.certificates.printBadges, exact: true }).click();
    const dialog = page.getByRole('dialog');
    const saved = async (): Promise<string> => {
      await rm(file, { force: true });
      await dialog.getByRole('button', { name: ky.printing.save, exact: true }).click();
      await expect(dialog.getByText(ky.printing.saved)).toBeVisible();
      return (await pdfText(file)).join('');
    };
    await expect(dialog.getByTitle(ky.printing.frame.split('{{')[0] ?? '')).toBeVisible({ timeout: 90_000 });
    expect(await saved()).toContain('ЭЛ АРАЛЫК БАЙКООЧУ');
    await dialog.getByRole('checkbox', { name: w.print.currentDesign }).check();
    await choose(page, w.print.format, w.formats['a6-fold']);
    await expectNoAxeFaults(page);
    await expect(dialog.getByText(ky.printing.saved)).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: ky.printing.save, exact: true })).toBeEnabled({ timeout: 90_000 });
    const text = await saved();
    expect(text).toContain('ШАЙЛООНУН КОНОГУ');
    expect(text.split('A-0001').length - 1, 'the number on the badge and on the half behind the fold').toBe(2);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
});
