/** What the clerk sees when the computer fails: killed at work, disk full, write protected, records damaged. */
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { noteFaults } from '../support/fault-table.ts';
import { someOrganisation, someElection, someSettings, threeTimes } from '../support/fictitious.ts';
import { ask, callOffice, establish, firstHead, signInAgain, unlockBackup } from '../support/office.ts';
import { smallDisk } from '../support/real-disks.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function setUp(page: Page, language: 'ky' | 'ru' | 'en'): Promise<{ organisationId: string }> {
  await ask(page, 'preferences.set', { language, colourScheme: 'light' });
  await establish(page, someSettings);
  const election = await ask(page, 'election.save', { id: null, fields: someElection });
  const organisation = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  await ask(page, 'preferences.set', { electionId: election.id });
  await page.reload();
  return { organisationId: organisation.id };
}
/** Signs in to an office that does not open behind its door. */
const knock = (page: Page) =>
  callOffice(page, 'entry.signIn', { login: firstHead.login, password: firstHead.password });
const openOrganisation = (page: Page, id: string) =>
  page.evaluate((address) => {
    window.location.hash = address;
  }, `#/organisations/${id}`);
const saved = (page: Page, language: 'ky' | 'ru' | 'en') =>
  page.getByText(locales[language].common.action.saved.split('{{')[0] ?? '');

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'observer-faults-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

test('what was saved in the window is there after the application was killed at once, time after time', () =>
  inFolder(async (folder) => {
    const w = locales.ru;
    let running: RunningApp = await launchApp({ dataFolder: folder });
    let lost = 0;
    try {
      const { organisationId } = await setUp(running.page, 'ru');
      for (const kill of [1, 2, 3]) {
        const { page } = running;
        await openOrganisation(page, organisationId);
        await page.getByRole('textbox', { name: w.organisations.contact }).fill(`связь ${String(kill)}`);
        await button(page, w.common.action.save).click();
        await expect(saved(page, 'ru').first()).toBeVisible();
        await running.kill();
        running = await launchApp({ dataFolder: folder });
        await signInAgain(running.page);
        await expect(running.page.getByRole('navigation')).toBeVisible();
        await openOrganisation(running.page, organisationId);
        const contact = running.page.getByRole('textbox', { name: w.organisations.contact });
        await expect(contact).not.toHaveValue('');
        if ((await contact.inputValue()) !== `связь ${String(kill)}`) lost += 1;
      }
    } finally {
      await running.close();
    }
    noteFaults({ fault: 'SIGKILL of the application, reopened in its window', where: 'a saved form', tried: 3, lost });
    expect(lost).toBe(0);
  }));

for (const { language, title } of story('records that were damaged are explained and brought back from a stick')) {
  test(title, () =>
    inFolder(async (folder) => {
      const w = locales[language];
      const [data, stick] = [join(folder, 'data'), join(folder, 'stick')];
      await mkdir(stick, { recursive: true });
      let running = await launchApp({ dataFolder: data });
      try {
        const { organisationId } = await setUp(running.page, language);
        await answerDialogs(running.electron, { folder: stick });
        await ask(running.page, 'backup.chooseFolder', { language });
        await ask(running.page, 'backup.make', { job: 'b' });
        await running.kill();
        const journal = join(data, 'office', 'journal.jsonl');
        const bytes = await readFile(journal);
        bytes[100] = (bytes[100] ?? 0) ^ 1;
        await writeFile(journal, bytes);
        running = await launchApp({ dataFolder: data });
        const { page } = running;
        await knock(page);
        await expect(page.getByRole('heading', { level: 1, name: w.entry.refused.title })).toBeVisible();
        await expect(page.getByRole('alert')).toContainText('1');
        await expectNoAxeFaults(page);
        await answerDialogs(running.electron, { folder: stick });
        await button(page, w.backups.restore.way).click();
        await button(page, w.backups.restore.look).first().click();
        await unlockBackup(page, language);
        await page.getByRole('checkbox', { name: w.backups.restore.understood }).press('Space');
        await button(page, w.backups.restore.confirm).click();
        await expect(button(page, w.operators.signIn.leave)).toBeVisible();
        await signInAgain(page);
        await expect(page.getByRole('navigation')).toBeVisible();
        await openOrganisation(page, organisationId);
        await expect(page.getByRole('heading', { level: 1, name: someOrganisation.name[language] })).toBeVisible();
        noteFaults({ fault: 'journal damaged, brought back in the window', where: 'the office', tried: 1, lost: 0 });
      } finally {
        await running.close();
      }
    }),
  );
}

