/** Two laptops recorded decisions on the same people apart: the secretary says which stands, and both end alike. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { locales } from '#locales/index.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { someOrganisation, someDecision, someElection, somePerson, threeTimes } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 600_000 });

for (const { language, title } of story('adopted decisions that contradict each other are settled with a reason')) {
  test(title, async ({ running }) => {
    const w = locales[language];
    const stick = await mkdtemp(join(tmpdir(), 'observer-stick-'));
    const other = await launchApp();
    try {
      const { establish, go, give, look, open, take } = twoLaptops(language, stick);
      await establish(running, 'A', 'Т. Сынакчы');
      await establish(other, 'B', 'Б. Үлгүева');
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
      const adopt = async ({ page }: RunningApp, date: string, refused: readonly string[]): Promise<string> => {
        const { id } = await ask(page, 'decision.draft', { electionId, fields: someDecision });
        await ask(page, 'decision.extendAnnex', { id, applicationIds: people, action: 'accredit' });
        const said = { action: 'refuse' as const, reason: threeTimes('Документтер толук эмес') };
        if (refused.length > 0) await ask(page, 'decision.decideAnnex', { id, applicationIds: [...refused], ...said });
        await ask(page, 'decision.adopt', { id, adoption: { number: '10', date } });
        return id;
      };
      const { id: own } = await ask(other.page, 'election.save', { id: null, fields: someElection });
      const first = await give(running, electionId);
      await go(other, own);
      await look(other, first);
      await open(other);
      await take(other);

      const earlier = await adopt(running, '2025-11-12', []);
      await adopt(other, '2025-11-19', people.slice(1));
      await go(other, electionId);
      await look(other, await give(running, electionId));
      await open(other);
      const { page } = other;
      const reason = page.getByRole('textbox', { name: w.receiving.weightyReason });
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await expect(button(w.receiving.take)).toBeDisabled();
      await expect(button(w.receiving.settleNumber)).toBeDisabled();
      await expectNothingCutOff(page);
      await reason.fill('12-протокол');
      await reason.press('Enter');
      await expect(page.getByText(w.receiving.answered)).toBeVisible();
      await button(w.receiving.next).click();
      // The later one stands unless somebody says otherwise.
      const stands = w.receiving.decisionStands.replace('{{number}}', '10').replace('{{date}}', '19.11.2025');
      await expect(page.getByRole('radio', { name: stands })).toBeChecked();
      await expect(page.getByRole('cell', { name: new RegExp(w.domain.action.refuse, 'u') })).toBeVisible();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await reason.fill('Кийинки жыйын күчүндө');
      await button(w.receiving.settle).click();
      await expect(page.getByText(w.receiving.settled)).toBeVisible();
      await take(other);

      // The earlier decision stays adopted, and says of each person what stands instead.
      await page.getByRole('link', { name: w.common.nav.decisions, exact: true }).click();
      await page.evaluate((id) => {
        window.location.hash = `#/decisions/${id}`;
      }, earlier);
      const superseded = w.decisions.superseded.replace('{{number}}', '10').replace('{{date}}', '19.11.2025');
      await expect(page.getByText(superseded).first()).toBeVisible();
      await expect(page.getByText(superseded)).toHaveCount(2);
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);

      // Handed back, nobody is asked, and both say the same of everybody.
      await go(running, electionId);
      await look(running, await give(other, electionId));
      await open(running);
      await expect(running.page.getByRole('textbox', { name: w.receiving.weightyReason })).toBeHidden();
      await take(running);
      for (const { page: screen } of [running, other]) {
        const statuses = await Promise.all(
          people.map(async (id) => (await ask(screen, 'application.get', { id })).application.status),
        );
        expect(statuses).toEqual(['accredited', 'refused']);
      }
      await expect(running.page.getByText(w.receiving.taken)).toBeVisible(slow);
    } finally {
      await other.close();
      await rm(stick, { recursive: true, force: true });
    }
  });
}
