/** The observer's mobile phone on its whole way: typed, listed, imported, merged, handed over, and on a badge. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { badgeListTable, fullTable, publicTable } from '../../electron/office/lists/people-tables.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { locales } from '#locales/index.ts';
import { completeDesign } from '#shared/domain/design/complete.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { handOver, lookAt, openExchanging, takeIn, type ExchangingOffice } from '../support/handing-over.ts';
import { ask, refusalOf, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';
import { someOrganisation, someDecision, someElection, somePerson } from '../support/fictitious.ts';

const compiler = testCompiler();
let stick: Awaited<ReturnType<typeof temporaryFolder>>;
let left: ExchangingOffice;
let right: ExchangingOffice;
let electionId: string;
let organisationId: string;
let person: string;
const typed = '+996 (555) 12-34-56';
const today = '2025-11-21';

beforeAll(async () => {
  stick = await temporaryFolder();
  left = await openExchanging(compiler, 'L', 'Л. Сынакчы');
  right = await openExchanging(compiler, 'R', 'О. Үлгүева');
  electionId = (await ask(left.office, 'election.save', { id: null, fields: someElection })).id;
  organisationId = (
    await ask(left.office, 'organisation.save', { id: null, fields: someOrganisation, correspondence: null })
  ).id;
});
afterAll(async () => {
  await left.close();
  await right.close();
  await stick.remove();
  await compiler.close();
});

const save = async ({ office }: ExchangingOffice, id: string | null, change: Partial<ApplicationFields>) => {
  const portrait = Uint8Array.from(drawPortrait(1, 'unspecified'));
  const crop = { x: 0, y: 0, width: 300, height: 400 };
  const photo = await ask(office, 'photo.add', { original: portrait, picture: portrait, crop });
  const fields = { ...somePerson(1), photo, ...change };
  return (await ask(office, 'application.save', { id, electionId, organisationId, fields })).id;
};
const phoneIn = ({ office }: ExchangingOffice, id = person) => office.state().applications.get(id)?.mobilePhone;

it('is optional, kept as typed, and refused in words when it can be no number', async () => {
  person = await save(left, null, {});
  expect(phoneIn(left)).toBe('');
  for (const wrong of ['1234', '1'.repeat(26), 'office 12345', '555.12.34.56', '( ) - +']) {
    const fields = { ...somePerson(1), mobilePhone: wrong };
    const refusal = await refusalOf(left.office, 'application.save', {
      id: person,
      electionId,
      organisationId,
      fields,
    });
    expect(refusal.fields, wrong).toEqual([{ path: 'mobilePhone', code: 'field.phone' }]);
  }
  for (const language of languages) expect(locales[language].errors.field.phone).toMatch(/5.+25/u);
  await save(left, person, { mobilePhone: typed });
  expect(phoneIn(left)).toBe(typed);
  const entries = await ask(left.office, 'history.of', { kind: 'application', id: person });
  expect(JSON.stringify(entries)).toContain(
    JSON.stringify({ field: 'mobilePhone', language: null, from: '', to: typed }),
  );
});

it('is a column of the list of people', async () => {
  for (const language of languages) {
    const columns = await ask(left.office, 'list.columns', { kind: 'people', language });
    expect(columns.find(({ id }) => id === 'mobilePhone')?.title).toBe(locales[language].applications.mobilePhone);
  }
  left.answers.saveFile = join(stick.folder, 'people.csv');
  const none = { statuses: [], organisationIds: [], countries: [], decisionIds: [], categories: [] };
  await ask(left.office, 'list.save', {
    list: {
      kind: 'people',
      filter: { electionId, search: '', ...none },
      sorting: { column: 'number', descending: false },
    },
    ...{ language: 'en', format: 'csv', job: 'list', columns: ['number', 'mobilePhone'] },
  });
  const text = await readFile(left.answers.saveFile, 'utf8');
  expect(text).toContain('Mobile phone');
  expect(text).toContain(typed);
});

it.each([
  'phone',
  'Mobile',
  'Mobile phone',
  'Tel.',
  'cell',
  'Телефон',
  'Мобильный телефон',
  'моб. тел.',
  'Уюлдук телефон',
  'телефону',
])('is known in an organisation’s table by the header %s, and a bad cell is named', async (header) => {
  left.answers.openFile = join(stick.folder, 'table.csv');
  await writeFile(
    left.answers.openFile,
    `Surname;Given names;${header}\nAshford;Elowina;0555 123456\nBirchdale;Bram;soon\n`,
  );
  const preview = await ask(left.office, 'import.choose', {
    electionId,
    organisationId,
    language: 'en',
    job: 'import',
  });
  const importId = preview?.importId ?? '';
  expect(preview?.columns.map(({ field }) => field)).toEqual(['surname.latin', 'given.latin', 'mobilePhone']);
  const { rows } = await ask(left.office, 'import.rows', { importId, show: 'open', offset: 0, limit: 10 });
  expect(rows.map(({ faults }) => faults.map(({ column, code }) => column + code))).toEqual([['Cfield.phone']]);
  if (header === 'phone') {
    await ask(left.office, 'import.adjust', {
      ...{ importId, job: 'skip' },
      change: { kind: 'skip', rows: rows.map(({ row }) => row), on: true },
    });
    await ask(left.office, 'import.commit', { importId, job: 'commit' });
    const taken = [...left.office.state().applications.values()].find(({ names }) => names.latin.given === 'Elowina');
    expect(taken?.mobilePhone).toBe('0555 123456');
    const [last] = await ask(left.office, 'import.list', { electionId });
    await ask(left.office, 'import.withdraw', { id: last?.id ?? '' });
  } else await ask(left.office, 'import.discard', { importId });
});

it('is settled by itself when two offices have typed it differently', async () => {
  await takeIn(right, await handOver(left, electionId, stick.folder));
  expect(phoneIn(right)).toBe(typed);
  await save(left, person, { mobilePhone: '0700 111111', remarks: 'сол' });
  await save(right, person, { mobilePhone: '0700 222222', remarks: 'оң' });
  const { seen, preview } = await lookAt(right, await handOver(left, electionId, stick.folder));
  const { receiveId } = seen;
  expect(preview).toMatchObject({ questions: 1, open: 1 });
  const asked = { receiveId, language: 'ru' as const, offset: 0, limit: 1 };
  const [question] = (await ask(right.office, 'receive.questions', asked)).rows;
  expect(question?.parts.map(({ part }) => part)).toEqual(['mobilePhone', 'remarks']);
  const sides = { mobilePhone: 'theirs', remarks: 'ours' } as const;
  await ask(right.office, 'receive.settle', {
    receiveId,
    settlements: [{ question: question?.key ?? '', choice: 'fields', sides }],
  });
  await ask(right.office, 'receive.commit', { receiveId, job: 'take' });
  expect(right.office.state().applications.get(person)).toMatchObject({ mobilePhone: '0700 111111', remarks: 'оң' });
});

it('is on the badge of a design that shows it, and on none by default', async () => {
  const { office } = left;
  await ask(office, 'application.markReady', { ids: [person] });
  const { id } = await ask(office, 'decision.draft', { electionId, fields: { ...someDecision, sessionDate: today } });
  await ask(office, 'decision.extendAnnex', { id, applicationIds: [person], action: 'accredit' });
  await ask(office, 'decision.adopt', { id, adoption: { number: '1', date: today } });
  await ask(office, 'certificate.reserve', { applicationIds: [person], issuedOn: today });
  const certificateIds = [...office.state().certificates.keys()];
  const badge = async () => {
    const request = { kind: 'badge' as const, certificateIds };
    const { token } = await ask(office, 'document.render', {
      request,
      languages: [...languages],
      record: false,
      job: 'b',
    });
    return (await pdfText(office.document(token)?.bytes ?? new Uint8Array())).join('\n');
  };
  expect(await badge()).not.toContain('0700 111111');
  // As an office put it in force before the program knew phones.
  const older = structuredClone(defaultDesign);
  older.categories.technical.colour = '#123456';
  for (const face of Object.values(older.faces)) {
    face.fields = face.fields.filter(({ field }) => field !== 'mobilePhone');
  }
  await ask(office, 'design.save', { design: older, job: 'design' });
  const { design } = await ask(office, 'design.current', {});
  expect(design).toEqual(completeDesign(older));
  expect(await badge()).not.toContain('0700 111111');
  for (const field of design.faces.a6.fields) if (field.field === 'mobilePhone') field.shown = true;
  await ask(office, 'design.save', { design, job: 'design' });
  expect((await badge()).match(/0700 111111/gu)).toHaveLength(1);
});

it('is in the full handover’s table alone: neither the badge list nor the public figures have it', async () => {
  const { office, answers } = left;
  const people = [...office.state().applications.values()].filter(({ id }) => id === person);
  for (const language of languages) {
    const title = locales[language]['handover-tables'].columns.mobilePhone;
    const full = fullTable(office.state(), people, today, language);
    expect(full.rows[0]?.[full.header.indexOf(title)]).toBe('0700 111111');
    for (const table of [
      badgeListTable(office.state(), people, today, language),
      publicTable(office.state(), electionId, new Set([organisationId]), today, language),
    ]) {
      expect(table.header).not.toContain(title);
      expect(JSON.stringify(table.rows)).not.toContain('0700');
    }
  }
  const open = await temporaryFolder();
  answers.chooseFolder = open.folder;
  for (const level of ['badge-list', 'public'] as const) {
    await ask(office, 'handover.chooseFolder', { language: 'ky' });
    await ask(office, 'handover.write', {
      ...{
        electionId,
        scope: { kind: 'everything' },
        level,
        folder: open.folder,
        passphrase: null,
        withVerifier: false,
      },
      ...{ giver: 'Л. Сынакчы', receiver: 'Ош', languages: [...languages], job: level },
    });
  }
  const files = (await readdir(open.folder, { recursive: true })).filter((name) =>
    /\.(csv|txt|json|html)$/u.test(name),
  );
  expect(files.some((name) => name.endsWith('.csv'))).toBe(true);
  for (const name of files) expect(await readFile(join(open.folder, name), 'utf8'), name).not.toContain('0700 111111');
  await open.remove();
});
