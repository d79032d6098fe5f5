/** Marks of typesetting, of pages and of spreadsheets in names: on paper and in tables they are letters like any others. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { Office } from '../../electron/office/office.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import { someOrganisation, threeTimes } from '../support/fictitious.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { ask, noAnswers, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const day = '2026-11-10';
const name = '#import "x": * $x^2$ *bold* _it_ @ref // `raw` <label> #panic("no") [a] {b} ~ \\ ';
const asTyped = (text: string) => text.replace(/\s+/gu, '');

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: string;
let organisationId: string;
let certificateIds: string[];
const answers = noAnswers();

beforeAll(async () => {
  place = await temporaryFolder();
  const made = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 1, answers });
  ({ office, electionId, organisationId } = made);
  await nameOrganisation(name);
  await office.call('certificate.reserve', { applicationIds: made.people, issuedOn: day });
  certificateIds = [...office.state().certificates.keys()];
}, 300_000);
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const nameOrganisation = (text: string) =>
  office.call('organisation.save', {
    id: organisationId,
    fields: { ...someOrganisation, name: threeTimes(text) },
    correspondence: null,
  });

type Request = Input<'document.render'>['request'];
const render = (request: Request) =>
  office.call('document.render', { request, languages: ['en'], record: false, job: 'j' });
const everybody = (): Request => ({ kind: 'badge-list', electionId, scope: { kind: 'organisation', organisationId } });

describe('a name with marks of another program', () => {
  it('stands on paper letter by letter', async () => {
    const requests: Request[] = [
      everybody(),
      { kind: 'certificate', certificateIds },
      { kind: 'issue-log', electionId, organisationId, only: 'all' },
    ];
    for (const request of requests) {
      const reply = await render(request);
      if (!reply.ok) throw new Error(`${request.kind}: ${JSON.stringify(reply.refusal)}`);
      const { token } = reply.value as { token: string };
      const pages = await pdfText(office.document(token)?.bytes ?? new Uint8Array());
      expect(asTyped(pages.join(' ')), request.kind).toContain(asTyped(name));
    }
  }, 300_000);

  it('never brings a document down: it is made, or the letter that no font has is named', async () => {
    const names = hostileTexts.filter((text) => text.trim() !== '').map((text) => text.slice(0, 500));
    let [made, refused] = [0, 0];
    // The longest way is the same for all of them: several at once, and each that no line may hold is refused before.
    for (const text of names) {
      if (!(await nameOrganisation(text)).ok) {
        refused += 1;
        continue;
      }
      if (made >= 25) continue;
      const reply = await render(everybody());
      if (!reply.ok) expect(reply.refusal.code).toMatch(/^(?:document|print|glyph)\./u);
      made += 1;
    }
    expect(made).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(2);
  }, 300_000);

  it('is no formula in a table that is saved', async () => {
    answers.saveFile = join(place.folder, 'list.csv');
    await nameOrganisation('=HYPERLINK("http://example.org","x")');
    const saved = await ask(office, 'list.save', {
      list: { kind: 'organisations', electionId, ids: [organisationId] },
      columns: (await ask(office, 'list.columns', { kind: 'organisations', language: 'en' })).map(({ id }) => id),
      format: 'csv',
      language: 'en',
      job: 'l',
    });
    expect(saved).toMatchObject({ saved: true });
    const text = await readFile(answers.saveFile, 'utf8');
    expect(text).toContain('HYPERLINK');
    expect(text).not.toMatch(/(?:^|[;"\n])=/u);
  });
});
