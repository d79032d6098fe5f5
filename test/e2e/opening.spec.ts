/** What the clerk is told when the records cannot simply be opened. */
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type RunningApp } from '../support/app.ts';
import { putSampleOffice } from '../support/sample-folder.ts';
import { locales } from '#locales/index.ts';
import { sampleHead, samplePassword } from '../../electron/office/sample/staff.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { expect, test as base } from './fixtures.ts';

/** A data folder whose own office holds the sample's records, to be spoilt. */
const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'observer-opening-'));
    await putSampleOffice(folder);
    await cp(join(folder, 'sample-office'), join(folder, 'office'), { recursive: true });
    const preferences = {
      language: 'ky',
      colourScheme: 'light',
      electionId: null,
      documentLanguages: ['ky', 'ru', 'en'],
    };
    await writeFile(join(folder, 'preferences.json'), JSON.stringify(preferences));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** The office is a copy of the sample's, its operators and their password too; it may refuse to open. */
async function enter({ page }: RunningApp): Promise<void> {
  const { login } = sampleHead;
  await page.getByRole('textbox', { name: locales.ky.operators.login }).fill(login);
  await page.getByLabel(/^Сырсөз( \*)?$/u).fill(samplePassword);
  await page.getByRole('button', { name: locales.ky.operators.signIn.enter }).click();
  await expect(page.getByRole('button', { name: locales.ky.operators.signIn.enter })).toHaveCount(0);
}

async function opened(folder: string, look: (running: RunningApp) => Promise<void>): Promise<void> {
  const running = await launchApp({ dataFolder: folder });
  try {
    await enter(running);
    await look(running);
  } finally {
    await running.close();
  }
}

test('a line altered in the middle is explained, nothing is dropped, and the fixed journal opens again', async ({
  folder,
}) => {
  const journal = join(folder, 'office', 'journal.jsonl');
  const whole = await readFile(journal, 'utf8');
  const lines = whole.split('\n');
  lines[20] = (lines[20] ?? '').replace('a', 'b');
  const altered = lines.join('\n');
  await writeFile(journal, altered);
  await opened(folder, async (running) => {
    const { page } = running;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Жазуулар ачылган жок');
    await expect(page.getByRole('alert')).toContainText('Журналдын 21-сабы бузулган же өзгөртүлгөн');
    await expect(page.getByText(join(folder, 'office'))).toBeVisible();
    await expectNoAxeFaults(page);
    await page.getByRole('button', { name: 'Кайра ачып көрүү' }).click();
    await enter(running);
    await expect(page.getByRole('alert')).toContainText('21-сабы');
    expect(await readFile(journal, 'utf8')).toBe(altered);
    await writeFile(journal, whole);
    await page.getByRole('button', { name: 'Кайра ачып көрүү' }).click();
    await enter(running);
    await expect(page.getByRole('navigation')).toBeVisible();
  });
});

test('a change cut off by a power failure is set aside in a file that is named to the clerk', async ({ folder }) => {
  await appendFile(join(folder, 'office', 'journal.jsonl'), '{"seq":');
  await opened(folder, async ({ page }) => {
    const told = page.getByRole('status').filter({ hasText: 'өзүнчө файлга коюлду' });
    await expect(told).toBeVisible();
    const kept = (await readdir(join(folder, 'office'))).find((name) => name.startsWith('torn-'));
    await expect(told).toContainText(kept ?? 'no file was kept');
    await page.getByRole('button', { name: 'Билдирүүнү жабуу' }).click();
    await expect(told).toHaveCount(0);
  });
});

test('from one office the clerk goes to the other and back, and the sample is marked as such', async ({ folder }) => {
  await opened(folder, async (running) => {
    const { page } = running;
    const warnings = page.getByRole('region', { name: 'Эскертүүлөр' });
    await expect(page.getByRole('navigation')).toBeVisible();
    await expect(warnings).not.toContainText('Үлгү кеңсе');
    await page.getByRole('link', { name: 'Жөндөөлөр' }).click();
    await page.getByRole('button', { name: 'Кеңседен чыгуу' }).click();
    await page.getByRole('button', { name: 'Үлгү кеңсени ачуу' }).click();
    await expect(warnings).toContainText('Үлгү кеңсе — адамдардын баары ойдон чыгарылган');
    await page.getByRole('link', { name: 'Жөндөөлөр' }).click();
    await page.getByRole('button', { name: 'Кеңседен чыгуу' }).click();
    await page.getByRole('button', { name: 'Кеңсени ачуу', exact: true }).click();
    await enter(running);
    await expect(page.getByRole('navigation')).toBeVisible();
    await expect(warnings).not.toContainText('Үлгү кеңсе');
  });
});

test('a second election is entered and taken in hand; the lists are empty there and full in the first', async ({
  folder,
}) => {
  await opened(folder, async ({ page }) => {
    await page.getByRole('link', { name: 'Шайлоо', exact: true }).click();
    await page.getByRole('main').getByRole('button', { name: 'Жаңы шайлоо' }).click();
    await page.getByLabel('Аталышы, кыргызча').fill('№ 13 округдагы кайра добуш берүү');
    await page.getByLabel('Аталышы, орусча').fill('Повторное голосование в округе № 13');
    await page.getByLabel('Аталышы, англисче').fill('Repeat vote in district 13');
    await page.getByRole('textbox', { name: 'Добуш берүү күнү' }).fill('01.03.2026');
    await page.getByRole('button', { name: 'Сактоо' }).click();
    await expect(page.getByText('Сакталды, саат')).toBeVisible();
    await page.getByRole('button', { name: 'Ушул шайлоо менен иштөө' }).click();
    const rail = page.getByRole('complementary', { name: 'Каптал тилке' });
    await expect(rail).toContainText('№ 13 округдагы кайра добуш берүү, 01.03.2026');
    await page.getByRole('link', { name: 'Арыздар' }).click();
    await expect(page.getByText('Temirnurov')).toHaveCount(0);
    await rail.getByRole('button', { name: /Иштелип жаткан шайлоо/u }).press('Enter');
    await expectNoAxeFaults(page);
    await page.getByRole('menuitem', { name: /30\.11\.2025/u }).press('Enter');
    await expect(rail).toContainText('30.11.2025');
    await expect(page.getByRole('main').getByRole('checkbox').nth(3)).toBeVisible();
  });
});
