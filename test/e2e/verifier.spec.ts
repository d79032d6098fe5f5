/** The verifier page: saved by the clerk, carried to a phone or a laptop, and opened there as a file, without a network. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { locales } from '#locales/index.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someDecision, threeTimes } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { pdfPages, pdfPixels, type Pixels } from '../support/pdf.ts';
import { openSample } from '../support/sample-window.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { expect, test } from './fixtures.ts';

const phone = { width: 360, height: 740 };
const laptop = { width: 1366, height: 768 };

test.use({ launch: { sample: true } });

let place: string;
test.beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'verifier-'));
});
test.afterEach(async () => {
  await rm(place, { recursive: true, force: true });
});

/** Saves the page as the clerk does, from the certificates. */
async function savePage({ page, electron }: RunningApp, language: Language, name: string): Promise<string> {
  const file = join(place, name);
  const w = locales[language];
  await answerDialogs(electron, { saveFile: file });
  await page.getByRole('link', { name: w.common.nav.certificates, exact: true }).click();
  await page.getByRole('button', { name: w.certificates.lists, exact: true }).click();
  await page.getByRole('menuitem', { name: w.verifier.save.action, exact: true }).click();
  await expect(page.getByText(w.verifier.save.saved).last()).toBeVisible();
  await expect.poll(() => existsSync(file)).toBe(true);
  return file;
}

type Badge = {
  applicationId: string;
  surname: string;
  number: string;
  code: string;
  picture: string;
  pixels: Pixels;
};

/** A badge as printed: its person, and the page that came out, as a picture and as what a reader sees. */
async function printedBadge({ page, electron }: RunningApp, index: number): Promise<Badge> {
  const [election] = await ask(page, 'election.list', {});
  const { rows } = await ask(page, 'certificate.list', {
    filter: {
      electionId: election?.id ?? '',
      search: '',
      states: ['issued', 'printed'],
      organisationIds: [],
      decisionIds: [],
    },
    sorting: { column: 'number', descending: false },
    ...{ language: 'en', offset: index, limit: 1 },
  });
  const [row] = rows;
  const certificateIds = [row?.certificate?.id ?? ''];
  const surname = row?.person.latin.split(' ')[0] ?? '';
  const { token } = await ask(page, 'document.render', {
    request: { kind: 'badge', certificateIds, format: 'a6', twoSided: false, design: 'current' },
    ...{ languages: ['ky', 'ru', 'en'], record: false, job: 'badge' },
  });
  const file = join(place, `badge-${String(index)}.pdf`);
  await answerDialogs(electron, { saveFile: file });
  await ask(page, 'document.save', { token, language: 'en' });
  const [pixels] = await pdfPixels(file, 300);
  const [png] = await pdfPages(file, 200);
  if (!pixels || !png) throw new Error('the badge has no page');
  const picture = join(place, `badge-${String(index)}.png`);
  await writeFile(picture, png);
  const code = decodeQR(pixels, { effort: 4, timeLimit: 20_000 });
  return {
    ...{ applicationId: row?.person.id ?? '', surname, number: row?.certificate?.number ?? '' },
    ...{ code, picture, pixels },
  };
}

/** Opens a file as a browser does: a window with no bridge to the office, in a session of its own that notes every request. */
async function openFile(
  { electron }: RunningApp,
  file: string,
): Promise<{ page: Page; requests(): Promise<string[]> }> {
  const opened = electron.waitForEvent('window');
  await electron.evaluate(
    async ({ BrowserWindow, session }, [address, name]) => {
      const own = session.fromPartition(name ?? '');
      const noted: string[] = [];
      own.webRequest.onBeforeRequest(({ url }, answer) => {
        noted.push(url);
        answer({});
      });
      (globalThis as Record<string, unknown>)[name ?? ''] = noted;
      const window = new BrowserWindow({ webPreferences: { sandbox: true, session: own }, useContentSize: true });
      await window.loadURL(address ?? '');
    },
    [pathToFileURL(file).href, file],
  );
  const page = await opened;
  const requests = () =>
    electron.evaluate((_electron, name) => (globalThis as Record<string, unknown>)[name] as string[], file);
  return { page, requests };
}

