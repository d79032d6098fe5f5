/** Something goes wrong: the clerk reads what is safe and what to do, and the support report is one click away. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { selfCheckNames, SupportReport } from '#shared/contract/support.ts';
import { launchApp, resizeTo, screenSizes } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask, callOffice } from '../support/office.ts';
import { openSample } from '../support/sample-window.ts';
import { sampleHead, samplePassword } from '../../electron/office/sample/staff.ts';
import { putSampleOffice } from '../support/sample-folder.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

test.use({ fresh: true });

const jsonMark = '-----JSON-----';
const reportIn = async (path: string): Promise<SupportReport> =>
  SupportReport.parse(JSON.parse((await readFile(path, 'utf8')).split(jsonMark)[1] ?? ''));

/** The system's boxes from now on: each is kept, and answered by the next of the given buttons; the last one again. */
async function answerBoxes(electron: ElectronApplication, answers: readonly number[]): Promise<() => Promise<Box[]>> {
  await electron.evaluate(({ dialog, app }, given) => {
    const seen: Box[] = [];
    Object.assign(globalThis, { seenBoxes: seen });
    app.relaunch = () => {
      seen.push({ message: 'relaunch', detail: '', buttons: [] });
    };
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message, detail = '', buttons = [] } = args.at(-1) as Electron.MessageBoxOptions;
      seen.push({ message, detail, buttons });
      return Promise.resolve({ response: given[Math.min(seen.length, given.length) - 1] ?? 0, checkboxChecked: false });
    };
  }, answers);
  return () => electron.evaluate(() => (globalThis as unknown as { seenBoxes: Box[] }).seenBoxes);
}
type Box = { message: string; detail: string; buttons: string[] };

test.describe('in the sample office', () => {
  test.use({ launch: { sample: true } });

  for (const { language, title } of story('the self-checks are read and the report is saved from the settings')) {
    test(title, async ({ running }, testInfo) => {
      const page = await openSample(running);
      const { support } = locales[language];
      await ask(page, 'preferences.set', { language });
      await page.reload();
      await page.getByRole('navigation').getByRole('link', { name: locales[language].common.nav.settings }).click();
      await page.getByRole('button', { name: support.checkNow }).click();
      const checks = page.getByRole('list', { name: support.checks });
      await expect(checks.getByRole('listitem')).toHaveCount(selfCheckNames.length);
      await expect(checks).toContainText(support.finding.compilerWorks);
      await expect(checks).toContainText(support.finding.clockPlausible);
      await expect(checks).toContainText(support.finding.runtimeDevelopment);
      await expect(checks).not.toContainText('{{');
      await expectNoAxeFaults(page);
      await expectNothingCutOff(page);
      await checks.scrollIntoViewIfNeeded();
      const file = testInfo.outputPath('report.txt');
      await answerDialogs(running.electron, { saveFile: file });
      await page.getByRole('button', { name: support.save }).click();
      await expect(page.getByText(support.saved)).toBeVisible();
      expect(await readFile(file, 'utf8')).toContain(support.report.promise);
      const report = await reportIn(file);
      expect(report).toMatchObject({ language, office: { phase: 'open', sample: true } });
      expect(report.program.electron).toMatch(/^\d+\./u);
      // Nobody of the office is in it.
      const text = await readFile(file, 'utf8');
      const [election] = await ask(page, 'election.list', {});
      const { rows } = await ask(page, 'application.list', {
        filter: {
          ...{
            electionId: election?.id ?? '',
            search: '',
            statuses: [],
            organisationIds: [],
            countries: [],
            decisionIds: [],
          },
          categories: [],
        },
        ...{ sorting: { column: 'number', descending: false }, language, offset: 0, limit: 500 },
      });
      expect(rows.length).toBeGreaterThan(300);
      const secrets = rows.flatMap(({ latin, ky, ru, document, birthDate }) => [latin, ky, ru, document, birthDate]);
      expect(secrets.filter((secret) => secret && text.includes(secret))).toEqual([]);
    });
  }

  test('a screen that fails says what is safe and what to do, lets the rest be used, and saves the report', async ({
    running,
  }, testInfo) => {
    const page = await openSample(running);
    const { support, common } = locales.ky;
    // A bug, as the screens would meet it: an answer in no shape of the contract.
    await running.electron.evaluate(({ ipcMain }) => {
      type Handler = (election: unknown, name: string, input: unknown) => Promise<unknown>;
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
      const real = handlers.get('office:call');
      if (!real) throw new Error('no handler');
      Object.assign(globalThis, { fix: () => handlers.set('office:call', real) });
      handlers.set('office:call', async (election, name, input) => {
        const reply = await real(election, name, input);
        return name === 'design.current' ? { ok: true, value: ['Asanov'] } : reply;
      });
    });
    await page.evaluate(() => {
      window.location.hash = '/settings/designs';
    });
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading', { name: support.screen.title })).toBeVisible();
    await expect(alert).toContainText(support.screen.safe);
    await expect(alert).toContainText('ZodError');
    await expect(alert).not.toContainText('Asanov');
    await expect(page.getByRole('navigation')).toBeVisible();
    await expectNoAxeFaults(page);
    const file = testInfo.outputPath('report.txt');
    await answerDialogs(running.electron, { saveFile: file });
    await alert.getByRole('button', { name: support.save }).click();
    await expect(page.getByText(support.saved)).toBeVisible();
    expect((await reportIn(file)).failures.at(-1)).toMatchObject({ kind: 'screen', what: 'ZodError' });
    await running.electron.evaluate(() => {
      (globalThis as unknown as { fix: () => void }).fix();
    });
    await alert.getByRole('button', { name: common.action.retry }).click();
    await expect(alert).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('an exception nobody caught, and a window that crashed, are explained; the report is offered; work goes on', async ({
    running,
  }, testInfo) => {
    const page = await openSample(running);
    const { failure } = locales.ky.shell;
    const file = testInfo.outputPath('report.txt');
    await answerDialogs(running.electron, { saveFile: file });
    // The report first, then going on.
    const boxes = await answerBoxes(running.electron, [2, 1, 0]);
    await running.electron.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('Asanov Bakyt AN1234567');
      });
    });
    await expect.poll(async () => (await boxes()).length).toBe(2);
    const [box] = await boxes();
    expect(box).toEqual({
      message: failure.main,
      detail: `${failure.safe}\n\n${failure.mainTodo}`,
      buttons: [failure.restart, failure.goOn, failure.report],
    });
    expect((await reportIn(file)).failures.at(-1)).toMatchObject({ kind: 'main', what: 'RangeError' });
    expect(await readFile(file, 'utf8')).not.toMatch(/Asanov|Bakyt|AN1234567/u);
    expect(await callOffice(page, 'entry.status', {})).toMatchObject({ ok: true });

    // Work that failed unseen is told on the screen.
    await running.electron.evaluate(() => {
      setTimeout(() => void Promise.reject(new Error('Asanov')));
    });
    await expect(page.getByRole('alert').filter({ hasText: locales.ky.support.background.title })).toBeVisible();

    await running.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(async () => (await boxes()).length).toBe(3);
    expect((await boxes())[2]).toMatchObject({ message: failure.window });
    // The same window, with the screens loaded anew.
    await expect
      .poll(() =>
        running.electron.evaluate(async ({ BrowserWindow }) =>
          String(
            await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
              'document.querySelector("nav") !== null',
            ),
          ),
        ),
      )
      .toBe('true');
  });
});

