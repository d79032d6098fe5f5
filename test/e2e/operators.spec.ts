/** Who works here, who may do what, and what nobody sees who has not signed in. */
import { locales } from '#locales/index.ts';
import { defaultChecklist } from '#shared/domain/records/checklist.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { someOrganisation, someDecision, someElection, somePerson, someSettings } from '../support/fictitious.ts';
import { ask, callOffice, sampleIsOpen } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { add, button, labelled, lock, passwordOf, signIn, signInAs } from '../support/operators-at-work.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const filled = (text: string, params: Record<string, string>): string =>
  Object.entries(params).reduce((soFar, [name, value]) => soFar.replace(`{{${name}}}`, value), text);

/** The first screen to the frame, with real keys: chair and secretary, the first head, the recovery key. */
async function establishByHand(running: RunningApp, language: Language): Promise<void> {
  const { page } = running;
  const w = locales[language];
  await button(page, w.entry.own.new).click();
  for (const each of languages) {
    const inLanguage = (label: string) => w.common.in[each].replace('{{label}}', label);
    await page.getByLabel(inLanguage(w.settings.commission.chair)).fill('Ү. Үлгүбеков');
    await page.getByLabel(inLanguage(w.settings.commission.secretary)).fill('С. Сынакова');
  }
  await page.getByLabel(labelled(w.operators.name)).fill('Бермет Сынакова');
  await page.getByLabel(labelled(w.operators.login)).fill('synakova');
  await page.getByLabel(labelled(w.operators.password)).fill('1234567890');
  await page.getByLabel(labelled(w.operators.again)).fill('1234567890');
  await button(page, w.entry.establish.submit).click();
  await expect(page.getByText(filled(w.errors.field.passwordPlain, { different: '5' }))).toBeVisible();
  await page.getByLabel(labelled(w.operators.password)).fill(passwordOf.synakova);
  await expect(page.getByText(w.errors.field.passwordsDiffer)).toBeVisible();
  await page.getByLabel(labelled(w.operators.again)).fill(passwordOf.synakova);
  await expectNothingCutOff(page);
  await resizeTo(running, screenSizes.small);
  await button(page, w.entry.establish.submit).click();
  const shown = page.locator('[data-recovery-key]');
  await expect(shown).toBeVisible({ timeout: 60_000 });
  const key = ((await shown.textContent()) ?? '').trim();
  expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u);
  await expectNoAxeFaults(page);
  await page.getByLabel(labelled(w.operators.recovery.lastGroup)).fill('0000');
  await button(page, w.operators.recovery.confirm).click();
  await expect(page.getByRole('alert')).toContainText(w.errors.access.recoveryGroupWrong);
  await page.getByLabel(labelled(w.operators.recovery.lastGroup)).fill((key.split('-').at(-1) ?? '').toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText(`Бермет Сынакова, ${w.domain.role.head}`);
}

async function addByHand(running: RunningApp, language: Language): Promise<void> {
  const { page } = running;
  const w = locales[language].operators;
  await page.evaluate(() => (window.location.hash = '#/settings/operators'));
  await button(page, w.add).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(labelled(w.name)).fill('Айгүл Асанова');
  await dialog.getByLabel(labelled(w.login)).fill('aigul');
  await dialog.getByLabel(labelled(w.password)).fill(passwordOf.aigul);
  await expect(dialog.getByRole('button', { name: w.add, exact: true })).toBeDisabled();
  await dialog.getByLabel(labelled(w.again)).fill(passwordOf.aigul);
  await expectNoAxeFaults(page);
  await dialog.getByRole('button', { name: w.add, exact: true }).click();
  await expect(page.getByRole('row', { name: /Айгүл Асанова/u })).toContainText(locales[language].domain.role.clerk);
}

