/** A clerk whose hand never leaves the keyboard: lists by arrow keys, from person to person, and the map of all keys. */
import type { Page } from '@playwright/test';
import { languages } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import { ask } from '../support/office.ts';
import { ky, openSample } from '../support/sample-window.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

/** The row that has the focus, by its number from 1; its link leads to the record. */
const focused = (page: Page) => page.locator('tr:focus-within');
const focusedLink = (page: Page) => page.locator('tr a:focus');
const atRow = (page: Page, row: number) =>
  expect(focused(page), `row ${String(row)} has the focus`).toHaveAttribute('aria-rowindex', String(row + 1));

async function people(page: Page): Promise<{ ids: string[] }> {
  const [election] = await ask(page, 'election.list', {});
  return ask(page, 'application.select', {
    filter: {
      electionId: election?.id ?? '',
      search: '',
      statuses: [],
      organisationIds: [],
      countries: [],
      decisionIds: [],
      categories: [],
    },
    sorting: { column: 'number', descending: true },
    language: 'ky',
  });
}

test('the list of people is walked by arrow keys to its very end, ticked, opened, and gone through person by person', async ({
  running,
}) => {
  const page = await openSample(running);
  const { ids } = await people(page);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { level: 1, name: ky.applications.title })).toBeVisible();
  await expect(page.locator('tr[data-row="0"] a')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: ky.applications.search })).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await atRow(page, 1);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await atRow(page, 2);
  await page.keyboard.press('Space');
  await expect(focused(page).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('End');
  await atRow(page, ids.length);
  await expect(focusedLink(page)).toHaveAttribute('href', `#/applications/${ids.at(-1) ?? ''}`);
  await page.keyboard.press('PageUp');
  await expect(focused(page)).not.toHaveAttribute('aria-rowindex', String(ids.length + 1));
  await page.keyboard.press('Home');
  await atRow(page, 1);
  await page.keyboard.press('ArrowUp');
  await atRow(page, 1);
  await page.keyboard.press('ArrowDown');
  await atRow(page, 2);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/applications/${ids[1] ?? ''}$`, 'u'));

  const next = page.getByRole('button', { name: ky.keyboard.person.next });
  const previous = page.getByRole('button', { name: ky.keyboard.person.previous });
  await expect(next).toBeEnabled();
  await page.keyboard.press('Control+PageDown');
  await expect(page).toHaveURL(new RegExp(`#/applications/${ids[2] ?? ''}$`, 'u'));
  await expect(
    page.getByText(ky.keyboard.person.place.replace('{{place}}', '3').split('{{total}}')[1] ?? ''),
  ).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await expect(previous).toBeEnabled();
  await page.keyboard.press('Control+PageUp');
  await expect(page).toHaveURL(new RegExp(`#/applications/${ids[1] ?? ''}$`, 'u'));
  await previous.click();
  await expect(page).toHaveURL(new RegExp(`#/applications/${ids[0] ?? ''}$`, 'u'));
  await expect(previous).toBeDisabled();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page).toHaveURL(new RegExp(`#/applications/${ids[1] ?? ''}$`, 'u'));
});

test('organisations, decisions and certificates are walked and opened the same way', async ({ running }) => {
  const page = await openSample(running);
  for (const [digit, heading] of [
    ['3', ky.organisations.title],
    ['4', ky.decisions.title],
    ['5', ky.certificates.title],
  ] as const) {
    await page.keyboard.press(`Control+${digit}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.locator('main tbody a').first()).toBeVisible();
    await page.getByRole('main').getByRole('region', { name: heading, exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('main tbody a').nth(1).getAttribute('href');
    await expect(focusedLink(page)).toHaveAttribute('href', second ?? '');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${second ?? ''}$`, 'u'));
  }
});

test('a long list whose rows lead nowhere is walked to its end as well, and what was opened lately stands in the palette', async ({
  running,
}) => {
  const page = await openSample(running);
  const goTo = (hash: string) =>
    page.evaluate((address) => {
      window.location.hash = address;
    }, hash);
  await goTo('#/certificates/numbers');
  await expect(page.locator('tr[data-row="0"]:not([data-stale])')).toBeVisible();
  const total = Number(await page.locator('main table').getAttribute('aria-rowcount')) - 1;
  await page.getByRole('main').getByRole('region').focus();
  await page.keyboard.press('ArrowDown');
  await atRow(page, 1);
  await page.keyboard.press('End');
  await atRow(page, total);
  await page.keyboard.press('ArrowUp');
  await atRow(page, total - 1);

  const { ids } = await people(page);
  await goTo(`#/applications/${ids[4] ?? ''}`);
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  await expect(page.getByRole('button', { name: ky.keyboard.person.next })).toBeEnabled();
  await goTo('#/totals');
  await page.keyboard.press('Control+k');
  const opened = page.getByRole('group', { name: ky.palette.group.recent }).getByRole('option');
  await expect(opened).toHaveCount(1);
  expect(name).not.toBe('');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/applications/${ids[4] ?? ''}$`, 'u'));
});

test('the map of all keys opens by ? outside of fields, and a Cyrillic layout changes nothing', async ({ running }) => {
  const page = await openSample(running);
  const map = page.getByRole('dialog', { name: ky.keyboard.title });
  await page.keyboard.press('?');
  await expect(map).toBeVisible();
  for (const words of [ky.keyboard.person.next, ky.common.nav.totals, ky.keyboard.key.choose])
    await expect(map.getByText(words, { exact: true })).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  // What stands behind a dialog does not change while it is open.
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Escape');
  await expect(map).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: ky.drafts.title })).toBeVisible();

  const pressCyrillic = (init: { code: string; key: string; ctrlKey: boolean; shiftKey?: boolean }) =>
    page.evaluate((given) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...given }));
    }, init);
  await pressCyrillic({ code: 'KeyN', key: 'т', ctrlKey: true });
  await expect(page).toHaveURL(/#\/applications\/new$/u);
  await pressCyrillic({ code: 'KeyN', key: 'Т', ctrlKey: true, shiftKey: true });
  await expect(page).toHaveURL(/#\/organisations\/new$/u);

  const name = page.getByRole('textbox', {
    name: ky.common.in.ky.replace('{{label}}', ky.organisations.name),
    exact: true,
  });
  await name.pressSequentially('Ким?');
  await expect(name).toHaveValue('Ким?');
  await expect(map).toHaveCount(0);
  await page.keyboard.press('Control+/');
  await expect(map).toBeVisible();
});

test('the map opens by mouse and speaks each language', async ({ running }) => {
  const page = await openSample(running);
  for (const language of languages) {
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language].keyboard;
    await page.getByRole('button', { name: w.open, exact: true }).click();
    await expect(page.getByRole('dialog', { name: w.title }).getByText(w.key.choose, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
  }
});
