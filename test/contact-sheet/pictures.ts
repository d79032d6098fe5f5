/** The pictures themselves: every screen as a clerk meets it, every document as it prints. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { inProject } from '../../electron/launch/project.ts';
import { locales } from '../../locales/index.ts';
import type { DocumentRequest } from '../../shared/contract/documents.ts';
import { badgeFormats } from '../../shared/domain/design.ts';
import { languages, type Language } from '../../shared/domain/primitives.ts';
import { launchApp, resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { pdfPages } from '../support/pdf.ts';
import { screenAddresses } from '../support/screens.ts';

const folder = inProject('contact-sheet');
const looks = ['light', 'dark'] as const;

/** One window for all pictures of a language: starting it takes longer than a picture. */
const test = base.extend<{ running: RunningApp }>({
  // Playwright's fixtures want a pattern, also an empty one.
  running: async ({}, use) => {
    const running = await launchApp({ sample: true });
    await use(running);
    await running.close();
  },
});

/** What is opened over a screen before its picture is taken. */
type View = { name: string; address: string; open?: (page: Page, language: Language) => Promise<void> };

const press = (name: (w: (typeof locales)['ky']) => string) => async (page: Page, language: Language) => {
  await page.getByRole('button', { name: name(locales[language]), exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

const views: readonly View[] = [
  ...screenAddresses.map((address) => ({ name: address.replaceAll('/', ' - '), address })),
  { name: 'list to a file', address: 'applications', open: press((w) => w.lists.open) },
  { name: 'palette', address: 'applications', open: press((w) => w.palette.open) },
  { name: 'history', address: 'applications/sample-001', open: press((w) => w.history.open) },
  { name: 'statement', address: 'totals', open: press((w) => w.statement.open) },
  { name: 'keys', address: 'start', open: press((w) => w.keyboard.open) },
  { name: 'operators - add', address: 'settings/operators', open: press((w) => w.operators.add) },
  { name: 'operators - new key', address: 'settings/operators', open: press((w) => w.operators.recovery.new) },
  { name: 'totals - to a file', address: 'totals', open: press((w) => w.lists.open) },
  {
    name: 'operators - password',
    address: 'start',
    open: async (page, language) => {
      const { me } = locales[language].operators;
      await page.locator('footer button[aria-haspopup="menu"]').click();
      await page.getByRole('menuitem', { name: me.password, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'certificates - signature sheet',
    address: 'certificates',
    open: async (page, language) => {
      const { lists, signatureSheetOpen } = locales[language].certificates;
      await page.getByRole('button', { name: lists, exact: true }).click();
      await page.getByRole('menuitem', { name: signatureSheetOpen, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    // The part of the settings about this computer: the update from a stick, and the support report with its checks.
    name: 'settings - update and support',
    address: 'settings',
    open: async (page, language) => {
      const { checkNow, checks, title } = locales[language].support;
      await page.getByRole('button', { name: checkNow, exact: true }).click();
      await expect(page.getByRole('list', { name: checks })).toBeVisible({ timeout: 60_000 });
      await page.getByRole('heading', { name: title, exact: true }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'help', address: 'applications', open: press((w) => w.help.open) },
  {
    name: 'settings - designs - made',
    address: 'settings/designs',
    open: async (page, language) => {
      await expect(page.getByText(locales[language].designs.fits)).toBeVisible();
      // The viewer of PDFs tells nobody when it has drawn the page.
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: 'certificates - counter - found',
    address: 'certificates/counter',
    open: async (page) => {
      await page.locator('input').first().fill('A-0001');
      await expect(page.locator('[data-counter] h2')).toBeVisible();
    },
  },
];

for (const language of languages) {
  for (const look of looks) {
    test(`screens in ${language}, ${look}`, async ({ running }) => {
      const { page } = running;
      await sampleIsOpen(page);
      await ask(page, 'preferences.set', { language, colourScheme: look });
      for (const { name, address, open } of views) {
        await mkdir(join(folder, 'screens', name), { recursive: true });
        await page.evaluate((hash) => {
          window.location.hash = `#/${hash}`;
        }, address);
        await page.reload();
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.getByRole('status', { name: locales[language].common.state.loading })).toHaveCount(0);
        await open?.(page, language);
        for (const size of [screenSizes.small, screenSizes.large]) {
          await resizeTo(running, size);
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const file = `${language}-${look}-${String(size.width)}.png`;
          await page.screenshot({ path: join(folder, 'screens', name, file), animations: 'disabled' });
        }
      }
    });
  }
}

/** Before anybody works: the first screen, a new office, and the office that is locked. */
for (const language of languages) {
  for (const look of looks) {
    test(`doors in ${language}, ${look}`, async () => {
      const w = locales[language];
      const taken = async (running: RunningApp, name: string): Promise<void> => {
        await mkdir(join(folder, 'screens', name), { recursive: true });
        for (const size of [screenSizes.small, screenSizes.large]) {
          await resizeTo(running, size);
          await running.page.evaluate(() => document.fonts.ready.then(() => undefined));
          const file = `${language}-${look}-${String(size.width)}.png`;
          await running.page.screenshot({ path: join(folder, 'screens', name, file), animations: 'disabled' });
        }
      };
      const empty = await launchApp();
      const { page } = empty;
      await ask(page, 'preferences.set', { language, colourScheme: look });
      await page.reload();
      await expect(page.getByRole('heading', { name: w.lobby.begin })).toBeVisible();
      await taken(empty, 'door - first screen');
      await page.getByRole('button', { name: w.lobby.own.new, exact: true }).click();
      await expect(page.getByRole('textbox').first()).toBeVisible();
      await taken(empty, 'door - new office');
      await page.reload();
      await answerDialogs(empty.electron, { folder: empty.dataFolder });
      await page.getByRole('button', { name: w.backups.restore.open, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await taken(empty, 'door - restore');
      await empty.close();
      const sample = await launchApp({ sample: true });
      await sampleIsOpen(sample.page);
      await ask(sample.page, 'preferences.set', { language, colourScheme: look });
      await sample.page.reload();
      await expect(sample.page.getByRole('navigation')).toBeVisible();
      await sample.page.keyboard.press('Control+l');
      await expect(sample.page.getByRole('heading', { name: w.operators.signIn.title })).toBeVisible();
      await taken(sample, 'door - locked');
      await sample.close();
    });
  }
}

test('documents', async ({ running }) => {
  const { page } = running;
  await sampleIsOpen(page);
  const stick = await mkdtemp(join(tmpdir(), 'contact-sheet-'));
  const pdf = join(stick, 'document.pdf');
  await answerDialogs(running.electron, { saveFile: pdf, folder: stick });
  const [event] = await ask(page, 'event.list', {});
  const eventId = event?.id ?? '';
  const listed = await ask(page, 'certificate.list', {
    filter: { eventId, search: '', states: ['printed', 'issued'], bodyIds: [], decisionIds: [] },
    sorting: { column: 'number', descending: false },
    language: 'ky',
    offset: 0,
    limit: 9,
  });
  const certificateIds = listed.rows.flatMap(({ certificate }) => certificate?.id ?? []);
  const [decision] = (await ask(page, 'decision.list', { eventId })).filter(({ status }) => status === 'adopted');
  const columns = await ask(page, 'list.columns', { kind: 'decisions', language: 'ky' });
  const requests: [string, DocumentRequest][] = [
    ['certificate', { kind: 'certificate', certificateIds: certificateIds.slice(0, 2) }],
    ['badge', { kind: 'badge', certificateIds }],
    ...badgeFormats.map((format): [string, DocumentRequest] => [
      `badge-${format}`,
      { kind: 'badge', certificateIds, format, twoSided: true },
    ]),
    ['calibration', { kind: 'calibration', printerId: null }],
    ['badge-list', { kind: 'badge-list', eventId, scope: { kind: 'everything', groupBy: 'body' } }],
    ['issue-log', { kind: 'issue-log', eventId, bodyId: null, only: 'all' }],
    ['not-collected', { kind: 'issue-log', eventId, bodyId: null, only: 'uncollected' }],
    ['number-register', { kind: 'number-register', filter: { eventId, search: '', states: [] } }],
    ['list', { kind: 'list', list: { kind: 'decisions', eventId }, columns: columns.map(({ id }) => id) }],
    ['statement', { kind: 'statement', eventId, from: '2025-11-12', to: '2025-11-19' }],
    ['figures', { kind: 'figures', eventId, day: '2025-11-30' }],
    ...(decision ? [['decision', { kind: 'decision', decisionId: decision.id }] as [string, DocumentRequest]] : []),
    ...(await papersOfSingleCases(page, eventId)),
  ];
  for (const [name, request] of requests) {
    await mkdir(join(folder, 'documents', name), { recursive: true });
    const made = await ask(page, 'document.render', { request, languages: [...languages], record: false, job: name });
    await ask(page, 'document.save', { token: made.token, language: 'ky' });
    await ask(page, 'document.close', { token: made.token });
    // The first pages of each language show all there is to see of a long list.
    for (const [index, picture] of (await pdfPages(pdf, 70)).slice(0, 24).entries()) {
      await writeFile(join(folder, 'documents', name, `${String(index + 1).padStart(2, '0')}.png`), picture);
    }
  }
  await rm(stick, { recursive: true, force: true });
});

/** Papers about one thing that happened: a certificate that was lost, papers that are missing, a stick that was given. */
async function papersOfSingleCases(page: Page, eventId: string): Promise<[string, DocumentRequest][]> {
  await ask(page, 'audit.verify', { job: 'check' });
  const lost = await ask(page, 'certificate.list', {
    filter: { eventId, search: '', states: ['lost'], bodyIds: [], decisionIds: [] },
    sorting: { column: 'number', descending: false },
    language: 'ky',
    offset: 0,
    limit: 1,
  });
  const certificateId = lost.rows[0]?.certificate?.id;
  const stick = await ask(page, 'handover.chooseFolder', { language: 'ky' });
  const handover =
    stick &&
    (await ask(page, 'handover.write', {
      ...{ eventId, scope: { kind: 'everything' }, level: 'public', folder: stick.folder },
      ...{ giver: 'Ү. Үлгүбеков', receiver: 'С. Сынакова', passphrase: null, languages: [...languages], job: 'stick' },
    }));
  return [
    [
      'incomplete-letter',
      { kind: 'incomplete-letter', eventId, bodyId: 'odihr', applicationIds: null, by: '2025-11-25' },
    ],
    ...(certificateId
      ? [['incident-report', { kind: 'incident-report', certificateId }] as [string, DocumentRequest]]
      : []),
    ...(handover
      ? [['handover-act', { kind: 'handover-act', handoverId: handover.id }] as [string, DocumentRequest]]
      : []),
    ['verification', { kind: 'verification' }],
  ];
}
