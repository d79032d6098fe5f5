/** A decision from its agenda to its letters, by a clerk who works in Kyrgyz in the sample office. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sortKey } from '#shared/text/sort.ts';
import { ky, openSample } from '../support/sample-window.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { readDocx } from '../support/docx.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const w = ky.decisions;
const a = ky.agenda;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page) => page.getByRole('dialog');
const rows = (page: Page) => page.getByRole('region', { name: w.annex, exact: true }).locator('tbody tr');
const named = (wording: string, person: string) => wording.replace('{{person}}', person);

async function newDraft(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: ky.common.nav.decisions }).click();
  await button(page, w.new).click();
  await expect(button(page, w.addReady)).toBeVisible();
}

test('the agenda is made by rules, shows who comes and who does not, and never takes from another draft', async ({
  running,
}) => {
  const page = await openSample(running);
  await newDraft(page);
  await button(page, w.addReady).click();
  const dialog = inDialog(page);
  const add = dialog.getByRole('button', { name: /адамды кошуу/u });
  const everybody = Number(/\d+/u.exec((await add.textContent()) ?? '')?.[0]);
  expect(everybody).toBeGreaterThan(2);

  // Those received after a day stay out, and the dialog says why.
  await dialog.getByRole('textbox', { name: a.receivedUntil }).fill('01.01.2020');
  await page.keyboard.press('Tab');
  await expect(add).toBeDisabled();
  await dialog.getByText(/^Кошулбайт: /u).click();
  await expect(dialog.getByText(new RegExp(`кийин келип түшкөн: ${String(everybody)}`, 'u'))).toBeVisible();
  await expect(dialog.getByRole('cell', { name: /Арыз .* күнү келип түшкөн/u }).first()).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await dialog.getByRole('textbox', { name: a.receivedUntil }).fill('');
  await page.keyboard.press('Tab');
  await dialog.getByText(/^Кошулат: /u).click();

  // One category of all organisations, one of its people left out by hand.
  await dialog.getByRole('combobox', { name: a.categories }).click();
  await page.getByRole('option', { name: ky.domain.category['short-term'] }).click();
  await page.keyboard.press('Tab');
  const people = dialog.getByRole('region', { name: w.person });
  const leftOut = people.getByRole('checkbox').nth(1);
  const name = ((await leftOut.getAttribute('aria-label')) ?? '').replace(': тандоо', '');
  await leftOut.uncheck();
  const count = Number(/\d+/u.exec((await add.textContent()) ?? '')?.[0]);
  await expectNoAxeFaults(page);
  await add.click();
  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(count);
  await expect(rows(page).getByRole('link', { name })).toHaveCount(0);

  // A second draft leaves them where they are, and names the session of the first.
  await newDraft(page);
  await button(page, w.addReady).click();
  await dialog.getByText(/^Кошулбайт: /u).click();
  await expect(dialog.getByText(new RegExp(`башка долбоордо: ${String(count)}`, 'u'))).toBeVisible();
  await expect(dialog.getByRole('cell', { name: /күнкү жыйындын долбоорунда турат/u }).first()).toBeVisible();
  await expectNoAxeFaults(page);
});

test('an annex of hundreds is put in order by alphabet, by mouse, by keys and by number', async ({ running }) => {
  const page = await openSample(running);
  await newDraft(page);
  const election = (await ask(page, 'election.list', {}))[0]!;
  const decision = (await ask(page, 'decision.list', { electionId: election.id })).find(
    ({ status }) => status === 'draft',
  )!;
  const nothing = { search: '', organisationIds: [], countries: [], decisionIds: [], categories: [] };
  const filter = { ...nothing, electionId: election.id, statuses: ['accredited' as const] };
  const { ids } = await ask(page, 'application.select', {
    filter,
    sorting: { column: 'organisation', descending: false },
    language: 'ky',
  });
  await ask(page, 'decision.extendAnnex', { id: decision.id, applicationIds: ids, action: 'revoke' });
  await expect(page.getByRole('heading', { name: `${w.annex} — ${String(ids.length)} адам` })).toBeVisible();
  const drawn = await rows(page).count();
  expect(drawn, 'only the rows in sight exist').toBeLessThan(60);
  const place = (at: number) => rows(page).filter({ has: page.getByText(String(at), { exact: true }) });
  const nameAt = async (at: number) => (await place(at).getByRole('link').textContent()) ?? '';

  await button(page, a.order).click();
  await expectNoAxeFaults(page);
  await page.getByRole('menuitem', { name: 'Алфавит боюнча, латынча', exact: true }).click();
  const keys = async () =>
    (await ask(page, 'decision.get', { id: decision.id })).annex.map(({ person }) => sortKey(person.latin, 'en'));
  await expect.poll(keys).toEqual((await keys()).toSorted((one, other) => (one < other ? -1 : 1)));
  const [first, second, third] = [await nameAt(1), await nameAt(2), await nameAt(3)];

  // By mouse: the first is dragged over the third.
  const handle = (person: string) => page.getByRole('button', { name: named(a.drag, person), exact: true });
  const from = (await handle(first).boundingBox())!;
  const to = (await handle(third).boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2 + 4, { steps: 8 });
  await page.mouse.up();
  await expect(place(3).getByRole('link')).toHaveText(first);
  await expect(place(1).getByRole('link')).toHaveText(second);

  // By keys: taken up, moved by an arrow, put down; and told to who cannot see it.
  await handle(second).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(a.lifted.replace('{{person}}', second).replace('{{place}}', '1'))).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(a.over.replace('{{person}}', second).replace('{{place}}', '2'))).toBeAttached();
  await page.keyboard.press('Space');
  await expect(place(2).getByRole('link')).toHaveText(second);
  await expect(place(1).getByRole('link')).toHaveText(third);

  // To a place that is typed, far out of sight.
  await page.getByRole('button', { name: named(a.placeOf, third).replace('{{place}}', '1'), exact: true }).click();
  await inDialog(page).getByRole('textbox').fill(String(ids.length));
  await expectNoAxeFaults(page);
  await page.keyboard.press('Enter');
  await expect(inDialog(page)).toHaveCount(0);
  await expect(place(1).getByRole('link')).toHaveText(second);
  const { annex } = await ask(page, 'decision.get', { id: decision.id });
  expect(annex.at(-1)?.person.latin).toBe(third);
  await page.getByRole('region', { name: w.annex, exact: true }).focus();
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(rows(page).getByRole('link', { name: third, exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
});

test('organisations are told by letter of a refusal and a revocation, from the decision and from the person', async ({
  running,
}) => {
  const page = await openSample(running);
  const place = await mkdtemp(join(tmpdir(), 'letters-'));
  const l = ky['decision-letters'];
  try {
    await answerDialogs(running.electron, { saveFile: join(place, 'saved.docx') });
    await newDraft(page);
    await button(page, w.addReady).click();
    await inDialog(page)
      .getByRole('button', { name: /адамды кошуу/u })
      .click();
    await expect(inDialog(page)).toHaveCount(0);

    // The draft goes to the session as a file for Word.
    await button(page, w.print).click();
    await expect(page.locator('iframe')).toBeVisible({ timeout: 60_000 });
    await inDialog(page).getByRole('button', { name: l.docx, exact: true }).click();
    await expect(page.getByText(l.docxSaved)).toBeVisible();
    const draft = await readDocx(join(place, 'saved.docx'));
    expect(draft.paragraphs).toContain(ky.documents.draftMark);
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
    await page.keyboard.press('Escape');

    const refused = (await rows(page).first().getByRole('link').textContent()) ?? '';
    await page.getByRole('checkbox', { name: named(w.choose, refused) }).check();
    await button(page, w.setRefuse).click();
    await inDialog(page).getByRole('combobox', { name: w.ground }).click();
    await page.getByRole('option', { name: w.grounds.notInvited }).click();
    await inDialog(page).getByRole('button', { name: w.setReason }).click();
    await expect(inDialog(page)).toHaveCount(0);
    await button(page, w.adopt).click();
    await inDialog(page).getByLabel(w.adoptNumber).fill('6-Ү');
    await button(page, w.adoptConfirm).click();
    await expect(page.getByText(w.hash)).toBeVisible();

    await button(page, l.open).click();
    await expect(page.locator('iframe')).toBeVisible({ timeout: 60_000 });
    await expectNoAxeFaults(page);
    await inDialog(page).getByRole('button', { name: l.docx, exact: true }).click();
    await expect(page.getByText(l.docxSaved)).toBeVisible();
    const letter = await readDocx(join(place, 'saved.docx'));
    expect(letter.paragraphs).toContain(l.subject.refuse);
    expect(letter.paragraphs.some((text) => text.startsWith(refused))).toBe(true);
    expect(letter.paragraphs).toContain(w.grounds.notInvited);
    await page.keyboard.press('Escape');
    await button(page, named(l.oneOf, refused)).click();
    await expect(page.locator('iframe')).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');

    await rows(page).getByRole('link', { name: refused }).click();
    await expect(page.getByRole('heading', { level: 1, name: refused })).toBeVisible();
    await button(page, l.one).click();
    await expect(page.locator('iframe')).toBeVisible({ timeout: 60_000 });
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

test('the office sets its sessions, and a decision without quorum, majority or a free number is not adopted', async ({
  running,
}) => {
  const page = await openSample(running);
  const s = ky.session;
  await page.getByRole('navigation').getByRole('link', { name: ky.common.nav.settings }).click();
  await page.getByRole('textbox', { name: s.settings.members }).fill('10');
  await page.getByRole('textbox', { name: s.settings.quorum }).fill('11');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(ky.errors.field.moreThanMembers.replace('{{members}}', '10'))).toBeVisible();
  await page.getByRole('textbox', { name: s.settings.quorum }).fill('7');
  await button(page, s.settings.addBasis).click();
  const basis = page.getByRole('group', { name: s.settings.basis.replace('{{number}}', '2') }).getByRole('textbox');
  for (const [index, words] of ['жаңы Мыйзамга ылайык', 'согласно новому Закону', 'under the new Law'].entries()) {
    await basis.nth(index).fill(words);
  }
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(ky.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();

  await newDraft(page);
  await page.getByRole('combobox', { name: s.basis }).click();
  await page.getByRole('option', { name: 'жаңы Мыйзамга ылайык' }).click();
  await expect(page.getByRole('group', { name: w.legalBasis }).getByRole('textbox').nth(1)).toHaveValue(
    'согласно новому Закону',
  );
  await page.getByRole('button', { name: w.removeSignatory }).first().click();
  await expect(page.getByRole('button', { name: w.removeSignatory })).toHaveCount(1);
  await button(page, s.fromOffice).click();
  await expect(page.getByRole('button', { name: w.removeSignatory })).toHaveCount(2);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(ky.common.action.saved.replace('{{time}}', '')).first()).toBeVisible();
  await button(page, w.addReady).click();
  await inDialog(page)
    .getByRole('button', { name: /адамды кошуу/u })
    .click();
  await expect(inDialog(page)).toHaveCount(0);

  await button(page, w.adopt).click();
  const dialog = inDialog(page);
  await expect(dialog.getByText(s.notEntered)).toBeVisible();
  const number = dialog.getByLabel(w.adoptNumber);
  await expect(number).toHaveValue('5-Ү');
  await dialog.getByLabel(w.minutes).fill('12');
  await dialog.getByRole('textbox', { name: s.present }).fill('6');
  await dialog.getByRole('textbox', { name: w.votesFor }).fill('6');
  await expect(dialog.getByText(/^Кворум жок/u)).toBeVisible();
  await expectNoAxeFaults(page);
  await button(page, w.adoptConfirm).click();
  await expect(dialog.getByRole('alert')).toContainText('Кворум жок');
  await dialog.getByRole('textbox', { name: s.present }).fill('9');
  await dialog.getByRole('textbox', { name: w.votesFor }).fill('4');
  await dialog.getByRole('textbox', { name: w.votesAgainst }).fill('4');
  await expect(dialog.getByText(/^Кабыл алынбайт/u)).toBeVisible();
  await expect(dialog.getByText(s.silent.replace('{{count}}', '1'))).toBeVisible();
  await button(page, w.adoptConfirm).click();
  await expect(dialog.getByRole('alert')).toContainText('Добуш жетпейт');
  await dialog.getByRole('textbox', { name: w.votesFor }).fill('7');
  await expect(
    dialog.getByText(ky.errors.field.moreVotesThanPresent.replace('{{votes}}', '11').replace('{{most}}', '9')),
  ).toBeVisible();
  await dialog.getByRole('textbox', { name: w.votesAgainst }).fill('2');
  await expect(dialog.getByText(/^Кабыл алынат/u)).toBeVisible();
  await number.fill('3-ү');
  await button(page, w.adoptConfirm).click();
  await expect(dialog.getByRole('alert')).toContainText('3-ү');
  await number.fill('5-Ү');
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(w.hash)).toBeVisible();
  await expect(page.getByLabel(w.minutes)).toHaveValue('12');
  await expect(page.getByRole('textbox', { name: s.present })).toHaveValue('9');
  await expect(page.getByRole('heading', { level: 1, name: '№ 5-Ү' })).toBeVisible();
});
