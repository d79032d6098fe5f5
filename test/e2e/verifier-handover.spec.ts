/** The verifier page goes along with a handover on the stick. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { openSample } from '../support/sample-window.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { listOfPage } from '../support/verifier.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });

let place: string;
test.beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'verifier-'));
});
test.afterEach(async () => {
  await rm(place, { recursive: true, force: true });
});

test('the bag on the stick holds the page, unless the clerk takes the tick away', async ({ running }) => {
  const page = await openSample(running);
  const w = locales.ky;
  await answerDialogs(running.electron, { folder: place });
  await page.getByRole('link', { name: w.common.nav.certificates, exact: true }).click();
  await page.getByRole('button', { name: w.certificates.lists, exact: true }).click();
  await expect(page.getByRole('menuitem', { name: w.verifier.save.action, exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: w.common.nav.handover, exact: true }).click();
  const tick = page.getByRole('checkbox', { name: w.verifier.save.include });
  await expect(tick).toBeChecked();
  await expect(page.getByText(/verifier\.html/u)).toBeVisible();
  await tick.press('Space');
  await expect(page.getByText(/verifier\.html/u)).toHaveCount(0);
  await tick.press('Space');
  await expect(page.getByText(/verifier\.html/u)).toBeVisible();
  await page.getByRole('button', { name: w.handover.chooseFolder, exact: true }).click();
  await page.getByRole('textbox', { name: w.handover.receiver }).fill('Ош');
  await expectNoAxeFaults(page);
  await ask(page, 'preferences.set', { language: 'ru', colourScheme: 'dark' });
  await page.getByRole('button', { name: w.handover.write, exact: true }).click();
  await expect(page.getByText(w.handover.done)).toBeVisible({ timeout: 120_000 });
  const [bag = ''] = await readdir(place);
  const { list } = listOfPage(await readFile(join(place, bag, 'data', 'verifier.html')));
  expect(list.sample).toBe(true);
  expect(list.entries.length).toBeGreaterThan(200);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: locales.ru.verifier.save.include })).toBeVisible();
});