for (const { language, title } of story(
  'an office of four operators: each does what the role may, the office refuses the rest',
)) {
  test(title, async ({ running }) => {
    test.setTimeout(600_000);
    const { page } = running;
    const w = locales[language];
    const o = w.operators;
    await ask(page, 'preferences.set', { language, colourScheme: language === 'ru' ? 'dark' : 'light' });
    await resizeTo(running, screenSizes.small);
    await page.reload();
    await establishByHand(running, language);
    await addByHand(running, language);
    await add(page, 'Бермет Уулова', 'bermet', 'secretary');
    await add(page, 'Дамир Көзөмөлов', 'damir', 'auditor');
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);

    const day = new Date().toISOString().slice(0, 10);
    const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
    await ask(page, 'preferences.set', { electionId });
    await lock(page, language);

    await test.step('while it is locked, nothing of the register is answered or left on the screen', async () => {
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.getByText('Айгүл Асанова')).toHaveCount(0);
      expect(await callOffice(page, 'election.list', {})).toEqual({ ok: false, refusal: { code: 'access.locked' } });
      await expectNoAxeFaults(page);
    });

    await test.step('a wrong password and a name that nobody has are answered alike, and guessing has to wait', async () => {
      const alert = page.getByRole('alert');
      const wait = w.errors.access.wait.split('{{')[0] ?? '';
      for (const login of ['nobody', 'aigul', 'aigul', 'aigul', 'aigul']) {
        await signIn(page, language, login, 'туура эмес сырсөз');
        await expect(alert).toContainText(w.errors.access.wrongPassword);
        await expect(button(page, o.signIn.enter)).toBeEnabled();
      }
      // The wait grows with every guess: where the first is over before the next guess is typed, the second is not.
      await expect(async () => {
        await signIn(page, language, 'aigul', 'туура эмес сырсөз');
        await expect(alert).toContainText(wait, { timeout: 3_000 });
      }).toPass();
      await signIn(page, language, 'aigul', passwordOf.aigul);
      await expect(button(page, o.signIn.enter)).toBeEnabled();
      await expect(alert).toContainText(wait);
      const seconds = Number(/\d+/u.exec((await alert.textContent()) ?? '')?.[0]);
      await page.waitForTimeout((seconds + 1) * 1_000);
    });

    let decisionId = '';
    await test.step('a clerk prepares a decision and cannot adopt it, nor see the operators changed', async () => {
      await signInAs(page, language, 'aigul');
      const { id: organisationId } = await ask(page, 'organisation.save', {
        id: null,
        fields: someOrganisation,
        correspondence: null,
      });
      const person = { ...somePerson(3), papers: defaultChecklist.map(({ id }) => id) };
      const { id } = await ask(page, 'application.save', { id: null, electionId, organisationId, fields: person });
      const draft = await ask(page, 'decision.draft', { electionId, fields: { ...someDecision, sessionDate: day } });
      decisionId = draft.id;
      await ask(page, 'application.receive', { ids: [id] });
      await page.evaluate((hash) => (window.location.hash = hash), `#/decisions/${decisionId}`);
      await expect(button(page, w.decisions.adopt)).toBeDisabled();
      await expect(button(page, w.decisions.addRevoke)).toBeDisabled();
      expect(
        await callOffice(page, 'decision.adopt', { id: decisionId, adoption: { number: '1', date: day } }),
      ).toEqual({
        ok: false,
        refusal: { code: 'access.notAllowed', params: { role: 'secretary' } },
      });
      expect(await callOffice(page, 'office.changeSettings', { settings: someSettings })).toMatchObject({
        refusal: { code: 'access.notAllowed', params: { role: 'head' } },
      });
      await page.evaluate(() => (window.location.hash = '#/settings'));
      await expect(page.getByText(filled(o.readOnly, { role: w.domain.role.clerk }))).toBeVisible();
      await expect(button(page, w.common.action.save)).toHaveCount(0);
      await expectNoAxeFaults(page);
      await lock(page, language);
    });

    await test.step('a secretary has the button that the clerk had not', async () => {
      await signInAs(page, language, 'bermet');
      await expect(page.getByRole('contentinfo')).toContainText(`Бермет Уулова, ${w.domain.role.secretary}`);
      await page.evaluate((hash) => (window.location.hash = hash), `#/decisions/${decisionId}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(
        await callOffice(page, 'decision.adopt', { id: decisionId, adoption: { number: '1', date: day } }),
      ).toMatchObject({
        refusal: { code: 'decision.empty' },
      });
      await lock(page, language);
    });

    await test.step('an auditor reads who did what, and finds no button that changes anything', async () => {
      await signInAs(page, language, 'damir');
      await page.evaluate(() => (window.location.hash = '#/applications'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.applications.title);
      for (const name of [w.applications.new, w.applications.import, w.applications.folderPhotos]) {
        await expect(button(page, name)).toHaveCount(0);
      }
      await page.evaluate(() => (window.location.hash = '#/settings/operators'));
      await expect(button(page, o.add)).toHaveCount(0);
      await button(page, filled(o.actions, { name: 'Айгүл Асанова' })).click();
      await expect(page.getByRole('menuitem')).toHaveCount(1);
      await page.getByRole('menuitem', { name: o.journal }).click();
      await expect(page.getByText(w.records.command.decision.draft)).toBeVisible();
      await expect(page.getByText(w.records.command.operator.add)).toHaveCount(0);
    });
  });
}

test.describe('the sample', () => {
  test.use({ launch: { sample: true } });
  test('is opened by its head at once, and lets a visitor try every role', async ({ running }) => {
    test.setTimeout(600_000);
    const { page } = running;
    const w = locales.ky;
    await sampleIsOpen(page);
    await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light' });
    await resizeTo(running, screenSizes.small);
    await page.reload();
    await expect(page.getByRole('contentinfo')).toContainText(w.domain.role.head);
    for (const role of ['auditor', 'clerk', 'secretary', 'head'] as const) {
      await page
        .getByRole('contentinfo')
        .getByRole('button', {
          name: new RegExp(
            w.domain.role[
              role === 'auditor' ? 'head' : role === 'clerk' ? 'auditor' : role === 'secretary' ? 'clerk' : 'secretary'
            ],
            'u',
          ),
        })
        .click();
      await page.getByRole('menuitem', { name: w.operators.me.another }).click();
      await expect(page.getByRole('note').or(page.getByRole('alert')).first()).toBeVisible();
      if (role === 'auditor') {
        await expectNoAxeFaults(page);
      }
      await button(page, w.domain.role[role]).click();
      await page.keyboard.press('Enter');
      await button(page, w.operators.signIn.enter)
        .click()
        .catch(() => undefined);
      await expect(page.getByRole('contentinfo')).toContainText(w.domain.role[role]);
    }
  });
});
