/** Numbers and paper: the queue is printed and looked at, what came out badly gets another number, and all stand in the register. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask } from '../support/office.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { openSample } from '../support/sample-window.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });
const w = locales.ky;
const queueWords = w['print-queue'];
const counted = (words: string, count: number) => words.replace('{{count}}', String(count));

test('two certificates of the queue are printed, looked at, and one of them gets another number', async ({
  running,
}) => {
  const page = await openSample(running);
  const [election] = await ask(page, 'election.list', {});
  const filter = {
    electionId: election?.id ?? '',
    search: '',
    organisationIds: [],
    paper: null,
    reasons: ['never' as const],
  };
  const [good, bad] = await ask(page, 'printQueue.select', { filter });
  await page.getByRole('link', { name: w.common.nav.certificates, exact: true }).click();
  await page.getByRole('button', { name: queueWords.open, exact: true }).click();
  await expect(page.getByRole('heading', { name: queueWords.title, exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: queueWords.reason }).click();
  await page.getByRole('option', { name: new RegExp(`^${queueWords.reasons.never}`, 'u') }).click();
  for (const entry of [good, bad]) {
    await page
      .getByRole('checkbox', { name: queueWords.choose.replace('{{person}}', entry?.latin ?? ''), exact: true })
      .first()
      .check();
  }
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: counted(queueWords.printCertificates, 2), exact: true }).click();
  await page.getByRole('button', { name: w.printing.record, exact: true }).click({ timeout: 60_000 });
  await expect(page.getByText(w.printing.recorded)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');

  const question = page.getByRole('dialog', { name: queueWords.judgeTitle.certificate, exact: true });
  await question.getByRole('radio', { name: queueWords.notThese }).check();
  const confirm = question.getByRole('button', { name: queueWords.confirm, exact: true });
  await expect(confirm).toBeDisabled();
  await question.getByRole('checkbox', { name: `№ ${bad?.number ?? ''} — ${bad?.latin ?? ''}` }).check();
  await question.getByRole('combobox', { name: queueWords.fault }).fill('Бүктөлүп калды');
  await question.getByRole('radio', { name: queueWords.nextNumber }).check();
  await expectNoAxeFaults(page);
  await confirm.click();
  await expect(question).toBeHidden();
  const state = async (number = '') => {
    const input = { electionId: election?.id ?? '', text: number, language: 'ky' as const };
    return (await ask(page, 'certificate.find', input)).rows[0]?.certificate;
  };
  expect((await state(good?.number))?.status).toBe('printed');
  const spoiled = await state(bad?.number);
  expect(spoiled).toMatchObject({ status: 'spoiled', report: 'Бүктөлүп калды' });

  // The register strikes the spoiled number through and names what stands for it.
  await page.getByRole('button', { name: w.common.action.back }).click();
  await page.getByRole('button', { name: w.register.open, exact: true }).click();
  await page.getByRole('textbox', { name: w.register.search }).fill(bad?.latin ?? '');
  const rows = page.getByRole('region', { name: w.register.title }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1).locator('s')).toHaveText(bad?.number ?? '');
  await expect(rows.nth(1)).toContainText(w.register.replacedBy.replace('{{number}}', spoiled?.replacedBy ?? '?'));
  await expect(rows.nth(2)).toContainText(w.register.replaces.replace('{{number}}', bad?.number ?? ''));
  // A number that nobody bears yet is found as well.
  await page.getByRole('textbox', { name: w.register.search }).fill('A-9000');
  await expect(rows.nth(1)).toContainText(w.register.states.unused);
  await expectNoAxeFaults(page);
  await page.getByRole('button', { name: w.register.pdf, exact: true }).click();
  await expect(page.getByRole('dialog', { name: w.register.title }).locator('iframe')).toBeVisible({ timeout: 60_000 });
});

test('what was printed before and not looked at waits in the queue, and is confirmed by the keyboard alone', async ({
  running,
}) => {
  const page = await openSample(running);
  await page.evaluate(() => {
    location.hash = '#/certificates/queue';
  });
  await page.getByRole('combobox', { name: queueWords.reason }).click();
  await page.getByRole('option', { name: new RegExp(`^${queueWords.reasons.awaited}`, 'u') }).click();
  const [election] = await ask(page, 'election.list', {});
  const filter = {
    electionId: election?.id ?? '',
    search: '',
    organisationIds: [],
    paper: null,
    reasons: ['awaited' as const],
  };
  const waiting = await ask(page, 'printQueue.select', { filter });
  expect(waiting.length).toBeGreaterThan(0);
  // The list as it is filtered goes to a table, as every list does.
  const place = await mkdtemp(join(tmpdir(), 'queue-'));
  await answerDialogs(running.electron, { saveFile: join(place, 'queue.csv') });
  await page.getByRole('button', { name: w.lists.open, exact: true }).click();
  const saving = page.getByRole('dialog', { name: w.lists.title });
  await saving.getByRole('radio', { name: w.lists.csv }).check();
  await expectNoAxeFaults(page);
  await saving.getByRole('button', { name: w.lists.save, exact: true }).click();
  await expect(saving).toBeHidden();
  const saved = (await readFile(join(place, 'queue.csv'), 'utf8')).trimEnd().split('\r\n');
  await rm(place, { recursive: true, force: true });
  expect(saved).toHaveLength(waiting.length + 1);
  expect(saved[1]).toContain(queueWords.reasons.awaited);
  await page.getByRole('button', { name: queueWords.chooseShown, exact: true }).press('Enter');
  const seen = waiting.flatMap(({ waiting: { certificate, badge } }) => [certificate, badge]);
  const judge = counted(queueWords.judge, seen.filter((reason) => reason === 'awaited').length);
  await page.getByRole('button', { name: judge, exact: true }).press('Enter');
  for (const paper of ['certificate', 'badge'] as const) {
    const question = page.getByRole('dialog', { name: queueWords.judgeTitle[paper], exact: true });
    await question.getByRole('button', { name: queueWords.confirm, exact: true }).press('Enter');
  }
  await expect(page.getByText(queueWords.empty, { exact: true })).toBeVisible();
});
