/** The counter on a busy day: a scanner or two letters find the observer, who is looked at and signed for. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, signedBytes } from '#shared/badge-check/statement.ts';
import { locales } from '#locales/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { pdfText } from '../support/pdf.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

/** As whole as a real one, and signed by nobody. */
const forgedCode = (number: string): string =>
  codeOf(
    signedBytes({
      ...{ keyId: '00000000', election: '0000000000000000', certificate: '0000000000000000', number },
      ...{ validFrom: '2025-11-12', validUntil: null, name: 'NOBODY', nameShortened: false, organisation: 'OSCE' },
      organisationShortened: false,
    }),
    new Uint8Array(64),
  );

test.use({ launch: { sample: true } });

for (const { language, title } of story('an observer is found by code and by name and served at the counter')) {
  test(title, async ({ running }) => {
    const page = await openSample(running);
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language].counter;
    const receipt = locales[language].certificates;
    const [election] = await ask(page, 'election.list', {});
    const list = await ask(page, 'certificate.list', {
      filter: { electionId: election?.id ?? '', search: '', states: ['printed'], organisationIds: [], decisionIds: [] },
      sorting: { column: 'number', descending: false },
      language,
      offset: 0,
      limit: 5,
    });
    const [first, second] = list.rows;
    const number = first?.certificate?.number ?? '';
    await page.getByRole('link', { name: locales[language].common.nav.certificates, exact: true }).click();
    await page.getByRole('button', { name: receipt.openCounter, exact: true }).click();
    const field = page.getByRole('textbox', { name: w.search });
    await expect(field).toBeFocused();
    // As a scanner does it: keys in a row, then Enter.
    await page.keyboard.type(`KG-OBS/1;${election?.id ?? ''};${number}`);
    await page.keyboard.press('Enter');
    const card = page.getByRole('region', { name: first?.person.latin ?? '', exact: true });
    await expect(card).toBeVisible();
    await expect(card.getByRole('img').first()).toBeVisible();
    await expectNoAxeFaults(page);
    const issue = card.getByRole('button', { name: w.issue, exact: true });
    await expect(issue).toBeDisabled();
    await card.getByRole('checkbox', { name: receipt.identitySeen }).check();
    await card.getByRole('radio', { name: receipt.toProxy }).check();
    await card.getByRole('textbox', { name: receipt.proxyName }).fill('Үлгү Өкүлов');
    await expect(issue).toBeDisabled();
    await card.getByRole('textbox', { name: receipt.proxyDocument }).fill('ID 0000001, № 5');
    await page.keyboard.press('Enter');
    await expect(
      page.getByText(w.issued.replace('{{number}}', number).replace('{{person}}', first?.person.latin ?? '')),
    ).toBeVisible();
    // Ready for the next one, who is found by name.
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    await page.keyboard.type(second?.person.latin.slice(0, 6).toLowerCase() ?? '');
    const choice = page.getByRole('button', { name: new RegExp(second?.person.latin ?? '', 'u') });
    const next = page.getByRole('region', { name: second?.person.latin ?? '', exact: true });
    await expect(choice.or(next).first()).toBeVisible();
    if ((await choice.count()) > 0) await choice.first().click();
    await expect(next).toBeVisible();
    // The first one comes back and returns it.
    await field.fill(number);
    await expect(card).toContainText('Үлгү Өкүлов');
    await card.getByRole('button', { name: w.return, exact: true }).click();
    await expect(
      page.getByText(w.returned.replace('{{number}}', number).replace('{{person}}', first?.person.latin ?? '')),
    ).toBeVisible();
    await field.fill(`KG-OBS/1;${election?.id ?? ''};Z-9999`);
    await expect(page.getByText(/Z-9999/u)).toBeVisible();

    // The list and the search over everything read a code as the counter does.
    await page.getByRole('link', { name: locales[language].common.nav.certificates, exact: true }).click();
    const listed = page.getByRole('textbox', { name: receipt.search });
    await listed.click();
    await page.keyboard.type(`KG-OBS/1;${election?.id ?? ''};${number}`);
    await page.keyboard.press('Enter');
    await expect(page.getByText(receipt.found_one.replace('{{count}}', '1')).first()).toBeVisible();
    await expect(page.getByText(first?.person.latin ?? '').first()).toBeVisible();
    await page.keyboard.type(forgedCode(number));
    await page.keyboard.press('Enter');
    const refused = locales[language].errors.certificate.codeNotOurs.replace('{{number}}', number);
    await expect(page.getByText(refused)).toBeVisible();
    await expectNoAxeFaults(page);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await page.keyboard.type(forgedCode(number));
    await expect(palette.getByText(refused)).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(`KG-OBS/1;${election?.id ?? ''};${number}`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/applications/${first?.person.id ?? ''}$`, 'u'));
  });
}

for (const { language, title } of story('the sheet of signatures of a day is chosen, made and saved')) {
  test(title, async ({ running }) => {
    const page = await openSample(running, language);
    const w = locales[language];
    const c = w.certificates;
    const [election] = await ask(page, 'election.list', {});
    const { rows } = await ask(page, 'certificate.list', {
      filter: { electionId: election?.id ?? '', search: '', states: ['printed'], organisationIds: [], decisionIds: [] },
      ...{ sorting: { column: 'number', descending: false }, language, offset: 0, limit: 2 },
    });
    const ids = rows.flatMap(({ certificate }) => certificate?.id ?? []);
    const on = new Date().toISOString().slice(0, 10);
    const receipt = { to: 'self' as const, proxyName: '', proxyDocument: '', identitySeen: true, on };
    await ask(page, 'certificate.issue', { ids, receipt });
    const place = await mkdtemp(join(tmpdir(), 'sheet-'));
    await answerDialogs(running.electron, { saveFile: join(place, 'sheet.pdf') });
    try {
      await page.getByRole('link', { name: w.common.nav.certificates, exact: true }).click();
      const open = async () => {
        await page.getByRole('button', { name: c.lists, exact: true }).click();
        await page.getByRole('menuitem', { name: c.signatureSheetOpen, exact: true }).click();
      };
      const dialog = page.getByRole('dialog', { name: c.signatureSheet });
      await open();
      await expect(dialog.getByText(c.signatureDetail)).toBeVisible();
      const day = dialog.getByRole('textbox', { name: c.givenOn });
      const make = dialog.getByRole('button', { name: c.makeSheet, exact: true });
      await day.fill('');
      await expect(make).toBeDisabled();
      await day.fill('01.01.2020');
      await page.keyboard.press('Tab');
      await expectNoAxeFaults(page);
      // Nobody was given a certificate on that day.
      await make.click();
      await expect(page.getByText(w.errors.document.nothingToPrint)).toBeVisible();
      await page.keyboard.press('Escape');
      await open();
      await make.click();
      await expect(page.getByTitle(w.printing.frame.split('{{')[0] ?? '')).toBeVisible({ timeout: 90_000 });
      await page.getByRole('button', { name: w.printing.save, exact: true }).click();
      await expect(page.getByText(w.printing.saved)).toBeVisible();
      const text = (await pdfText(join(place, 'sheet.pdf'))).join(' ');
      for (const { person, certificate } of rows) {
        expect(text).toContain(certificate?.number ?? '-');
        for (const name of person.latin.split(' ')) expect(text).toContain(name);
      }
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}

test('numbers dealt to this laptop are entered, checked in words, and counted down', async ({ running }) => {
  const page = await openSample(running);
  const w = locales.ky;
  await page.getByRole('link', { name: w.common.nav.settings, exact: true }).click();
  await page.getByRole('button', { name: w.settings.certificates.addBlock, exact: true }).click();
  await page.getByRole('button', { name: w.settings.certificates.addBlock, exact: true }).click();
  const from = page.getByRole('textbox', { name: w.settings.certificates.blockFrom });
  const to = page.getByRole('textbox', { name: w.settings.certificates.blockTo });
  await from.first().fill('900');
  await to.first().fill('919');
  await from.last().fill('910');
  await to.last().fill('930');
  await expect(
    page.getByText(w.errors.field.blockOverlaps.replace('{{from}}', '900').replace('{{to}}', '919')),
  ).toBeVisible();
  await from.last().fill('920');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(w.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();
  await page.getByRole('link', { name: w.common.nav.certificates, exact: true }).click();
  await expect(page.getByText(w.certificates.nextNumber.replace('{{number}}', 'A-0900'))).toBeVisible();
  await expect(page.getByText(w.certificates.left_other.replace('{{count}}', '31'))).toBeVisible();
});
