/** A clerk who thinks better of it: the step is undone from its message, by Ctrl+Z, or from the first screen. */
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { ask } from '../support/office.ts';
import { ky, openSample } from '../support/sample-window.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

const everybody = { search: '', organisationIds: [], countries: [], decisionIds: [], categories: [] };

async function someone(
  page: Page,
  status: 'draft' | 'ready',
): Promise<{ id: string; electionId: string; name: string }> {
  const [election] = await ask(page, 'election.list', {});
  const electionId = election?.id ?? '';
  const { rows } = await ask(page, 'application.list', {
    filter: { ...everybody, electionId, statuses: [status] },
    sorting: { column: 'number', descending: false },
    language: 'ky',
    offset: 0,
    limit: 1,
  });
  return { id: rows[0]?.id ?? '', electionId, name: rows[0]?.ky ?? '' };
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((address) => {
    window.location.hash = address;
  }, hash);

const statusOf = async (page: Page, id: string) => (await ask(page, 'application.get', { id })).shownStatus;

test('an application marked as received by mistake is a draft again: by the button, by Ctrl+Z, and from the first screen', async ({
  running,
}) => {
  const page = await openSample(running);
  const { id, name } = await someone(page, 'draft');
  const w = ky.steps;
  const did = w.one.application.receive.replace('{{name}}', name);
  const undo = page.getByRole('button', { name: w.takeBackNamed.replace('{{step}}', did), exact: true });
  const receive = async () => {
    await goTo(page, `#/applications/${id}`);
    await page.getByRole('button', { name: ky.applications.receive, exact: true }).click();
    await expect.poll(() => statusOf(page, id)).toBe('received');
  };

  await receive();
  await expect(page.getByRole('status').filter({ hasText: did })).toBeVisible();
  // The offer waits as long as the pointer rests on it.
  await undo.hover();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await undo.click();
  await expect(page.getByText(w.taken)).toBeVisible();
  expect(await statusOf(page, id)).toBe('draft');

  await receive();
  await expect(undo).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => statusOf(page, id)).toBe('draft');

  await receive();
  await page.keyboard.press('Control+1');
  const list = page.getByRole('main');
  await expect(list.getByRole('heading', { name: w.title })).toBeVisible();
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await list.getByRole('button', { name: w.takeBackNamed.replace('{{step}}', did), exact: true }).press('Enter');
  await expect.poll(() => statusOf(page, id)).toBe('draft');
});

for (const { language, title } of story('a step whose record somebody changed since is refused in words')) {
  test(title, async ({ running }) => {
    const page = await openSample(running);
    const { id } = await someone(page, 'ready');
    await ask(page, 'preferences.set', { language });
    await page.reload();
    const w = locales[language];
    await expect(page.getByRole('heading', { level: 1, name: w.drafts.title })).toBeVisible();
    await ask(page, 'application.sendBack', { id, missing: ['Photo'] });
    const old = page.getByRole('main').getByRole('listitem').filter({ hasText: w.steps.takeBack });
    await expect(old).toHaveCount(1);
    await ask(page, 'application.receive', { ids: [id] });
    await expect(old).toHaveCount(2);
    await old.nth(1).getByRole('button').click();
    const [, after = ''] = w.errors.step.personTouched.split('{{number}}');
    await expect(page.getByRole('alert').filter({ hasText: after.trim() })).toBeVisible();
    expect(await statusOf(page, id)).toBe('received');
  });
}
