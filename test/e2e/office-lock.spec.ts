/** An office that nobody works in locks itself, opens to whoever may, and keeps for each what they had begun. */
import { locales } from '#locales/index.ts';
import { resizeTo, screenSizes } from '../support/app.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { ask, callOffice, establish, firstHead } from '../support/office.ts';
import { expectNoAxeFaults } from '../support/screens.ts';
import { add, button, labelled, lock, signIn, signInAs } from '../support/operators-at-work.ts';
import { expect, test } from './fixtures.ts';

test('left alone, the office locks by itself; the form is there again for the same operator and for nobody else', async ({
  running,
}) => {
  test.setTimeout(600_000);
  const { page } = running;
  const w = locales.ky;
  await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light' });
  const { recoveryKey } = await establish(page, { ...someSettings, lockAfter: 1 });
  const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  await ask(page, 'preferences.set', { electionId });
  await add(page, 'Бермет Уулова', 'bermet', 'secretary');
  await page.reload();

  await page.evaluate((hash) => (window.location.hash = hash), `#/applications/new?organisation=${organisationId}`);
  const surname = page.getByRole('textbox', { name: w.applications.surname }).first();
  await surname.pressSequentially('Oakthorpe');
  await expect(button(page, w.operators.signIn.enter)).toBeVisible({ timeout: 150_000 });
  await expect(surname).toHaveCount(0);

  await test.step('another operator signs in instead and sees none of it', async () => {
    await signInAs(page, 'ky', 'bermet');
    expect(await ask(page, 'drafts.unfinished', { electionId })).toEqual([]);
    await lock(page, 'ky');
  });

  await test.step('the one who typed finds it again', async () => {
    await signIn(page, 'ky', firstHead.login, firstHead.password);
    await expect(page.getByRole('navigation')).toBeVisible();
    expect(await ask(page, 'drafts.unfinished', { electionId })).toHaveLength(1);
    await page.evaluate(() => (window.location.hash = '#/start'));
    await button(page, w.drafts.unfinished.continueNamed.replace('{{name}}', 'Oakthorpe')).click();
    await expect(surname).toHaveValue('Oakthorpe');
    await ask(page, 'drafts.discard', {
      key: (await ask(page, 'drafts.unfinished', { electionId }))[0]?.key ?? 'none',
    });
  });

  await test.step('the laptop is closed, or its own screen locked: the office is locked when it wakes', async () => {
    for (const event of ['suspend', 'lock-screen'] as const) {
      await running.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      await expect(button(page, w.operators.signIn.enter)).toBeVisible();
      expect(await callOffice(page, 'election.list', {})).toEqual({ ok: false, refusal: { code: 'access.locked' } });
      await signIn(page, 'ky', firstHead.login, firstHead.password);
      await expect(page.getByRole('navigation')).toBeVisible();
    }
  });

  await test.step('the password forgotten, the recovery key opens and makes a new one be chosen', async () => {
    await lock(page, 'ky');
    await button(page, w.operators.signIn.forgot).click();
    const field = page.getByRole('textbox', { name: w.operators.recovery.field });
    await field.fill(recoveryKey.replace(/^.{4}/u, '0000'));
    await button(page, w.operators.recovery.next).click();
    await expect(page.getByRole('alert')).toContainText(w.errors.access.recoveryKeyMistyped);
    await field.fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
    await button(page, w.operators.recovery.next).click();
    await expect(page.getByRole('radio', { name: `${firstHead.name} (${firstHead.login})` })).toBeChecked();
    await expectNoAxeFaults(page);
    await resizeTo(running, screenSizes.small);
    await page.getByLabel(labelled(w.operators.newPassword)).fill('үч жаңы сөз');
    await page.getByLabel(labelled(w.operators.again)).fill('үч жаңы сөз');
    await button(page, w.operators.recovery.setPassword).click();
    await expect(page.getByRole('navigation')).toBeVisible();
    await lock(page, 'ky');
    await signIn(page, 'ky', firstHead.login, firstHead.password);
    await expect(page.getByRole('alert')).toContainText(w.errors.access.wrongPassword);
    await signIn(page, 'ky', firstHead.login, 'үч жаңы сөз');
    await expect(page.getByRole('navigation')).toBeVisible();
  });
});
