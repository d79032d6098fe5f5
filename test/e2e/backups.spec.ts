/** The clerk chooses a stick, works on, loses the laptop's state, and brings the office back, seeing first what is lost. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { launchApp, resizeTo, screenSizes } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someElection, someSettings } from '../support/fictitious.ts';
import { ask, establish, signInAgain, unlockBackup } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ fresh: true });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const { language, title } of story(
  'a stick is chosen, the office goes on, and an older copy is brought back with open eyes',
)) {
  test(title, async ({ running }) => {
    const { page, electron } = running;
    const w = locales[language];
    const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
    try {
      await ask(page, 'preferences.set', { language, colourScheme: 'light' });
      await establish(page, someSettings);
      const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
      await ask(page, 'preferences.set', { electionId });
      await resizeTo(running, screenSizes.small);
      await page.reload();

      // The first screen says that nothing is copied anywhere, and leads to where that is fixed.
      const notice = page.getByRole('status').filter({ hasText: w.backups.none });
      await expect(notice).toBeVisible();
      await notice.getByRole('link').click();
      await answerDialogs(electron, { folder: stick });
      await button(page, w.backups.chooseFolder).click();
      await expect(page.getByText(w.backups.made)).toBeVisible();
      await expect(page.getByText(w.backups.upToDate)).toBeVisible();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      const [home = ''] = await readdir(join(stick, 'observer-accreditation-backups'));
      expect(await readdir(join(stick, 'observer-accreditation-backups', home))).toHaveLength(1);

      // Work goes on without the stick; then somebody wants the state of the copy back.
      await ask(page, 'backup.forgetFolder', {});
      await ask(page, 'election.save', { id: null, fields: someElection });
      await ask(page, 'entry.leave', {});
      await button(page, w.backups.restore.open).click();
      await expect(page.getByRole('heading', { level: 1, name: w.backups.restore.title })).toBeVisible();
      await expectNoAxeFaults(page);
      await button(page, w.backups.restore.look).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: w.backups.restore.unlock.title })).toBeVisible();
      await unlockBackup(page, language, 'not the password');
      await expect(page.getByRole('alert')).toContainText(w.errors.access.wrongPassword);
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await unlockBackup(page, language);
      await expect(page.getByText(w.backups.restore.relation.older)).toBeVisible();
      await expect(page.getByText(w.backups.restore.whole)).toBeVisible();
      const carryOut = button(page, w.backups.restore.confirm);
      await expect(carryOut).toBeDisabled();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await page.getByRole('checkbox', { name: w.backups.restore.understood }).press('Space');
      await carryOut.click();
      await expect(page.getByRole('button', { name: w.operators.signIn.leave })).toBeVisible();
      await signInAgain(page);
      await expect(page.getByRole('navigation')).toBeVisible();
      expect(await ask(page, 'election.list', {})).toHaveLength(1);
      const kept = (await readdir(running.dataFolder)).filter((name) => name.startsWith('office-before-'));
      expect(kept).toHaveLength(1);
    } finally {
      await rm(stick, { recursive: true, force: true });
    }
  });
}

test('a folder without backups is answered in words, and closing the window makes the last copy', async ({
  running,
}) => {
  const { page, electron } = running;
  const { backups } = locales.ky;
  const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
  try {
    await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'dark' });
    await page.reload();
    await answerDialogs(electron, { folder: stick });
    await button(page, backups.restore.open).click();
    await expect(page.getByText(backups.restore.nothing)).toBeVisible();
    await button(page, locales.ky.common.action.back).click();

    await establish(page, someSettings);
    await ask(page, 'backup.chooseFolder', { language: 'ky' });
    await electron.close();
    const [home = ''] = await readdir(join(stick, 'observer-accreditation-backups'));
    const copies = await readdir(join(stick, 'observer-accreditation-backups', home));
    expect(copies).toHaveLength(1);

    // Another laptop, a fresh folder, the same stick.
    const other = await launchApp();
    try {
      await ask(other.page, 'preferences.set', { language: 'ky', colourScheme: 'dark' });
      await other.page.reload();
      await answerDialogs(other.electron, {
        folder: join(stick, 'observer-accreditation-backups', home, copies[0] ?? ''),
      });
      await button(other.page, backups.restore.open).click();
      await button(other.page, backups.restore.look).click();
      await unlockBackup(other.page, 'ky');
      await expect(other.page.getByText(backups.restore.relation.nothing)).toBeVisible();
      await resizeTo(other, screenSizes.small);
      await button(other.page, backups.restore.confirm).click();
      await expect(other.page.getByRole('button', { name: locales.ky.operators.signIn.leave })).toBeVisible();
      await signInAgain(other.page);
      await expect(other.page.getByRole('navigation')).toBeVisible();
    } finally {
      await other.close();
    }
  } finally {
    await rm(stick, { recursive: true, force: true });
  }
});
