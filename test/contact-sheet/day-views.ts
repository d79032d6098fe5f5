/** The dialogs of a clerk's day: each is opened on records that stand just before that step. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { locales } from '#locales/index.ts';
import type { ApplicationStatus } from '#shared/domain/records/application.ts';
import type { CertificateStatus } from '#shared/domain/records/certificate.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someDecision } from '../support/fictitious.ts';
import { ask } from '../support/office.ts';
import { button, press, type View, type Words } from './views.ts';

/** What the dialogs are opened on. */
type Day = {
  draft: string;
  received: string;
  /** A person whom a new application may be like. */
  known: { surname: string; given: string; birthDate: string };
  printed: { number: string; person: string };
  issued: { number: string; person: string };
  /** Spoiled or lost, with nothing in its place yet. */
  unreplaced: { number: string; person: string } | null;
  table: string;
};

/** An untidy table: a bad date, somebody who is in the register already, and a citizen of the host country. */
const untidy = (known: Day['known']): string =>
  [
    'Surname;Given names;Date of birth;Passport number;Citizenship;Что-то',
    'Oakthorpe;Elowina;31.02.1980;L1000001;Mongolia;a',
    `${known.surname};${known.given};${formatDate(known.birthDate)};L1000002;Mongolia;b`,
    'Umbermoor;Selwyn;05.05.1985;AN5550001;Kyrgyz Republic;c',
    'Larchwood;Seren;09.09.1990;T1000009;Mongolia;d',
  ].join('\r\n');

/** Makes a draft with three people, and finds the records that the dialogs need. */
export async function prepareDay(page: Page, place: string): Promise<Day> {
  const electionId = (await ask(page, 'election.list', {}))[0]?.id ?? '';
  const people = async (status: ApplicationStatus, limit: number) => {
    const none = { search: '', organisationIds: [], countries: [], decisionIds: [], categories: [] };
    const sorting = { column: 'number' as const, descending: false };
    const filter = { ...none, electionId, statuses: [status] };
    const { rows } = await ask(page, 'application.list', { filter, sorting, language: 'ky', offset: 0, limit });
    return rows.map(({ id }) => id);
  };
  const certificate = async (...states: CertificateStatus[]) => {
    const { rows } = await ask(page, 'certificate.list', {
      filter: { electionId, search: '', states, organisationIds: [], decisionIds: [] },
      sorting: { column: 'number', descending: false },
      ...{ language: 'ky', offset: 0, limit: 20 },
    });
    const [row] = rows.filter(({ certificate: one }) => one?.successorId === null);
    return row ? { number: row.certificate?.number ?? '', person: row.person.latin } : null;
  };
  const { id: draft } = await ask(page, 'decision.draft', { electionId, fields: someDecision });
  const ready = await people('ready', 2);
  const accredited = await people('accredited', 1);
  await ask(page, 'decision.extendAnnex', { id: draft, applicationIds: ready, action: 'accredit' });
  await ask(page, 'decision.extendAnnex', { id: draft, applicationIds: accredited, action: 'revoke' });
  const { application } = await ask(page, 'application.get', { id: accredited[0] ?? '' });
  const known = { ...application.names.latin, birthDate: application.birthDate ?? '' };
  const table = join(place, 'list.csv');
  await writeFile(table, untidy(known));
  const nobody = { number: '', person: '' };
  return {
    ...{ draft, known, table, received: (await people('received', 1))[0] ?? '' },
    printed: (await certificate('printed')) ?? nobody,
    issued: (await certificate('issued')) ?? nobody,
    unreplaced: await certificate('spoiled', 'lost'),
  };
}

const dialogOf = (page: Page) => page.getByRole('dialog');
const passport = 'P<DEUERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36DEU7408122F3804151ZE184226B<<<<<16';

/** Ticks one person of the annex, then opens what can be done with those chosen. */
const ofTheFirst =
  (name: (w: Words) => string): NonNullable<View['open']> =>
  async (page, language) => {
    await page.getByRole('main').locator('tbody').getByRole('checkbox').first().check();
    await press(name)(page, language);
  };

/** Finds one certificate in the list. */
async function find(page: Page, language: Language, number: string): Promise<void> {
  const { search, found_one: found } = locales[language].certificates;
  await page.getByRole('textbox', { name: search }).fill(number);
  await expect(page.getByText(found.replace('{{count}}', '1')).first()).toBeVisible();
}

async function choose(page: Page, language: Language, { number, person }: Day['printed']): Promise<void> {
  await find(page, language, number);
  const tick = locales[language].certificates.choose.replace('{{person}}', person);
  await page.getByRole('checkbox', { name: tick, exact: true }).check();
}

const rowMenu =
  (number: string, item: (w: Words) => string): NonNullable<View['open']> =>
  async (page, language) => {
    const w = locales[language];
    await page.getByRole('textbox', { name: w.certificates.search }).fill(number);
    await button(page, w.certificates.more.replace('{{number}}', number)).click();
    await page.getByRole('menuitem', { name: item(w), exact: true }).click();
    await expect(dialogOf(page)).toBeVisible();
  };

const importTo =
  (table: string, step: 'columns' | 'people'): NonNullable<View['open']> =>
  async (page, language, running) => {
    const { imports } = locales[language];
    await answerDialogs(running.electron, { openFile: table });
    await page.getByRole('combobox', { name: imports.organisation }).click();
    await page.getByRole('option').first().click();
    await button(page, imports.choose).click();
    await expect(button(page, imports.next)).toBeVisible();
    if (step === 'people') await button(page, imports.next).click();
  };

