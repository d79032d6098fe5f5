import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { i18n } from '../../renderer/base/i18n.ts';
import { wordFact } from '../../renderer/components/history-words.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import { ask, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const day = '2025-10-24';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let here: AccreditedOffice;
let ids: string[];

beforeAll(async () => {
  place = await temporaryFolder();
  here = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 2 });
  ids = (await ask(here.office, 'certificate.reserve', { applicationIds: here.people, issuedOn: day })).ids;
});
afterAll(async () => {
  await here.office.close();
  await compiler.close();
  await place.remove();
});

const printing = (certificateIds: string[], job = 'print') => ({
  request: { kind: 'certificate' as const, certificateIds },
  ...{ languages: ['ky' as const], record: true, job },
});
const certificate = (id = '') => here.office.state().certificates.get(id);

describe('printing that counts', () => {
  it('records nothing when a photo is missing, and asks no reason once it is back', async () => {
    const photos = join(place.folder, 'office', 'photos');
    await rename(photos, `${photos}-away`);
    const { seq } = here.office.head();
    expect((await refusalOf(here.office, 'document.render', printing(ids))).code).toBe('photo.missing');
    expect(here.office.head().seq).toBe(seq);
    expect(certificate(ids[0])).toMatchObject({ status: 'reserved', printed: null, printRuns: [] });
    await rename(`${photos}-away`, photos);
    const made = await ask(here.office, 'document.render', printing(ids));
    expect(ids.map((id) => certificate(id)?.status)).toEqual(['printed', 'printed']);
    const [first] = await pdfText(here.office.document(made.token)?.bytes ?? new Uint8Array());
    expect(first).toContain(certificate(ids[0])?.number);
  });

  it('records nothing when it is cancelled while the paper is made', async () => {
    const { seq } = here.office.head();
    const request = { ...printing(ids, 'cancelled'), reason: 'Кагаз бузулду' };
    const refused = refusalOf(here.office, 'document.render', request);
    here.office.cancelJob('cancelled');
    expect((await refused).code).toBe('job.cancelled');
    expect(here.office.head().seq).toBe(seq);
  });

  it('asks for the reason before it makes anything', async () => {
    const { seq } = here.office.head();
    expect((await refusalOf(here.office, 'document.render', printing(ids))).code).toBe('certificate.printedBefore');
    expect(here.office.head().seq).toBe(seq);
  });

  it('tells in the person’s history why paper was printed once more', async () => {
    await ask(here.office, 'document.render', { ...printing(ids), reason: 'Кагаз бузулду' });
    const { number } = certificate(ids[0]) ?? {};
    const entries = await ask(here.office, 'history.of', { kind: 'application', id: here.people[0] ?? '' });
    const told = entries.at(-1)?.facts[0];
    expect(told).toMatchObject({ type: 'certificate.printed.again', params: { number, reason: 'Кагаз бузулду' } });
    for (const language of languages) {
      await i18n.changeLanguage(language);
      expect(told && wordFact(told, language)).toMatch(new RegExp(`${String(number)} .*: Кагаз бузулду$`, 'u'));
    }
  });
});
