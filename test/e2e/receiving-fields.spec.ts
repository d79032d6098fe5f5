/** A person whom two laptops have changed is put together field by field, by keys and by mouse, and handed back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { someOrganisation, someElection, somePerson } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { slow, twoLaptops } from '../support/two-laptops.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 600_000 });

for (const { language, title } of story(
  'a person is settled field by field, and what does not fit is said at its field',
)) {
  test(title, async ({ running }) => {
    const { receiving: w, history, errors } = locales[language];
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
      const { id: own } = await ask(other.page, 'election.save', { id: null, fields: someElection });
      const base: ApplicationFields = { ...somePerson(1), photo: null, papers: [] };
      const save = async ({ page }: RunningApp, id: string | null, change: Partial<ApplicationFields>) =>
        ask(page, 'application.save', { id, electionId, organisationId, fields: { ...base, ...change } });
      const photoOf = ({ page }: RunningApp, n: number) => {
        const portrait = Uint8Array.from(drawPortrait(n, 'unspecified'));
        const crop = { x: 0, y: 0, width: 300, height: 400 };
        return ask(page, 'photo.add', { original: portrait, picture: portrait, crop });
      };
      const { id } = await save(running, null, {});
      await go(other, own);
      await look(other, await give(running, electionId));
      await open(other);
      await take(other);

      const position = (ky: string, ru: string, en: string) => ({ ky, ru, en });
      await save(running, id, {
        ...{ photo: await photoOf(running, 1), birthDate: '1981-02-03', category: 'interpreter' },
        ...{
          stayFrom: '2025-11-20',
          stayTo: '2025-11-25',
          position: position('Котормочу', 'Переводчик', 'Interpreter'),
        },
      });
      await save(other, id, {
        ...{ photo: await photoOf(other, 2), birthDate: '1981-03-02', remarks: 'Чалуу керек' },
        ...{ stayFrom: '2025-11-27', stayTo: '2025-12-01' },
      });
      await ask(other.page, 'preferences.set', { colourScheme: language === 'ru' ? 'dark' : 'light' });
      await go(other, electionId);
      await look(other, await give(running, electionId));
      await open(other);
      const { page } = other;
      const takeIn = page.getByRole('button', { name: w.take, exact: true });
      const choice = (field: string, side: 'here' | 'there') =>
        page.getByRole('radio', { name: `${field}, ${w[side]}:` });
      const { field } = history;

      // All theirs, and then some of ours: the first by keys.
      await page.getByRole('radio', { name: w.takeTheirs }).press('Space');
      await expect(choice(field.birthDate, 'there')).toBeChecked();
      await expect(takeIn).toBeEnabled();
      await choice(field.birthDate, 'there').focus();
      await page.keyboard.press('ArrowLeft');
      await expect(choice(field.birthDate, 'here')).toBeChecked();
      await expect(page.getByRole('radio', { name: w.byField })).toBeChecked();
      await page.keyboard.press('Tab');
      await choice(field.photo, 'here').check();
      await expect(page.getByRole('img', { name: field.photo })).toHaveCount(2);
      await choice(field.remarks, 'here').check();
      await expect(page.getByText(w.settled)).toBeVisible();

      // Our arrival and their departure do not go together.
      await choice(field.stayFrom, 'here').check();
      const wrong = errors.field.before.split('{{')[0]?.trim() ?? '';
      const stay = page.getByRole('row').filter({ has: choice(field.stayTo, 'there') });
      await expect(stay.getByRole('alert')).toContainText(wrong);
      await expect(page.getByText(w.doNotFit)).toBeVisible();
      await expect(takeIn).toBeDisabled();
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await stay.scrollIntoViewIfNeeded();
      await choice(field.stayTo, 'here').check();
      await expect(page.getByText(w.doNotFit)).toBeHidden();
      await page.getByText(w.settled).scrollIntoViewIfNeeded();
      await take(other);

      // The register has the mixture, and so has the other laptop when it comes back.
      const mixture = (await ask(page, 'application.get', { id })).application;
      expect(mixture).toMatchObject({ birthDate: '1981-03-02', category: 'interpreter', stayFrom: '2025-11-27' });
      expect(mixture).toMatchObject({ remarks: 'Чалуу керек', position: { ru: 'Переводчик' }, stayTo: '2025-12-01' });
      const act = page.getByRole('dialog', { name: w.actOf });
      await page.getByRole('button', { name: w.act, exact: true }).click();
      await expect(act.locator('iframe')).toBeVisible(slow);
      await page.keyboard.press('Escape');
      await go(running, electionId);
      await look(running, await give(other, electionId));
      await open(running);
      await expect(running.page.getByRole('radio', { name: w.takeTheirs })).toBeHidden();
      await take(running);
      const back = (await ask(running.page, 'application.get', { id })).application;
      expect(back).toMatchObject({ birthDate: '1981-03-02', remarks: 'Чалуу керек', stayTo: '2025-12-01' });
    } finally {
      await other.close();
      await rm(stick, { recursive: true, force: true });
    }
  });
}
