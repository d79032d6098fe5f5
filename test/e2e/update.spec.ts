/** The clerk updates the program from a stick: what is wrong is refused in words; what is right is backed up first. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeUpdateKey } from '../../electron/launch/update-key.ts';
import { signUpdate } from '../../electron/launch/sign-update.ts';
import { locales } from '#locales/index.ts';
import { launchApp, resizeTo, screenSizes } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

for (const { language, title } of story(
  'an update is looked at, refused when it is wrong, and started after a backup',
)) {
  test(title, async () => {
    const place = await mkdtemp(join(tmpdir(), 'observer-update-'));
    const at = (name: string): string => join(place, name);
    const { update, errors, backups } = locales[language];
    const dark = language === 'ru';
    await mkdir(at('stick'));
    const keyFile = at('publisher.pem');
    makeUpdateKey(keyFile, at('public.json'));
    const { publicKey } = JSON.parse(await readFile(at('public.json'), 'utf8')) as { publicKey: string };
    await writeFile(at('trial.json'), JSON.stringify({ publicKey, kind: 'AppImage', record: at('started.jsonl') }));
    const put = async (version: string): Promise<string> => {
      const installer = join(at('stick'), `observer-accreditation-${version}-x64.AppImage`);
      await writeFile(installer, Buffer.alloc(5_000_000, version));
      return signUpdate(installer, keyFile);
    };
    const running = await launchApp({ args: [`--update-trial=${at('trial.json')}`] });
    try {
      const { page, electron } = running;
      await ask(page, 'preferences.set', { language, colourScheme: dark ? 'dark' : 'light' });
      await establish(page, someSettings);
      await resizeTo(running, screenSizes.small);
      await page.reload();
      await page.getByRole('navigation').getByRole('link', { name: locales[language].common.nav.settings }).click();
      const open = page.getByRole('button', { name: update.open });

      // Somebody altered it.
      const forged = await put('9.9.9');
      const bytes = await readFile(forged);
      bytes.write('8', bytes.indexOf('9.9.9'));
      await writeFile(forged, bytes);
      await answerDialogs(electron, { openFile: forged });
      await open.click();
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(errors.update.forged);
      await expectNoAxeFaults(page);

      // Older than what runs.
      await answerDialogs(electron, { openFile: await put('0.0.9') });
      await open.press('Enter');
      await expect(alert).toContainText('0.0.9');

      // Right, but the office cannot be backed up yet.
      const right = await put('3.0.0');
      await answerDialogs(electron, { openFile: right });
      await open.click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(update.offer.replace('{{version}}', '3.0.0'));
      await expect(dialog).toContainText(update.kinds.AppImage);
      await expect(dialog).toContainText(update.whole);
      await expect(dialog).toContainText(update.backupFirst);
      await expectNoAxeFaults(page);
      await dialog.getByRole('button', { name: update.carryOut }).click();
      await expect(alert).toContainText(errors.backup.notChosen);
      await expectNothingCutOff(page);
      expect(await readdir(running.dataFolder)).not.toContain('update');

      // With a folder for backups it goes through: backup, copy, start, end of the program.
      await answerDialogs(electron, { folder: at('stick'), openFile: right });
      await page.getByRole('button', { name: backups.chooseFolder }).click();
      await expect(page.getByText(backups.made)).toBeVisible();
      const ended = new Promise((known) => electron.process().once('exit', known));
      await open.click();
      await dialog.getByRole('button', { name: update.carryOut }).click();
      await expect(page.getByText(update.starts)).toBeVisible();
      await ended;
      const started = JSON.parse(await readFile(at('started.jsonl'), 'utf8')) as { path: string; kind: string };
      expect(started).toEqual({
        path: join(running.dataFolder, 'update', 'observer-accreditation-3.0.0-x64.AppImage'),
        kind: 'AppImage',
      });
      expect((await readFile(started.path)).equals(Buffer.alloc(5_000_000, '3.0.0'))).toBe(true);
      const [home = ''] = await readdir(join(at('stick'), 'observer-accreditation-backups'));
      expect((await readdir(join(at('stick'), 'observer-accreditation-backups', home))).length).toBeGreaterThan(0);
    } finally {
      await running.close().catch(() => undefined);
      await rm(place, { recursive: true, force: true });
    }
  });
}
