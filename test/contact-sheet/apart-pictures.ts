/** What is seen away from the office's own window: another laptop's handover with its questions, and the page that checks badges. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { emptyApplicationFields } from '#shared/domain/records/application.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection } from '../support/fictitious.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { folder, looks, take } from './take.ts';

for (const language of languages) {
  for (const look of looks) {
    test(`a handover taken in, in ${language}, ${look}`, async () => {
      const w = locales[language].receiving;
      const stick = await mkdtemp(join(tmpdir(), 'contact-sheet-'));
      const [giver, taker] = [await launchApp(), await launchApp()];
      const shown = async (name: string): Promise<void> => {
        const { page } = taker;
        await page.getByRole('button', { name: w.choose, exact: true }).evaluate((one) => one.scrollIntoView(true));
        await take(taker, `handover - ${name}`, language, look);
      };
      try {
        const { establish, go, give, look: choose, open, take: takeIn } = twoLaptops(language, stick);
        await establish(giver, 'A', 'Т. Сынакчы');
        await establish(taker, 'B', 'Б. Үлгүева');
        await ask(taker.page, 'preferences.set', { colourScheme: look });
        const { id: electionId } = await ask(giver.page, 'election.save', { id: null, fields: someElection });
        const organisation = await ask(giver.page, 'organisation.save', {
          id: null,
          fields: someOrganisation,
          correspondence: null,
        });
        const save = ({ page }: RunningApp, id: string | null, surname: string) =>
          ask(page, 'application.save', {
            ...{ id, electionId, organisationId: organisation.id },
            fields: {
              ...emptyApplicationFields,
              names: { ...emptyApplicationFields.names, latin: { surname, given: 'Aida' } },
              document: { ...emptyApplicationFields.document, number: 'S1', issuer: 'MNG' },
            },
          });
        const { id } = await save(giver, null, 'Shared');
        const { id: own } = await ask(taker.page, 'election.save', { id: null, fields: someElection });
        const first = await give(giver, electionId);
        await go(taker, own);
        await choose(taker, first);
        await expect(taker.page.getByText(w.signed)).toBeVisible(slow);
        await shown('key');
        await open(taker);
        await shown('what comes in');
        await takeIn(taker);
        await shown('taken in');
        await save(giver, id, 'Hereabout');
        await save(taker, id, 'Thereabout');
        await go(taker, electionId);
        await choose(taker, await give(giver, electionId));
        await open(taker);
        await shown('question');
        await taker.page.getByRole('radio', { name: w.takeTheirs }).press('Space');
        await expect(taker.page.getByText(w.settled)).toBeVisible();
        await shown('settled');
      } finally {
        await giver.close();
        await taker.close();
        await rm(stick, { recursive: true, force: true });
      }
    });
  }
}

const devices = { laptop: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } } as const;

for (const language of languages) {
  test(`the page that checks badges, in ${language}`, async () => {
    const w = locales[language].verifier;
    const place = await mkdtemp(join(tmpdir(), 'contact-sheet-'));
    const running = await launchApp({ sample: true });
    try {
      await sampleIsOpen(running.page);
      const file = join(place, 'verifier.html');
      await answerDialogs(running.electron, { saveFile: file });
      const [election] = await ask(running.page, 'election.list', {});
      await ask(running.page, 'certificate.saveVerifier', { electionId: election?.id ?? '', language });
      const opened = running.electron.waitForEvent('window');
      // As a browser does it: the office's own session opens no files.
      await running.electron.evaluate(async ({ BrowserWindow, session }, address) => {
        const webPreferences = { sandbox: true, session: session.fromPartition('browser') };
        await new BrowserWindow({ webPreferences, useContentSize: true }).loadURL(address);
      }, pathToFileURL(file).href);
      const page = await opened;
      if (language !== 'ky') await page.locator(`[data-language="${language}"]`).click();
      const shown = async (name: string): Promise<void> => {
        const pictures = join(folder, 'screens', `verifier - ${name}`);
        await mkdir(pictures, { recursive: true });
        for (const [device, size] of Object.entries(devices)) {
          await running.electron.evaluate(
            ({ BrowserWindow }, [address, width, height]) => {
              const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === address);
              window?.setContentSize(width, height);
            },
            [page.url(), size.width, size.height] as const,
          );
          await page.waitForFunction(({ width }) => window.innerWidth === width, size);
          for (const look of looks) {
            await page.emulateMedia({ colorScheme: look });
            const picture = join(pictures, `${language}-${look}-${device}.png`);
            await page.screenshot({ path: picture, fullPage: true, animations: 'disabled' });
          }
        }
      };
      await shown('start');
      await page.getByLabel(w.typed.label).fill('A-0001');
      await page.getByRole('button', { name: w.typed.check, exact: true }).click();
      await expect(page.locator('.verdict')).toBeVisible();
      await shown('number');
    } finally {
      await running.close();
      await rm(place, { recursive: true, force: true });
    }
  });
}