for (const { language, title } of story('a full disk and a protected one are said in the window, and work goes on')) {
  test(title, () =>
    inFolder(async (folder) => {
      const w = locales[language];
      const data = join(folder, 'data');
      let running = await launchApp({ dataFolder: data });
      const { organisationId } = await setUp(running.page, language);
      await running.close();
      // The office's own folder goes to the small disk; the window's files stay where there is room.
      const [office, before] = [join(data, 'office'), join(folder, 'before')];
      await rename(office, before);
      await mkdir(office);
      const disk = await smallDisk(1_024, office);
      test.skip(disk === null, 'only where a small disk can be mounted');
      if (!disk) return;
      await cp(before, office, { recursive: true });
      running = await launchApp({ dataFolder: data });
      await signInAgain(running.page);
      try {
        const filler = join(office, 'filler');
        const contact = running.page.getByRole('textbox', { name: w.organisations.contact });
        const text = 'ө'.repeat(400);
        await openOrganisation(running.page, organisationId);
        await contact.fill(text);
        await writeFile(filler, Buffer.alloc(2_000_000)).catch(() => undefined);
        // The last page of the journal may have room for another change or two.
        for (let refused = false, n = 0; !refused && n < 20; n += 1) {
          const fields = { ...someOrganisation, contact: String(n).padEnd(400, 'ө') };
          refused = !(
            (await callOffice(running.page, 'organisation.save', { id: null, fields, correspondence: null })) as {
              ok: boolean;
            }
          ).ok;
        }
        await button(running.page, w.common.action.save).click();
        await expect(running.page.getByText(w.errors.store.diskFull).first()).toBeVisible();
        await expectNothingCutOff(running.page);
        await rm(filler);
        await button(running.page, w.common.action.save).click();
        await expect(saved(running.page, language).first()).toBeVisible();
        await running.close();
        await disk.protect();
        running = await launchApp({ dataFolder: data });
        const { page } = running;
        await knock(page);
        await expect(page.getByRole('heading', { level: 1, name: w.entry.refused.title })).toBeVisible();
        await expect(page.getByText(w.errors.store.readOnly)).toBeVisible();
        await expectNoAxeFaults(page);
        await expectNothingCutOff(page);
        await disk.unprotect();
        await button(page, w.entry.refused.retry).click();
        await expect(button(page, w.operators.signIn.leave)).toBeVisible();
        await signInAgain(page);
        await expect(page.getByRole('navigation')).toBeVisible();
        await openOrganisation(page, organisationId);
        await expect(page.getByRole('textbox', { name: w.organisations.contact })).toHaveValue('ө'.repeat(400));
        noteFaults({ fault: 'disk full, then protected, in the window', where: 'a saved form', tried: 2, lost: 0 });
      } finally {
        await running.close();
        await disk.remove();
      }
    }),
  );
}

test('a name that is a page’s own language is shown as the text it is', async ({ running: { page } }) => {
  const name = '<img src=x onerror="document.title=\'taken\'"><b>bold</b>';
  await ask(page, 'preferences.set', { language: 'en', colourScheme: 'light' });
  await establish(page, someSettings);
  const election = await ask(page, 'election.save', { id: null, fields: someElection });
  const organisation = await ask(page, 'organisation.save', {
    id: null,
    fields: { ...someOrganisation, name: threeTimes(name) },
    correspondence: null,
  });
  await ask(page, 'preferences.set', { electionId: election.id });
  await page.reload();
  const title = await page.title();
  await page.getByRole('link', { name: locales.en.common.nav.organisations, exact: true }).click();
  await expect(page.getByRole('main')).toContainText(name);
  await openOrganisation(page, organisation.id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('main').locator('img[src="x"]')).toHaveCount(0);
  expect(await page.title()).not.toBe('taken');
  expect(title).not.toBe('taken');
});
