/** The pictures themselves: every screen as a clerk meets it, every document as it prints. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import { badgeFormats } from '#shared/domain/records/design.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { launchApp, resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { pdfPages } from '../support/pdf.ts';
import { dayViews, prepareDay } from './day-views.ts';
import { folder, isWanted, looks, take } from './take.ts';
import { views, type View } from './views.ts';

/** One window for all pictures of a language: starting it takes longer than a picture. */
const test = base.extend<{ running: RunningApp }>({
  // Playwright's fixtures want a pattern, also an empty one.
  running: async ({}, use) => {
    const running = await launchApp({ sample: true });
    await use(running);
    await running.close();
  },
});

for (const language of languages) {
  for (const look of looks) {
    test(`screens in ${language}, ${look}`, async ({ running }) => {
      const { page } = running;
      await sampleIsOpen(page);
      await ask(page, 'preferences.set', { language, colourScheme: look });
      await resizeTo(running, screenSizes.small);
      // Forms are left as they are begun; nobody is there to answer the question about it.
      await running.electron.evaluate(({ dialog }) => {
        dialog.showMessageBoxSync = () => 1;
      });
      const picture = async ({ name, address, open }: View): Promise<void> => {
        if (!isWanted(name)) return;
        // Without telling the page, which would ask what becomes of a form that is begun.
        await page.evaluate((hash) => history.replaceState(null, '', `#/${hash}`), address);
        await page.reload();
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.getByRole('status', { name: locales[language].common.state.loading })).toHaveCount(0);
        await open?.(page, language, running);
        await take(running, name, language, look);
      };
      // One screen that does not open leaves the others their pictures.
      const faults: string[] = [];
      const pictures = async (all: readonly View[]): Promise<void> => {
        for (const view of all) {
          await picture(view).catch((fault: unknown) => faults.push(`${view.name}: ${String(fault)}`));
        }
      };
      await pictures(views);
      const place = await mkdtemp(join(tmpdir(), 'contact-sheet-'));
      await pictures(dayViews(await prepareDay(page, place)));
      expect(faults).toEqual([]);
      await rm(place, { recursive: true, force: true });
    });
  }
}

/** Before anybody works: the first screen, a new office, and the office that is locked. */
for (const language of languages) {
  for (const look of looks) {
    test(`doors in ${language}, ${look}`, async () => {
      const w = locales[language];
      const taken = (running: RunningApp, name: string): Promise<void> => take(running, name, language, look);
      const empty = await launchApp();
      const { page } = empty;
      await ask(page, 'preferences.set', { language, colourScheme: look });
      await page.reload();
      await expect(page.getByRole('heading', { name: w.entry.begin })).toBeVisible();
      await taken(empty, 'door - first screen');
      await page.getByRole('button', { name: w.entry.own.new, exact: true }).click();
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
  const [election] = await ask(page, 'election.list', {});
  const electionId = election?.id ?? '';
  const listed = await ask(page, 'certificate.list', {
    filter: { electionId, search: '', states: ['printed', 'issued'], organisationIds: [], decisionIds: [] },
    sorting: { column: 'number', descending: false },
    language: 'ky',
    offset: 0,
    limit: 9,
  });
  const certificateIds = listed.rows.flatMap(({ certificate }) => certificate?.id ?? []);
  const [decision] = (await ask(page, 'decision.list', { electionId })).filter(({ status }) => status === 'adopted');
  const columns = await ask(page, 'list.columns', { kind: 'decisions', language: 'ky' });
  const requests: [string, DocumentRequest][] = [
    ['certificate', { kind: 'certificate', certificateIds: certificateIds.slice(0, 2) }],
    ['badge', { kind: 'badge', certificateIds }],
    ...badgeFormats.map((format): [string, DocumentRequest] => [
      `badge-${format}`,
      { kind: 'badge', certificateIds, format, twoSided: true },
    ]),
    ['calibration', { kind: 'calibration', printerId: null }],
    ['badge-list', { kind: 'badge-list', electionId, scope: { kind: 'everything', groupBy: 'organisation' } }],
    ['issue-log', { kind: 'issue-log', electionId, organisationId: null, only: 'all' }],
    ['not-collected', { kind: 'issue-log', electionId, organisationId: null, only: 'uncollected' }],
    ['number-register', { kind: 'number-register', filter: { electionId, search: '', states: [] } }],
    ['list', { kind: 'list', list: { kind: 'decisions', electionId }, columns: columns.map(({ id }) => id) }],
    ['statement', { kind: 'statement', electionId, from: '2025-11-12', to: '2025-11-19' }],
    ['figures', { kind: 'figures', electionId, day: '2025-11-30' }],
    ...(decision ? [['decision', { kind: 'decision', decisionId: decision.id }] as [string, DocumentRequest]] : []),
    ...(await papersOfSingleCases(page, electionId)),
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
async function papersOfSingleCases(page: Page, electionId: string): Promise<[string, DocumentRequest][]> {
  await ask(page, 'audit.verify', { job: 'check' });
  const lost = await ask(page, 'certificate.list', {
    filter: { electionId, search: '', states: ['lost'], organisationIds: [], decisionIds: [] },
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
      ...{ electionId, scope: { kind: 'everything' }, level: 'public', folder: stick.folder },
      ...{ giver: 'Ү. Үлгүбеков', receiver: 'С. Сынакова', passphrase: null, languages: [...languages], job: 'stick' },
    }));
  return [
    [
      'incomplete-letter',
      { kind: 'incomplete-letter', electionId, organisationId: 'odihr', applicationIds: null, by: '2025-11-25' },
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
