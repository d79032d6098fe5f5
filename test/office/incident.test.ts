import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '#locales/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import type { IncidentFields } from '#shared/domain/records/certificate.ts';
import { accreditedOffice, must, type AccreditedOffice } from '../support/accredited-office.ts';
import { ask, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const day = '2025-11-20';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let here: AccreditedOffice;
let ids: string[] = [];

beforeAll(async () => {
  place = await temporaryFolder();
  here = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 3 });
  const reserved = await ask(here.office, 'certificate.reserve', { applicationIds: here.people, issuedOn: day });
  ({ ids } = reserved);
  await must(here.office, { type: 'certificate.print', ids, paper: 'certificate' });
});
afterAll(async () => {
  await here.office.close();
  await compiler.close();
  await place.remove();
});

const known: IncidentFields = { on: '2025-11-19', where: 'Ош базары', reportedBy: 'Үлгү Өкүлов', reference: '№ 12' };
const report = (n: number, as: 'lost' | 'spoiled', incident: IncidentFields) => ({
  ...{ id: ids[n] ?? '', as, report: 'Жолдо жоголду', incident },
});

describe('the report on a certificate', () => {
  it('of a loss says where and by whom, and no day that has not come', async () => {
    const faults = async (incident: IncidentFields) =>
      (await refusalOf(here.office, 'certificate.report', report(0, 'lost', incident))).fields?.map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(await faults({ ...known, on: '2025-11-21' })).toEqual(['incident.on field.inFuture']);
    expect(await faults({ ...known, where: ' ', reportedBy: '' })).toEqual([
      'incident.where field.required',
      'incident.reportedBy field.required',
    ]);
  });

  it('is printed on one page in every language, told in the history, and may leave the day open', async () => {
    await ask(here.office, 'certificate.report', report(0, 'lost', known));
    await ask(here.office, 'certificate.replace', { id: ids[0] ?? '', issuedOn: day });
    const made = await ask(here.office, 'document.render', {
      request: { kind: 'incident-report', certificateId: ids[0] ?? '' },
      ...{ languages: [...languages], record: false, job: 'p' },
    });
    expect(made.pages).toBe(3);
    const text = (await pdfText(here.office.document(made.token)?.bytes ?? new Uint8Array())).join('\n');
    for (const language of languages) expect(text).toContain(locales[language].incident.paper.lost);
    for (const words of ['A-0001', 'A-0004', 'Ош базары', 'Үлгү Өкүлов', '№ 12', 'Жолдо жоголду']) {
      expect(text).toContain(words);
    }
    const history = await ask(here.office, 'history.of', { kind: 'application', id: here.people[0] ?? '' });
    const facts = history.flatMap((entry) => entry.facts.map(({ type }) => type));
    expect(facts).toEqual(expect.arrayContaining(['certificate.lost', 'certificate.incident.where']));

    await ask(
      here.office,
      'certificate.report',
      report(1, 'spoiled', { ...known, on: null, where: '', reportedBy: '' }),
    );
    expect(here.office.state().certificates.get(ids[1] ?? '')?.incident).toMatchObject({ on: null, recordedOn: day });
  });

  it('is not made of a certificate that is neither lost nor spoiled', async () => {
    const refusal = await refusalOf(here.office, 'document.render', {
      request: { kind: 'incident-report', certificateId: ids[2] ?? '' },
      ...{ languages: ['ky'], record: false, job: 'p' },
    });
    expect(refusal.code).toBe('certificate.wrongStatus');
  });
});
