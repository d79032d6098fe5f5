/** A laptop gives its public key away; what is handed over to it afterwards needs no passphrase. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { launchApp, resizeTo, screenSizes } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection, somePerson } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.describe.configure({ timeout: 600_000 });

for (const { language, title } of story('a public key is carried over, compared and used to seal a handover')) {
  test(title, async ({ running }) => {
    const w = locales[language];
    const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
    const card = join(stick, 'key.json');
    const other = await launchApp();
    const [here, there] = [running.page, other.page];
    try {
      const { establish, go, look, take } = twoLaptops(language, stick);
      await establish(running, 'A', 'Т. Сынакчы');
      await establish(other, 'B', 'Б. Үлгүева');
      const { id: electionId } = await ask(here, 'election.save', { id: null, fields: someElection });
      const { id: organisationId } = await ask(here, 'organisation.save', {
        id: null,
        fields: someOrganisation,
        correspondence: null,
      });
      await ask(here, 'application.save', {
        id: null,
        electionId,
        organisationId,
        fields: { ...somePerson(1), photo: null },
      });
      // The other laptop has an election of its own open: what comes in is a second one.
      const { id: own } = await ask(there, 'election.save', { id: null, fields: someElection });

      // The key goes onto the stick in the other office's settings.
      await go(other, own);
      await there.getByRole('link', { name: w.common.nav.settings, exact: true }).click();
      await answerDialogs(other.electron, { saveFile: card });
      await button(there, w.settings.signing.save).click();
      await expect(there.getByText(w.settings.signing.saved)).toBeVisible();

      // Nobody's key is known here yet, and the form says how to come by one.
      await go(running, electionId);
      await here.getByRole('radio', { name: w.handover.levels.full }).check();
      await here.getByRole('radio', { name: w.handover.encryption.key }).check();
      await expect(here.getByText(w.handover.encryption.noKeys)).toBeVisible();
      await expect(button(here, w.handover.write)).toBeDisabled();
      await expectNothingCutOff(here);

      // It is brought in and compared, by keyboard.
      await here.getByRole('link', { name: w.common.nav.settings, exact: true }).click();
      await answerDialogs(running.electron, { openFile: card, folder: stick });
      await button(here, w.settings.signing.bring).press('Enter');
      const dialog = here.getByRole('dialog');
      const bringIn = dialog.getByRole('button', { name: w.settings.signing.bringIn, exact: true });
      await expect(bringIn).toBeDisabled();
      await dialog.getByRole('checkbox', { name: w.settings.signing.compared }).press('Space');
      await expectNoAxeFaults(here);
      await expectNothingCutOff(here);
      await bringIn.press('Enter');
      await expect(here.getByText(w.settings.signing.broughtIn)).toBeVisible();
      await resizeTo(running, screenSizes.small);
      await button(here, w.settings.signing.bring).click();
      await expect(here.getByText(w.settings.signing.alreadyKnown)).toBeVisible();
      await expectNothingCutOff(here);

      // Everybody is handed over to that key.
      await here.getByRole('link', { name: w.common.nav.handover, exact: true }).click();
      await here.getByRole('combobox', { name: w.handover.scope }).click();
      await here.getByRole('option', { name: w.handover.scopes.everything, exact: true }).click();
      await here.getByRole('radio', { name: w.handover.levels.full }).check();
      await here.getByRole('radio', { name: w.handover.encryption.key }).check();
      await here.getByRole('combobox', { name: w.handover.encryption.whose }).click();
      await here.getByRole('option').first().click();
      await button(here, w.handover.chooseFolder).click();
      await expect(here.getByText(stick)).toBeVisible();
      await expectNoAxeFaults(here);
      await expectNothingCutOff(here);
      await button(here, w.handover.write).click();
      await expect(here.getByText(w.handover.done)).toBeVisible(slow);
      const [handover] = await ask(here, 'handover.list', { electionId });

      // There it opens without a word.
      await there.getByRole('link', { name: w.common.nav.handover, exact: true }).click();
      await look(other, join(stick, handover?.bag ?? ''));
      await expect(there.getByText(w.receiving.encryptedToKey)).toBeVisible(slow);
      await there.getByRole('checkbox', { name: w.receiving.compared }).press('Space');
      await expectNothingCutOff(there);
      await button(there, w.receiving.open).click();
      await expect(there.getByText(w.receiving.newElection)).toBeVisible(slow);
      await take(other);

      // Nobody else can open it, the giver included.
      await look(running, join(stick, handover?.bag ?? ''));
      const compared = here.getByRole('checkbox', { name: w.receiving.compared });
      await compared.press('Space');
      await button(here, w.receiving.open).click();
      await expect(here.getByText(w.errors.handover.notForThisKey)).toBeVisible(slow);
      await expectNothingCutOff(here);
    } finally {
      await other.close();
      await rm(stick, { recursive: true, force: true });
    }
  });
}
