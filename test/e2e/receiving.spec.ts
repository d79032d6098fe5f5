/** Two laptops exchange an election on a stick: handed over, taken in, worked on apart, settled, handed back. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { ApplicationFields, emptyApplicationFields } from '#shared/domain/records/application.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { someOrganisation, someElection } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const person = (surname: string) =>
  ApplicationFields.parse({
    ...emptyApplicationFields,
    names: { ...emptyApplicationFields.names, latin: { surname, given: 'Aida' } },
    document: { ...emptyApplicationFields.document, number: 'S1', issuer: 'MNG' },
  });

test.describe.configure({ timeout: 600_000 });

for (const { language, title } of story('an election goes to another laptop and back, and a tampered bag is refused')) {
  test(title, async ({ running }) => {
    const w = locales[language];
    const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
    const other = await launchApp();
    try {
      const { establish, go, give, look, open } = twoLaptops(language, stick);
      await establish(running, 'A', 'Т. Сынакчы');
      await establish(other, 'B', 'Б. Үлгүева');
      const { id: electionId } = await ask(running.page, 'election.save', { id: null, fields: someElection });
      const { id: organisationId } = await ask(running.page, 'organisation.save', {
        id: null,
        fields: someOrganisation,
        correspondence: null,
      });
      const save = ({ page }: RunningApp, id: string | null, surname: string) =>
        ask(page, 'application.save', { id, electionId, organisationId, fields: person(surname) });
      const { id } = await save(running, null, 'Shared');
      // The other laptop has an election of its own open: what comes in is a second one.
      const { id: own } = await ask(other.page, 'election.save', { id: null, fields: someElection });

      const bag = await give(running, electionId);
      await go(other, own);
      await look(other, bag);
      await open(other);
      await expect(other.page.getByText(w.receiving.newElection)).toBeVisible();
      await button(other.page, w.receiving.take).click();
      await expect(other.page.getByText(w.receiving.taken)).toBeVisible(slow);
      await go(other, electionId);
      await expect(other.page.getByRole('cell', { name: 'Сынакчы', exact: true })).toBeVisible();

      // Both work on the same person.
      await save(running, id, 'Hereabout');
      await save(other, id, 'Thereabout');
      await look(other, await give(running, electionId));
      await expect(other.page.getByText(w.receiving.signed)).toBeVisible(slow);
      await open(other);
      const take = button(other.page, w.receiving.take);
      await expect(take).toBeDisabled();
      await expect(other.page.getByRole('row', { name: 'Thereabout Hereabout' })).toBeVisible();
      await expectNoAxeFaults(other.page);
      await expectNothingCutOff(other.page);
      await other.page.getByRole('radio', { name: w.receiving.takeTheirs }).press('Space');
      await expect(other.page.getByText(w.receiving.settled)).toBeVisible();
      await take.press('Enter');
      await expect(other.page.getByText(w.receiving.taken)).toBeVisible(slow);

      // Handed back, there is nothing to ask, and the history says where it came from.
      await go(running, electionId);
      await look(running, await give(other, electionId));
      await open(running);
      await expect(running.page.getByRole('radio', { name: w.receiving.takeTheirs })).toBeHidden();
      await expect(running.page.getByText(w.receiving.keys)).toBeVisible();
      await button(running.page, w.receiving.take).click();
      await expect(running.page.getByText(w.receiving.taken)).toBeVisible(slow);
      await expectNoAxeFaults(running.page);

      // The act of receipt is there at once, and later from the list.
      const act = running.page.getByRole('dialog', { name: w.receiving.actOf });
      await button(running.page, w.receiving.act).click();
      await expect(act.locator('iframe')).toBeVisible(slow);
      await running.page.keyboard.press('Escape');
      await expect(act).toBeHidden();
      await button(running.page, w.receiving.actOf).click();
      await expect(act.locator('iframe')).toBeVisible(slow);
      await expectNothingCutOff(running.page);
      await running.page.keyboard.press('Escape');
      await expect(act).toBeHidden();

      // The other office's key is known from here on.
      await running.page.getByRole('link', { name: w.common.nav.settings, exact: true }).click();
      const known = w.settings.signing.other.replace('{{giver}}', 'Сынакчы');
      await expect(running.page.getByText(known)).toBeVisible();
      await running.page.getByText(known).scrollIntoViewIfNeeded();
      await expectNothingCutOff(running.page);
      await running.page.getByRole('link', { name: w.common.nav.handover, exact: true }).click();
      const [entry] = (await ask(other.page, 'history.of', { kind: 'application', id })).slice(-1);
      expect(entry?.facts[0]?.type).toBe('handover.received');

      // Somebody has had the stick in between.
      const last = await give(other, electionId);
      await appendFile(join(last, 'data', 'totals.json'), ' ');
      await look(running, last);
      const altered = w.errors.handover.altered.replace('{{file}}', 'data/totals.json');
      await expect(running.page.getByRole('alert').filter({ hasText: altered })).toBeVisible(slow);
    } finally {
      await other.close();
      await rm(stick, { recursive: true, force: true });
    }
  });
}