/** Gives the page's own window the size of a device. */
async function sizeTo({ electron }: RunningApp, page: Page, size: { width: number; height: number }): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, [address, width, height]) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === address);
      window?.setContentSize(width, height);
    },
    [page.url(), size.width, size.height] as const,
  );
  await page.waitForFunction(({ width }) => window.innerWidth === width, size);
}

/** Nothing is cut off, on either device. */
async function fitsBothDevices(running: RunningApp, page: Page): Promise<void> {
  for (const size of [laptop, phone]) {
    await sizeTo(running, page, size);
    await expectNothingCutOff(page);
  }
}

const verdict = (page: Page) => page.locator('.verdict');
async function type(page: Page, language: Language, code: string): Promise<void> {
  await page.getByLabel(locales[language].verifier.typed.label).fill(code);
  await page.getByRole('button', { name: locales[language].verifier.typed.check, exact: true }).click();
}
const again = (page: Page, language: Language) =>
  page.getByRole('button', { name: locales[language].verifier.another, exact: true }).click();

for (const { language, title } of story(
  'a badge is checked on a phone from the saved file, before and after it is revoked',
)) {
  test(title, async ({ running }) => {
    await openSample(running, language);
    const w = locales[language].verifier;
    const badge = await printedBadge(running, 0);
    const first = await savePage(running, language, 'before.html');
    const { page, requests } = await openFile(running, first);
    await sizeTo(running, page, phone);
    if (language !== 'ky') await page.locator(`[data-language="${language}"]`).click();
    await expect(page.getByRole('heading', { name: w.title })).toBeVisible();
    await expect(page.getByText(w.sample)).toBeVisible();
    await expectNoAxeFaults(page);
    await fitsBothDevices(running, page);

    await type(page, language, badge.code);
    await expect(verdict(page)).toHaveAttribute('data-answer', 'valid');
    await expect(page.getByRole('heading', { name: w.answers.valid.title })).toBeFocused();
    for (const fact of [badge.surname, badge.number, w.compare]) await expect(verdict(page)).toContainText(fact);
    await expect(page.getByText(w.list.later)).toBeVisible();
    await expectNoAxeFaults(page);
    await fitsBothDevices(running, page);

    await again(page, language);
    await page.locator('#photo').setInputFiles(badge.picture);
    await expect(verdict(page)).toHaveAttribute('data-answer', 'valid', { timeout: 90_000 });
    await expect(verdict(page)).toContainText(badge.surname);

    await again(page, language);
    const at = badge.code.length - 20;
    const altered = `${badge.code.slice(0, at)}${badge.code[at] === '7' ? '8' : '7'}${badge.code.slice(at + 1)}`;
    await type(page, language, altered);
    await expect(verdict(page)).toHaveAttribute('data-answer', 'forged');
    await expect(verdict(page)).not.toContainText(badge.surname);
    await fitsBothDevices(running, page);

    await again(page, language);
    await type(page, language, badge.number.toLowerCase());
    await expect(verdict(page)).toHaveAttribute('data-answer', 'number');
    await expect(page.getByRole('heading', { name: w.answers.number.title })).toBeVisible();
    await fitsBothDevices(running, page);
    await again(page, language);
    await type(page, language, '<img src=x onerror=alert(1)>');
    await expect(verdict(page)).toHaveAttribute('data-answer', 'number');
    await expect(verdict(page).getByRole('definition')).toHaveText('<IMG SRC=X ONERROR=ALERT(1)>');
    expect(await page.locator('img').count()).toBe(0);

    await revoke(running.page, badge.applicationId);
    const later = await openFile(running, await savePage(running, language, 'after.html'));
    if (language !== 'ky') await later.page.locator(`[data-language="${language}"]`).click();
    await type(later.page, language, badge.code);
    await expect(verdict(later.page)).toHaveAttribute('data-answer', 'revoked');
    await expect(later.page.getByRole('heading', { name: w.answers.revoked.title })).toBeVisible();
    await expect(verdict(later.page)).toContainText(badge.surname);
    await expectNoAxeFaults(later.page);
    await fitsBothDevices(running, later.page);

    for (const asked of [...(await requests()), ...(await later.requests())]) {
      expect(asked).toMatch(/^(?:file:\/\/.*\/(?:before|after)\.html|blob:|data:,)/u);
    }
  });
}

