/** The rarer work with decisions, certificates, sticks and totals, in the sample office: what a clerk does once a week. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ky, openSample } from '../support/sample-window.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const words = ky;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page) => page.getByRole('dialog');
const follow = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();

test('a decision refuses one, revokes another, keeps its order, and is locked once adopted', async ({ running }) => {
  const page = await openSample(running);
  const w = words.decisions;
  await follow(page, words.common.nav.decisions);
  await button(page, w.new).click();

  await button(page, w.addReady).click();
  const everybody = inDialog(page).getByRole('checkbox', { name: w.chooseAll });
  await expect(everybody).toBeChecked();
  await expectNoAxeFaults(page);
  await everybody.uncheck();
  await expect(inDialog(page).getByRole('button', { name: /адамды кошуу/u })).toBeDisabled();
  await everybody.check();
  await inDialog(page)
    .getByRole('button', { name: /адамды кошуу/u })
    .click();
  await expect(inDialog(page)).toHaveCount(0);
  const people = page.getByRole('main').locator('tbody tr');
  const ready = await people.count();
  expect(ready).toBeGreaterThan(1);

  await button(page, w.addRevoke).click();
  await inDialog(page).getByRole('textbox', { name: w.search }).fill('Archatalaev Zeynar');
  await inDialog(page).getByRole('checkbox', { name: 'Archatalaev Zeynar: тандоо', exact: true }).check();
  await inDialog(page).getByRole('button', { name: '1 адамды кошуу' }).click();
  await expect(people).toHaveCount(ready + 1);

  // The second goes before the first, then is refused on one of the standing grounds.
  const second = (await people.nth(1).getByRole('link').textContent()) ?? '';
  await button(page, `${second}: жогору`).click();
  await expect(people.first()).toContainText(second);
  await page.getByRole('checkbox', { name: `${second}: тандоо` }).check();
  await button(page, w.setRefuse).click();
  await expect(inDialog(page).getByRole('button', { name: w.setReason })).toBeDisabled();
  await inDialog(page).getByRole('combobox', { name: w.ground }).click();
  await page.getByRole('option', { name: w.grounds.notInvited }).click();
  await expectNoAxeFaults(page);
  await inDialog(page).getByRole('button', { name: w.setReason }).click();
  await expect(people.first()).toContainText(w.grounds.notInvited);

  // Without a ground nobody loses an accreditation.
  await button(page, w.adopt).click();
  await inDialog(page).getByLabel(w.adoptNumber).fill('5-Ү');
  await expectNoAxeFaults(page);
  await button(page, w.adoptConfirm).click();
  await expect(inDialog(page).getByRole('alert')).toContainText('Archatalaev');
  await page.keyboard.press('Escape');
  await people.last().getByRole('button', { name: w.setReason }).click();
  await inDialog(page).getByRole('combobox', { name: w.ground }).click();
  await page.getByRole('option', { name: w.grounds.lawBroken }).click();
  await inDialog(page).getByRole('button', { name: w.setReason }).click();
  await expect(people.last()).toContainText(w.grounds.lawBroken);

  // Nothing is adopted that was typed and not saved.
  await page.getByLabel(w.minutes).fill('41');
  await button(page, w.adopt).click();
  await expectNoAxeFaults(page);
  await inDialog(page).getByRole('button', { name: words.common.action.save }).click();
  await inDialog(page).getByLabel(w.adoptNumber).fill('5-Ү');
  await page.keyboard.press('Enter');
  await expect(page.getByText(w.hash)).toBeVisible();
  await expect(button(page, w.addReady)).toHaveCount(0);
  await expect(page.getByLabel(w.minutes)).toBeDisabled();
  await expect(page.getByLabel(w.minutes)).toHaveValue('41');
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);

  await follow(page, words.common.nav.totals);
  await expect(page.locator('[data-figure=accredited]')).toHaveText(String(378 + ready - 1));
  await expect(page.locator('[data-figure=revoked]')).toHaveText('1');
  await expect(page.locator('[data-figure=inForce]')).toHaveText(String(378 + ready - 2));
});

test('a draft is thrown away only when the clerk confirms it, and its people are ready again', async ({ running }) => {
  const page = await openSample(running);
  const w = words.decisions;
  await page.evaluate(() => {
    window.location.hash = '#/decisions';
  });
  await button(page, w.new).click();
  await button(page, w.addReady).click();
  const add = inDialog(page).getByRole('button', { name: /адамды кошуу/u });
  const wording = (await add.textContent()) ?? '';
  await add.click();
  await expect(inDialog(page)).toHaveCount(0);
  await button(page, w.discard).click();
  await expectNoAxeFaults(page);
  await inDialog(page).getByRole('button', { name: words.common.action.cancel }).click();
  await expect(page.getByRole('main').locator('tbody tr').first()).toBeVisible();
  await button(page, w.discard).click();
  await inDialog(page).getByRole('button', { name: w.discard }).click();
  await expect(page.getByRole('heading', { level: 1, name: w.title })).toBeVisible();
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(4);
  await button(page, w.new).click();
  await button(page, w.addReady).click();
  await expect(inDialog(page).getByRole('button', { name: wording })).toBeEnabled();
});

test('who has no certificate gets a number, a badge and a receipt without being chosen again', async ({ running }) => {
  const page = await openSample(running);
  const w = words.certificates;
  await follow(page, words.common.nav.certificates);
  await page.getByRole('combobox', { name: w.state }).click();
  await page.getByRole('option', { name: words.domain.certificateState.none }).click();
  await button(page, w.chooseAll).click();
  await button(page, w.reserve).click();
  await expectNoAxeFaults(page);
  await inDialog(page).getByRole('button', { name: w.reserve }).click();
  await expect(inDialog(page)).toHaveCount(0);
  // 81 who never had one, and one whose certificate was spoiled: the new one stands in for it.
  await expect(page.getByText('Тандалды: 82')).toBeVisible();

  await button(page, w.print).click();
  await page.getByRole('menuitem', { name: w.printSheetA6 }).click();
  await expect(page.getByText(words.printing.previewOnly)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTitle(`Документ: ${w.printSheetA6}`)).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await button(page, words.printing.record).click();
  await expect(page.getByText(words.printing.recorded)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(inDialog(page)).toHaveCount(0);

  await button(page, w.issue).click();
  await inDialog(page).getByRole('radio', { name: w.toProxy }).check();
  await inDialog(page).getByRole('checkbox', { name: w.identitySeen }).check();
  await expect(inDialog(page).getByRole('button', { name: w.issue })).toBeDisabled();
  await inDialog(page).getByLabel(w.proxyName).fill('Үлгү Өкүлов');
  await inDialog(page).getByLabel(w.proxyDocument).fill('ID 0000001, ишеним кат № 5');
  await expectNoAxeFaults(page);
  await inDialog(page).getByRole('button', { name: w.issue }).click();
  await expect(inDialog(page)).toHaveCount(0);
  const election = (await ask(page, 'election.list', {}))[0]!;
  const filter = { electionId: election.id, search: '', states: [], organisationIds: [], decisionIds: [] };
  const list = await ask(page, 'certificate.list', {
    filter,
    sorting: { column: 'number', descending: true },
    language: 'ky',
    offset: 0,
    limit: 82,
  });
  expect(list.counts.find(({ state }) => state === 'none')?.count).toBe(0);
  expect(list.rows[0]?.certificate?.receipt?.proxyName).toBe('Үлгү Өкүлов');
  expect(list.rows.filter(({ certificate }) => certificate?.replaces)).toHaveLength(1);
});

test('a lost certificate is reported, stays void and is replaced by one that names it', async ({ running }) => {
  const page = await openSample(running);
  const w = words.certificates;
  await follow(page, words.common.nav.certificates);
  await page.getByRole('textbox', { name: w.search }).fill('A-0005');
  // Both certificates of the person, found by the number of either.
  const lost = page.getByRole('main').locator('tbody tr').first();
  await button(page, 'A-0005: дагы аракеттер').click();
  await page.getByRole('menuitem', { name: w.lost }).click();
  const { incident } = words;
  await expect(inDialog(page).getByLabel(incident.where)).toBeFocused();
  await inDialog(page).getByLabel(incident.circumstances).fill('Жолдо жоголду');
  await expect(inDialog(page).getByRole('button', { name: w.lost })).toBeDisabled();
  await inDialog(page).getByLabel(incident.where).fill('Ош базары');
  await inDialog(page).getByLabel(incident.reportedBy).fill('Үлгү Өкүлов');
  await inDialog(page).getByLabel(incident.reference).fill('№ 12, 19.11.2025');
  await expectNoAxeFaults(page);
  await inDialog(page).getByRole('button', { name: w.lost }).click();
  await expect(lost).toContainText('Жолдо жоголду');
  await button(page, 'A-0005: дагы аракеттер').click();
  await page.getByRole('menuitem', { name: incident.print }).click();
  await expect(inDialog(page).locator('iframe')).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press('Escape');
  await button(page, 'A-0005: дагы аракеттер').click();
  await page.getByRole('menuitem', { name: w.replace }).click();
  await inDialog(page).getByRole('button', { name: w.replace }).click();
  await expect(lost).toContainText('Ордуна № A-0299');
  await expect(page.getByRole('row', { name: /A-0299/u }).last()).toContainText('№ A-0005 ордуна');
  await expectNothingCutOff(page);
});

test('everything goes on a stick encrypted by a passphrase typed twice, and its act can be printed', async ({
  running,
}) => {
  const page = await openSample(running);
  const w = words.handover;
  const stick = await mkdtemp(join(tmpdir(), 'stick-'));
  try {
    await answerDialogs(running.electron, { folder: stick });
    await follow(page, words.common.nav.handover);
    await page.getByRole('combobox', { name: w.scope }).click();
    await page.getByRole('option', { name: w.scopes.everything }).click();
    await page.getByRole('radio', { name: w.levels.full, exact: true }).check();
    await button(page, w.chooseFolder).click();
    await expect(page.getByText(stick)).toBeVisible();
    await page.getByRole('textbox', { name: w.receiver }).fill('Ош аймактык шайлоо комиссиясы');
    await page.getByLabel(w.passphrase).fill('үч бутактуу кайың');
    await page.getByLabel(w.passphraseAgain).fill('үч бутактуу');
    await expect(page.getByText(w.passphraseDiffers)).toBeVisible();
    await expect(button(page, w.write)).toBeDisabled();
    await expectNoAxeFaults(page);
    await page.getByLabel(w.passphraseAgain).fill('үч бутактуу кайың');
    await button(page, w.write).click();
    await expect(page.getByText(w.done)).toBeVisible({ timeout: 120_000 });
    await expectNoAxeFaults(page);
    const [bag = ''] = await readdir(stick);
    const encrypted = (await readdir(join(stick, bag, 'data'), { recursive: true })).filter((name) =>
      name.endsWith('.age'),
    );
    expect(encrypted).not.toEqual([]);
    for (const name of encrypted) expect((await stat(join(stick, bag, 'data', name))).size).toBeGreaterThan(1000);
    await button(page, '№ 1 акты').click();
    await expect(page.getByTitle('Документ: № 1 акты')).toBeVisible();
  } finally {
    await rm(stick, { recursive: true, force: true });
  }
});

test('the totals add up 12 and 19 November as published, and go back to any day', async ({ running }) => {
  const page = await openSample(running);
  const w = words.totals;
  await follow(page, words.common.nav.totals);
  await page.getByRole('checkbox', { name: '№ 3-Ү токтом: тандоо' }).check();
  await page.getByRole('checkbox', { name: '№ 4-Ү токтом: тандоо' }).check();
  await expect(page.getByText('Тандалган токтомдор: 251 адам, 23 уюм')).toBeVisible();
  await page.getByRole('textbox', { name: w.day }).fill('2.11.2025');
  await expect(page.locator('[data-figure=inForce]')).toHaveText('127');
  await page.getByRole('textbox', { name: w.day }).fill('23.10.2025');
  await expect(page.getByText(w.none)).toBeVisible();
  await expectNoAxeFaults(page);
});