const latinName = (w: Words['applications'], part: 'surname' | 'given'): string =>
  w.nameIn.replace('{{part}}', w[part]).replace('{{script}}', w.latin);

export const dayViews = (day: Day): readonly View[] => [
  { name: 'day - draft', address: `decisions/${day.draft}` },
  { name: 'day - agenda', address: `decisions/${day.draft}`, open: press((w) => w.decisions.addReady) },
  { name: 'day - revocation', address: `decisions/${day.draft}`, open: press((w) => w.decisions.addRevoke) },
  { name: 'day - refusal', address: `decisions/${day.draft}`, open: ofTheFirst((w) => w.decisions.setRefuse) },
  { name: 'day - place on the agenda', address: `decisions/${day.draft}`, open: ofTheFirst((w) => w.agenda.moveTo) },
  { name: 'day - adoption', address: `decisions/${day.draft}`, open: press((w) => w.decisions.adopt) },
  {
    name: 'day - send back',
    address: `applications/${day.received}`,
    open: press((w) => w.applications.sendBack),
  },
  { name: 'day - withdrawal', address: `applications/${day.received}`, open: press((w) => w.applications.withdraw) },
  {
    name: 'day - passport says otherwise',
    address: `applications/${day.received}`,
    open: async (page, language) => {
      await page.getByRole('textbox', { name: latinName(locales[language].applications, 'surname') }).focus();
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }, passport);
      await expect(dialogOf(page)).toBeVisible();
    },
  },
  {
    name: 'day - people alike',
    address: 'applications/new',
    open: async (page, language) => {
      const { applications: w, duplicates } = locales[language];
      await page.getByRole('textbox', { name: latinName(w, 'surname') }).fill(day.known.surname);
      await page.getByRole('textbox', { name: latinName(w, 'given') }).fill(day.known.given);
      await page.getByRole('textbox', { name: w.birthDate }).fill(formatDate(day.known.birthDate));
      await page.keyboard.press('Tab');
      await page
        .getByRole('form', { name: w.form })
        .getByRole('button', { name: duplicates.compare, exact: true })
        .click();
      await expect(dialogOf(page)).toBeVisible();
    },
  },
  {
    name: 'day - photo',
    address: `applications/${day.received}`,
    open: async (page, language) => {
      const buffer = Buffer.from(drawPortrait(3, 'male'));
      await page.locator('input[type=file]').first().setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
      await expect(page.getByRole('group', { name: locales[language].photos.frame.area })).toBeVisible();
    },
  },
  { name: 'day - table, columns', address: 'applications/import', open: importTo(day.table, 'columns') },
  { name: 'day - table, people', address: 'applications/import', open: importTo(day.table, 'people') },
  {
    name: 'day - numbers given',
    address: 'certificates',
    open: async (page, language) => {
      const { certificates: w, domain } = locales[language];
      await page.getByRole('combobox', { name: w.state }).click();
      await page.getByRole('option', { name: domain.certificateState.none }).click();
      await button(page, w.chooseAll).click();
      await press(({ certificates }) => certificates.reserve)(page, language);
    },
  },
  {
    name: 'day - issue',
    address: 'certificates',
    open: async (page, language) => {
      await choose(page, language, day.printed);
      await press((w) => w.certificates.issue)(page, language);
      await dialogOf(page).getByRole('radio', { name: locales[language].certificates.toProxy }).check();
    },
  },
  {
    name: 'day - printed already',
    address: 'certificates',
    open: async (page, language) => {
      const { certificates: w, printing, reprint } = locales[language];
      await choose(page, language, day.printed);
      await button(page, w.print).click();
      await page.getByRole('menuitem', { name: w.printBadges, exact: true }).click();
      await button(page, printing.record).click({ timeout: 60_000 });
      await expect(page.getByRole('dialog', { name: reprint.title, exact: true })).toBeVisible();
    },
  },
  { name: 'day - lost', address: 'certificates', open: rowMenu(day.issued.number, (w) => w.certificates.lost) },
  { name: 'day - spoiled', address: 'certificates', open: rowMenu(day.printed.number, (w) => w.certificates.spoiled) },
  { name: 'day - returned', address: 'certificates', open: rowMenu(day.issued.number, (w) => w.certificates.return) },
  ...(day.unreplaced
    ? [
        {
          name: 'day - replacement',
          address: 'certificates',
          open: rowMenu(day.unreplaced.number, (w) => w.certificates.replace),
        },
      ]
    : []),
  {
    name: 'day - counter',
    address: 'certificates/counter',
    open: async (page, language) => {
      await page.locator('input').first().fill(day.printed.number);
      await page.getByRole('radio', { name: locales[language].certificates.toProxy }).check();
    },
  },
  {
    name: 'day - printed well',
    address: 'certificates/queue',
    open: async (page, language) => {
      const w = locales[language]['print-queue'];
      await page.getByRole('combobox', { name: w.reason }).click();
      await page.getByRole('option', { name: new RegExp(`^${w.reasons.awaited}`, 'u') }).click();
      await button(page, w.chooseShown).click();
      await page
        .getByRole('button')
        .filter({ hasText: w.judge.split('{{')[0] ?? '' })
        .click();
      await dialogOf(page).getByRole('radio', { name: w.notThese }).check();
    },
  },
];
