/** The power fails in the middle of a form: what was typed is there at the next opening, to go on with or to throw away. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { launchApp, resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, establish, signInAgain } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

const w = locales.ky;
const d = w.drafts;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const surname = (page: Page) =>
  page.getByRole('textbox', {
    name: w.applications.nameIn.replace('{{part}}', w.applications.surname).replace('{{script}}', w.applications.latin),
  });
const remarks = (page: Page) => page.getByRole('textbox', { name: w.applications.remarks });
const organisationName = (page: Page) =>
  page.getByRole('textbox', { name: w.common.in.en.replace('{{label}}', w.organisations.name), exact: true });
const waitsFor = (page: Page, electionId: string, typed: string) =>
  expect
    .poll(async () => (await ask(page, 'drafts.unfinished', { electionId })).map(({ title }) => title.en))
    .toContain(typed);

async function setUp(page: Page): Promise<{ electionId: string; organisationId: string; personId: string }> {
  await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light' });
  await establish(page, someSettings);
  const election = await ask(page, 'election.save', { id: null, fields: someElection });
  const organisation = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  const person = await ask(page, 'application.save', {
    id: null,
    electionId: election.id,
    organisationId: organisation.id,
    fields: somePerson(3),
  });
  await ask(page, 'preferences.set', { electionId: election.id });
  await page.reload();
  return { electionId: election.id, organisationId: organisation.id, personId: person.id };
}

test('what was typed before a power cut is offered at the next opening, continued and saved, or thrown away', async () => {
  const place = await mkdtemp(join(tmpdir(), 'unfinished-'));
  const dataFolder = join(place, 'data');
  let running: RunningApp = await launchApp({ dataFolder });
  const again = async (): Promise<Page> => {
    await running.kill();
    running = await launchApp({ dataFolder });
    await signInAgain(running.page);
    await resizeTo(running, screenSizes.small);
    return running.page;
  };
  try {
    let page = running.page;
    const { electionId, organisationId, personId } = await setUp(page);
    const goTo = (hash: string) =>
      page.evaluate((address) => {
        window.location.hash = address;
      }, hash);

    await test.step('the power fails while a new application is typed', async () => {
      await goTo(`#/applications/new?organisation=${organisationId}`);
      await surname(page).pressSequentially('Oakthorpe');
      await waitsFor(page, electionId, 'Oakthorpe');
      page = await again();
    });

    await test.step('the first screen offers it; continued, the form is as it was left, and it is saved', async () => {
      await expect(page.getByRole('heading', { name: d.unfinished.title })).toBeVisible();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await button(page, d.unfinished.continueNamed.replace('{{name}}', 'Oakthorpe')).click();
      await expect(surname(page)).toHaveValue('Oakthorpe');
      await expect(page.getByText(d.restoredDetail.restored)).toBeVisible();
      await expectNoAxeFaults(page);
      await page.keyboard.press('Control+s');
      await expect(page.getByRole('heading', { level: 1, name: 'Oakthorpe' })).toBeVisible();
      expect(await ask(page, 'drafts.unfinished', { electionId })).toEqual([]);
      expect(await readFile(join(dataFolder, 'office', 'desk.json'), 'utf8')).not.toContain('Oakthorpe');
    });

    await test.step('a change to a record that is in the register comes back on its own screen', async () => {
      await goTo(`#/applications/${personId}`);
      await remarks(page).fill('кат келди');
      await expect.poll(async () => ask(page, 'drafts.unfinished', { electionId })).toHaveLength(1);
      page = await again();
      await goTo(`#/applications/${personId}`);
      await expect(remarks(page)).toHaveValue(/кат келди/u);
      await expect(page.getByText(d.restoredDetail.restored)).toBeVisible();
      await button(page, d.discard).click();
      await expect(remarks(page)).not.toHaveValue(/кат келди/u);
      expect(await ask(page, 'drafts.unfinished', { electionId })).toEqual([]);
    });

    await test.step('an organisation that was begun is thrown away from the first screen, after a question', async () => {
      await goTo('#/organisations/new');
      await organisationName(page).fill('Northern Observers');
      await waitsFor(page, electionId, 'Northern Observers');
      page = await again();
      const discard = d.unfinished.discardNamed.replace('{{name}}', 'Northern Observers');
      await button(page, discard).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: d.discard, exact: true }).click();
      await expect(button(page, discard)).toHaveCount(0);
      expect(await ask(page, 'drafts.unfinished', { electionId })).toEqual([]);
    });

    await test.step('left without saving on purpose, nothing is kept', async () => {
      await goTo('#/organisations/new');
      await organisationName(page).fill('Northern Observers');
      await waitsFor(page, electionId, 'Northern Observers');
      await page.getByRole('link', { name: w.common.nav.start, exact: true }).click();
      await button(page, w.common.unsaved.leave).click();
      await expect(page.getByRole('heading', { level: 1, name: d.title })).toBeVisible();
      await expect.poll(async () => ask(page, 'drafts.unfinished', { electionId })).toEqual([]);
    });

    await test.step('the first screen counts what waits and leads to just these, and to what was opened lately', async () => {
      await page.getByRole('link', { name: d.waiting.application.draft }).click();
      await expect(page.getByRole('link', { name: 'Oakthorpe' })).toBeVisible();
      await page.getByRole('link', { name: w.common.nav.start, exact: true }).click();
      await page.getByRole('link', { name: 'Oakthorpe' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Oakthorpe' })).toBeVisible();
    });
  } finally {
    await running.close();
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
});