async function revoke(page: Page, applicationId: string): Promise<void> {
  const [election] = await ask(page, 'election.list', {});
  const { id } = await ask(page, 'decision.draft', { electionId: election?.id ?? '', fields: someDecision });
  await ask(page, 'decision.extendAnnex', { id, applicationIds: [applicationId], action: 'revoke' });
  const reason = threeTimes('мыйзамды бузган');
  await ask(page, 'decision.decideAnnex', { id, applicationIds: [applicationId], action: 'revoke', reason });
  const today = new Date().toISOString().slice(0, 10);
  await ask(page, 'decision.adopt', { id, adoption: { number: '900', date: today } });
}

test('a page whose list was altered judges nothing, and one that is only shown says what to do', async ({
  running,
}) => {
  await openSample(running);
  const saved = await readFile(await savePage(running, 'ky', 'page.html'), 'utf8');
  const altered = join(place, 'altered.html');
  await writeFile(altered, saved.replace('\\"v\\"', '\\"r\\"'));
  const { page } = await openFile(running, altered);
  await expect(verdict(page)).toHaveAttribute('data-answer', 'altered');
  await expect(page.getByRole('heading', { name: locales.ky.verifier.altered.title })).toBeVisible();
  await expect(page.locator('textarea, input')).toHaveCount(0);
  await fitsBothDevices(running, page);
  // As a preview shows it that runs no programs.
  const still = join(place, 'still.html');
  await writeFile(still, saved.replace(/script-src '[^']*'/u, "script-src 'none'"));
  const opening = running.electron.waitForEvent('window');
  await running.electron.evaluate(async ({ BrowserWindow, session }, address) => {
    const own = session.fromPartition('still');
    await new BrowserWindow({ webPreferences: { sandbox: true, session: own } }).loadURL(address);
  }, pathToFileURL(still).href);
  const shownOnly = await opening;
  for (const language of languages) {
    await expect(shownOnly.getByText(locales[language].verifier.starting)).toBeVisible();
  }
});

test('the camera reads a badge that is held before it', async () => {
  const film = join(place, 'film.y4m');
  const running = await launchApp({
    sample: true,
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
  try {
    await openSample(running);
    const badge = await printedBadge(running, 1);
    await writeFile(film, filmOf(badge.pixels));
    const { page } = await openFile(running, await savePage(running, 'ky', 'page.html'));
    await page.getByRole('button', { name: locales.ky.verifier.scan.camera, exact: true }).click();
    await expect(verdict(page)).toHaveAttribute('data-answer', 'valid', { timeout: 60_000 });
    await expect(verdict(page)).toContainText(badge.surname);
    expect(await page.locator('video').count()).toBe(0);
  } finally {
    await running.close();
  }
});

/** Some frames of a still picture, its lower left part in 1280 × 960, as Chromium's pretended camera plays them (YUV4MPEG2). */
function filmOf({ width, height, data }: Pixels): Buffer {
  const [frameWidth, frameHeight, frames] = [1280, 960, 3];
  const light = Buffer.alloc(frameWidth * frameHeight, 200);
  const [left, top] = [20, frameHeight - 20 - height];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [at, row] = [left + x, top + y];
      if (at < 0 || row < 0 || at >= frameWidth || row >= frameHeight) continue;
      light[row * frameWidth + at] = data[(y * width + x) * 4] ?? 255;
    }
  }
  const colour = Buffer.alloc((frameWidth * frameHeight) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${String(frameWidth)} H${String(frameHeight)} F5:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]);
}