test('records that cannot be opened: what is safe, what to do, and the report from that very screen', async ({}, testInfo) => {
  const folder = await mkdtemp(join(tmpdir(), 'observer-support-'));
  await putSampleOffice(folder);
  await cp(join(folder, 'sample-office'), join(folder, 'office'), { recursive: true });
  const journal = join(folder, 'office', 'journal.jsonl');
  const lines = (await readFile(journal, 'utf8')).split('\n');
  lines[20] = (lines[20] ?? '').replace('a', 'b');
  await writeFile(journal, lines.join('\n'));
  const preferences = { language: 'ru', colourScheme: 'dark', electionId: null, documentLanguages: ['ky', 'ru', 'en'] };
  await writeFile(join(folder, 'preferences.json'), JSON.stringify(preferences));
  const running = await launchApp({ dataFolder: folder });
  try {
    const { page } = running;
    const { support } = locales.ru;
    // The office is a copy of the sample's, its operators too; behind their password it refuses to open.
    await callOffice(page, 'entry.signIn', { login: sampleHead.login, password: samplePassword });
    await expect(page.getByText(support.refusedOpening.safe)).toBeVisible();
    await expect(page.getByText(support.refusedOpening.todo)).toBeVisible();
    await expectNoAxeFaults(page);
    await expectNothingCutOff(page);
    await resizeTo(running, screenSizes.small);
    const file = testInfo.outputPath('report.txt');
    await answerDialogs(running.electron, { saveFile: file });
    await page.getByRole('button', { name: support.save }).click();
    await expect(page.getByText(support.saved)).toBeVisible();
    const report = await reportIn(file);
    expect(report.office).toMatchObject({ phase: 'refused', refusal: 'store.chainBroken' });
    expect(report.checks.find(({ name }) => name === 'journal')?.figures).toEqual({ line: 21 });
    await testInfo.attach('report', { path: file });
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
