/** Another office's handover taken in: offered by its file, encrypted to a key, and everything that has to be settled. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openerName } from '../../electron/office/exchange/bag-opener.ts';
import { locales } from '#locales/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someElection, someSettings } from '../support/fictitious.ts';
import { ask, establish } from '../support/office.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { isWanted, looks, take } from './take.ts';
import { button } from './views.ts';
import {
  changeApart,
  decideApart,
  giveToKey,
  numberApart,
  prepareElection,
  type SharedElection,
} from './two-offices.ts';

const beginningOf = (text: string): string => text.split('{{')[0]?.trim() ?? '';

// As the other pictures are: only what was asked for is taken.
for (const language of isWanted('two offices') ? languages : []) {
  test(`two offices in ${language}, light and dark`, async () => {
    const words = locales[language];
    const { receiving: w, handover, history } = words;
    const stick = await mkdtemp(join(tmpdir(), 'contact-sheet-'));
    const { go, give, look, open, take: takeIn, ...laptops } = twoLaptops(language, stick);
    /** In both looks as the screen stands: what was begun on it would not outlive a reload. `top` is what comes first. */
    const shown = async (app: RunningApp, name: string, top?: string): Promise<void> => {
      for (const colours of looks) {
        await app.page.evaluate((chosen) => {
          document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
        }, colours);
        if (top)
          await app.page
            .getByText(top)
            .first()
            .evaluate((one: HTMLElement) => {
              one.style.scrollMarginTop = '20px';
              one.scrollIntoView(true);
            });
        await take(app, `two offices - ${name}`, language, colours);
      }
    };
    const giver = await launchApp();
    let taker: RunningApp | null = null;
    try {
      await laptops.establish(giver, 'A', 'Т. Сынакчы');
      const election = await prepareElection(giver);
      const first = await give(giver, election.electionId);

      // The file in the handover's folder is opened on a new computer.
      taker = await launchApp({ args: [join(first, openerName)] });
      const { page } = taker;
      await ask(page, 'preferences.set', { language, colourScheme: 'light' });
      await page.reload();
      const marks = page.getByRole('region', { name: words.common.frame.marks });
      await expect(marks.getByText(w.offered.waits.split('}}')[1]?.trim() ?? '')).toBeVisible();
      await shown(taker, 'offered before anybody is in');
      const certificates = { ...someSettings.certificates, series: 'B' };
      await establish(page, { ...someSettings, clerk: 'Б. Үлгүева', certificates });
      await expect(marks.getByRole('link', { name: w.offered.goTo })).toBeVisible();
      await shown(taker, 'offered on the first screen');
      await marks.getByRole('link', { name: w.offered.goTo }).click();
      await expect(button(page, w.offered.look)).toBeVisible();
      await shown(taker, 'offered without an election');
      await ask(page, 'election.save', { id: null, fields: someElection });
      await page.reload();
      await expect(button(page, w.offered.look)).toBeInViewport();
      await shown(taker, 'offered');
      await button(page, w.offered.look).click();
      await open(taker);
      await takeIn(taker);

      await keys(giver, taker, election);
      await records(giver, taker, election);
      await decisions(giver, taker, election);

      // The certificates that both gave one number.
      await numberApart(giver, taker, election);
      await lookThrough(taker, election, await give(giver, election.electionId));
      await shown(taker, 'one number on two certificates', beginningOf(w.sameSeries));
      await shown(taker, 'one number on two certificates - answer', beginningOf(w.questions));
    } finally {
      await giver.close();
      await taker?.close();
      await rm(stick, { recursive: true, force: true });
    }

    async function lookThrough(app: RunningApp, { electionId }: SharedElection, bag: string): Promise<void> {
      await go(app, electionId);
      await look(app, bag);
      await open(app);
    }

    /** The public key of one office goes to the other, which encrypts a handover to it. */
    async function keys(from: RunningApp, to: RunningApp, election: SharedElection): Promise<void> {
      const { signing } = words.settings;
      const card = join(stick, 'key.json');
      await go(to, election.electionId);
      await to.page.getByRole('link', { name: words.common.nav.settings, exact: true }).click();
      await answerDialogs(to.electron, { saveFile: card });
      await button(to.page, signing.save).click();
      await expect(to.page.getByText(signing.saved)).toBeVisible();
      await shown(to, 'key saved', signing.title);
      await go(from, election.electionId);
      const { page } = from;
      await page.getByRole('radio', { name: handover.levels.full }).check();
      await shown(from, 'seal by passphrase');
      await page.getByRole('radio', { name: handover.encryption.key }).check();
      await expect(page.getByText(handover.encryption.noKeys)).toBeVisible();
      await shown(from, 'seal to a key, none known');
      await page.getByRole('link', { name: words.common.nav.settings, exact: true }).click();
      await answerDialogs(from.electron, { openFile: card, folder: stick });
      await button(page, signing.bring).click();
      await page.getByRole('dialog').getByRole('checkbox').check();
      await shown(from, 'key compared');
      await page.getByRole('dialog').getByRole('button', { name: signing.bringIn, exact: true }).click();
      await expect(page.getByText(signing.broughtIn)).toBeVisible();
      await shown(from, 'key brought in', signing.title);
      await go(from, election.electionId);
      await page.getByRole('radio', { name: handover.levels.full }).check();
      await page.getByRole('radio', { name: handover.encryption.key }).check();
      await page.getByRole('combobox', { name: handover.encryption.whose }).click();
      await page.getByRole('option').first().click();
      await button(page, handover.chooseFolder).click();
      await expect(page.getByText(stick)).toBeVisible();
      await shown(from, 'seal to a key');
      await go(to, election.electionId);
      await look(to, await giveToKey(from, election, stick, language));
      await expect(to.page.getByText(w.encryptedToKey)).toBeVisible(slow);
      await shown(to, 'sealed to the key here', w.choose);
      await button(to.page, w.discard).click();
    }

    /** The election, an organisation and a person, each settled field by field. */
    async function records(from: RunningApp, to: RunningApp, election: SharedElection): Promise<void> {
      await changeApart(from, to, election);
      await lookThrough(to, election, await give(from, election.electionId));
      const { page } = to;
      const theirs = page.getByRole('radio', { name: w.takeTheirs });
      for (let place = 1; ; place += 1) {
        await expect(theirs).toBeVisible();
        const isPerson = await page
          .getByRole('radio', { name: `${history.field.stayFrom}, ` })
          .first()
          .isVisible();
        await shown(to, isPerson ? 'person' : `record ${String(place)}`, beginningOf(w.questions));
        await theirs.check();
        if (isPerson) await person(page, to);
        const next = button(page, w.next);
        if (await next.isDisabled()) break;
        await next.click();
        await expect(theirs).not.toBeChecked();
      }
      await expect(page.getByText(w.settled)).toBeVisible();
      await shown(to, 'records settled', w.settled);
      await takeIn(to);
      await shown(to, 'taken in', w.choose);
    }

    /** Our arrival and their departure do not go together. */
    async function person(page: Page, to: RunningApp): Promise<void> {
      const ours = (field: string) => page.getByRole('radio', { name: `${field}, ${w.here}:` });
      await ours(history.field.stayFrom).check();
      await expect(page.getByText(w.doNotFit)).toBeVisible();
      await shown(to, 'person - does not fit', beginningOf(w.questions));
      await ours(history.field.stayTo).check();
      await expect(page.getByText(w.doNotFit)).toBeHidden();
    }

    /** One number on two decisions, two texts of one, and two on the same people: each wants a reason. */
    async function decisions(from: RunningApp, to: RunningApp, election: SharedElection): Promise<void> {
      await decideApart(from, to, election);
      await lookThrough(to, election, await give(from, election.electionId));
      const { page } = to;
      for (let place = 1; ; place += 1) {
        await shown(to, `decisions ${String(place)}`, beginningOf(w.questions));
        const form = page.getByRole('form').filter({ has: page.getByRole('textbox', { name: w.weightyReason }) });
        const radios = form.getByRole('radio');
        if ((await radios.count()) > 0) await radios.first().check();
        await page.getByRole('textbox', { name: w.weightyReason }).fill('12-протокол');
        await page.getByRole('textbox', { name: w.weightyReason }).press('Enter');
        await expect(page.getByText(w.answered, { exact: true })).toBeVisible();
        const next = button(page, w.next);
        if (await next.isDisabled()) break;
        await next.click();
        await expect(page.getByText(w.answered, { exact: true })).toBeHidden();
      }
      await shown(to, 'decisions settled', w.settled);
      await takeIn(to);
    }
  });
}
