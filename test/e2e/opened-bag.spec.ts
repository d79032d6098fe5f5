/** A handover is opened by the file in its folder, as a double click does: a fresh laptop takes it in, and one at work. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { openerName } from '../../electron/office/exchange/bag-opener.ts';
import { isRoot, projectRoot } from '../../electron/launch/project.ts';
import { locales } from '#locales/index.ts';
import { electronExecutable, launchApp, resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, establish, firstHead } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 600_000 });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The system starts the program once more, with what was double-clicked; it ends by itself, well. */
async function doubleClick({ dataFolder }: RunningApp, file: string): Promise<void> {
  const words = [...(isRoot() ? ['--no-sandbox'] : []), projectRoot, `--data=${dataFolder}`, file];
  const again = spawn(await electronExecutable(), words, { cwd: tmpdir(), stdio: 'ignore' });
  expect(await new Promise((ended) => again.once('exit', ended))).toBe(0);
}

for (const { language, title } of story(
  'a handover is opened by its file, before there is an office and while one is locked',
)) {
  test(title, async ({ running }) => {
    const w = locales[language].receiving;
    const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
    const laptops = twoLaptops(language, stick);
    await laptops.establish(running, 'A', 'Т. Сынакчы');
    const { id: electionId } = await ask(running.page, 'election.save', { id: null, fields: someElection });
    const { id: organisationId } = await ask(running.page, 'organisation.save', {
      id: null,
      fields: someOrganisation,
      correspondence: null,
    });
    const save = (n: number) =>
      ask(running.page, 'application.save', {
        ...{ id: null, electionId, organisationId },
        fields: { ...somePerson(n), photo: null },
      });
    await save(1);
    const first = await laptops.give(running, electionId);
    await save(2);
    const second = await laptops.give(running, electionId);

    const dataFolder = await mkdtemp(join(tmpdir(), 'observer-other-'));
    const other = await launchApp({ dataFolder, args: [join(first, openerName)] });
    const { page } = other;
    const marks = page.getByRole('region', { name: locales[language].common.frame.marks });
    const said = (words: string, bag: string) => words.replace('{{bag}}', basename(bag));
    try {
      // A new laptop: nobody is inside yet, and it says that it has understood.
      await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
      await page.reload();
      await expect(marks.getByText(said(w.offered.waits, first))).toBeVisible();
      await expect(button(page, w.offered.look)).toBeHidden();
      await expectNoAxeFaults(page);
      await resizeTo(other, screenSizes.small);
      await establish(page, someSettings);
      await expect(marks.getByText(said(w.offered.here, first))).toBeVisible();
      await marks.getByRole('link', { name: w.offered.goTo }).click();
      await expect(marks.getByText(said(w.offered.here, first))).toBeHidden();
      const look = button(page, w.offered.look);
      await expect(look).toBeInViewport();
      // Nothing was begun before the word of the clerk.
      await expect(page.getByText(w.signed)).toBeHidden();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await look.click();
      await laptops.open(other);
      await expect(look).toBeHidden();
      await laptops.take(other);
      // The election that came with it is in hand, and what was taken in is still said.
      await expect(page.getByRole('cell', { name: 'Сынакчы', exact: true })).toBeVisible();
      await expect(page.getByText(w.taken)).toBeVisible();

      // Later the office is locked, and the next one is opened as Linux says it.
      await ask(page, 'entry.lock', {});
      await doubleClick(other, pathToFileURL(join(second, openerName)).href);
      await expect(marks.getByText(said(w.offered.waits, second))).toBeVisible();
      await page.getByRole('textbox', { name: locales[language].operators.login }).fill(firstHead.login);
      await page.locator('input[type=password]').fill(firstHead.password);
      await page.keyboard.press('Enter');
      // The screen is the one that was left.
      await expect(look).toBeVisible();
      await resizeTo(other, screenSizes.small);
      await look.press('Enter');
      await expect(page.getByText(w.knownAs.replace('{{giver}}', 'Сынакчы'))).toBeVisible(slow);
      await laptops.open(other);
      await laptops.take(other);
      const counts = await ask(page, 'application.countByStatus', { electionId });
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2);

      // While somebody is at work, what is no handover is said to be none.
      await page.getByRole('link', { name: locales[language].common.nav.start, exact: true }).click();
      const copy = join(stick, `copy.observer-handover`);
      await cp(join(first, openerName), copy);
      await doubleClick(other, copy);
      const wrong = locales[language].errors.handover.notOpener;
      const refused = wrong.replace('{{file}}', basename(copy)).replace('{{opener}}', openerName);
      await expect(marks.getByRole('alert').getByText(refused)).toBeVisible();
      await doubleClick(other, join(stick, 'pulled', openerName));
      await expect(marks.getByText(locales[language].errors.handover.stickGone)).toBeVisible();
      await marks.getByRole('button', { name: locales[language].common.report.dismiss }).last().click();
      await expect(marks.getByText(locales[language].errors.handover.stickGone)).toBeHidden();
    } finally {
      await other.close();
      await rm(stick, { recursive: true, force: true });
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
