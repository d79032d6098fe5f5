/** Two laptops gave one certificate number to two people: one paper keeps it, the other is void and stays in sight. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { locales } from '#locales/index.ts';
import { launchApp } from '../support/app.ts';
import { someOrganisation, someDecision, someElection, somePerson } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { twoLaptops } from '../support/two-laptops.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 600_000 });

for (const { language, title } of story(
  'a number that both computers gave stays with one, and the other person gets another',
)) {
  test(title, async ({ running }) => {
    const { receiving: w, register, common, domain } = locales[language];
    const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
    const other = await launchApp();
    try {
      const { establish, go, give, look, open, take } = twoLaptops(language, stick);
      await establish(running, 'A', 'Т. Сынакчы');
      await establish(other, 'A', 'Б. Үлгүева');
      const { id: electionId } = await ask(running.page, 'election.save', { id: null, fields: someElection });
      const { id: organisationId } = await ask(running.page, 'organisation.save', {
        id: null,
        fields: someOrganisation,
        correspondence: null,
      });
      const people: string[] = [];
      for (const n of [1, 2]) {
        const portrait = Uint8Array.from(drawPortrait(n, 'unspecified'));
        const crop = { x: 0, y: 0, width: 300, height: 400 };
        const photo = await ask(running.page, 'photo.add', { original: portrait, picture: portrait, crop });
        const fields = { ...somePerson(n), photo };
        people.push((await ask(running.page, 'application.save', { id: null, electionId, organisationId, fields })).id);
      }
      await ask(running.page, 'application.markReady', { ids: people });
      const { id: decision } = await ask(running.page, 'decision.draft', { electionId, fields: someDecision });
      await ask(running.page, 'decision.extendAnnex', { id: decision, applicationIds: people, action: 'accredit' });
      await ask(running.page, 'decision.adopt', { id: decision, adoption: { number: '10', date: '2025-11-12' } });
      const { id: own } = await ask(other.page, 'election.save', { id: null, fields: someElection });
      const first = await give(running, electionId);
      await go(other, own);
      await look(other, first);
      await open(other);
      await take(other);

      // Nobody gave either computer a series of its own.
      const [theirs = '', ours = ''] = people;
      const issuedOn = '2025-11-20';
      await ask(running.page, 'certificate.reserve', { applicationIds: [theirs], issuedOn });
      await ask(other.page, 'certificate.reserve', { applicationIds: [ours], issuedOn });
      await ask(other.page, 'preferences.set', { colourScheme: language === 'ru' ? 'dark' : 'light' });
      await go(other, electionId);
      await look(other, await give(running, electionId));
      await open(other);
      const { page } = other;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      const latinTheirs = somePerson(1).names.latin.surname;
      const latinOurs = somePerson(2).names.latin.surname;
      await expect(page.getByText(w.question.bearer.replace('{{name}}', 'A-0001'))).toBeVisible();
      await expect(page.getByRole('columnheader', { name: latinOurs })).toBeVisible();
      await expect(page.getByRole('columnheader', { name: latinTheirs })).toBeVisible();
      await expect(button(w.take)).toBeDisabled();
      const stays = page.getByRole('radio', { name: latinTheirs });
      await expect(stays).not.toBeChecked();
      await expect(button(w.settle)).toBeDisabled();
      await stays.press('Space');
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await page.getByText(w.bearerHint).scrollIntoViewIfNeeded();
      const reason = page.getByRole('textbox', { name: w.weightyReason });
      await reason.fill('Күбөлүк тапшырылган');
      await reason.press('Enter');
      await expect(page.getByText(w.settled)).toBeVisible();
      await take(other);

      // Both papers stand in the register of numbers; whose certificate is void gets the next number by the usual step.
      await page.getByRole('link', { name: common.nav.certificates, exact: true }).click();
      await button(register.open).click();
      await page.getByRole('textbox', { name: register.search }).fill('A-0001');
      const rows = page.getByRole('region', { name: register.title }).getByRole('row');
      await expect(rows.filter({ hasText: latinOurs })).toContainText(domain.certificateState.void);
      await expect(rows.filter({ hasText: latinTheirs })).toContainText(domain.certificateState.reserved);
      await expectNothingCutOff(page);
      await ask(page, 'certificate.reserve', { applicationIds: [ours], issuedOn });
      const certificates = (await ask(page, 'application.get', { id: ours })).certificates;
      expect(certificates.map(({ number, status }) => [number, status]).sort()).toEqual([
        ['A-0001', 'void'],
        ['A-0002', 'reserved'],
      ]);
      await page.evaluate((id) => {
        window.location.hash = `#/applications/${id}`;
      }, ours);
      const told =
        locales[language].history.fact.certificate.numberGivenUp.split('{{number}}')[1]?.split('{{')[0] ?? '';
      await button(locales[language].history.open).click();
      await expect(page.getByText(told.trim())).toBeVisible();
      await expectNothingCutOff(page);

      // Handed back, nobody is asked.
      await go(running, electionId);
      await look(running, await give(other, electionId));
      await open(running);
      await expect(running.page.getByRole('textbox', { name: w.weightyReason })).toBeHidden();
      await take(running);
      const back = (await ask(running.page, 'application.get', { id: ours })).certificates;
      expect(back.map(({ number }) => number).sort()).toEqual(['A-0001', 'A-0002']);
    } finally {
      await other.close();
      await rm(stick, { recursive: true, force: true });
    }
  });
}
