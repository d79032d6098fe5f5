/**
 * The signed code as a worn laser printer leaves it and a phone held by hand sees it. Made by calculation: no printer and
 * no phone stand by the tests.
 */
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCode, referenceOf } from '#shared/badge-check/statement.ts';
import { accreditedOffice, type AccreditedOffice } from '../support/accredited-office.ts';
import { ask, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfPixels, type Pixels } from '../support/pdf.ts';
import { photographed, printedAt, type Photograph } from '../support/photographed-print.ts';

const compiler = testCompiler();
const day = '2026-11-10';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let made: AccreditedOffice;
let certificateId: string;
beforeAll(async () => {
  place = await temporaryFolder();
  made = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 1 });
  const { ids } = await ask(made.office, 'certificate.reserve', { applicationIds: made.people, issuedOn: day });
  certificateId = ids[0] ?? '';
});
afterAll(async () => {
  await made.office.close();
  await compiler.close();
  await place.remove();
});

async function page(badge: { format: 'a6' | 'card'; twoSided: boolean }, side: number): Promise<Pixels> {
  const { token } = await ask(made.office, 'document.render', {
    request: { kind: 'badge', certificateIds: [certificateId], design: 'current', ...badge },
    ...{ languages: ['ky', 'ru', 'en'], record: false, job: 'p' },
  });
  const found = (await pdfPixels(made.office.document(token)?.bytes ?? new Uint8Array(), printedAt))[side];
  if (!found) throw new Error('no page');
  return found;
}

const steady: Photograph = {
  ...{ toner: 0, specks: 0, seenAt: 200, turned: 0, tilted: 0, blur: 0, light: [1, 1], noise: 0, seed: 1 },
};
const hardships: Record<string, Partial<Photograph>> = {
  'toner too thick': { toner: 1 },
  'toner too thin': { toner: -1 },
  'specks of toner': { specks: 0.01 },
  'a turned phone': { turned: 7 },
  'a tilted phone': { tilted: 0.12 },
  'a lens that is not quite sharp': { blur: 1 },
  'a lamp from one side': { light: [1, 0.35] },
  'a dark room': { light: [0.5, 0.4], noise: 12 },
  'all of it together': {
    ...{ toner: 1, specks: 0.003, turned: 5, tilted: 0.06, blur: 1, light: [0.9, 0.5], noise: 6 },
  },
};
/**
 * A camera gives some 25 pictures a second, from a hand that trembles; the reader takes the first that it can read. Every
 * run has another code, because the office's key is new: a second is allowed to each.
 */
const pictures = 25;
/** So many positions of the hand, one degree apart, before it comes back to the first. */
const positions = 8;

function read(paper: Pixels, hardship: Partial<Photograph>): string {
  for (let picture = 0; picture < pictures; picture += 1) {
    const turned = (hardship.turned ?? 0) - (picture % positions);
    const seen = photographed(paper, { ...steady, ...hardship, turned, seed: picture + 1 });
    try {
      return decodeQR(seen, { effort: 4, timeLimit: 20_000 });
    } catch {
      // Not in this one.
    }
  }
  return 'not read';
}

describe('a signed code printed and photographed is read through every hardship, and as nothing else', () => {
  for (const [name, format, side] of [
    ['on a badge', 'a6', 0],
    ['on a card’s back', 'card', 1],
  ] as const) {
    it(name, async () => {
      const paper = await page({ format, twoSided: side === 1 }, side);
      const code = decodeQR(photographed(paper, steady), { effort: 4, timeLimit: 20_000 });
      expect(decodeCode(code)?.statement.certificate).toBe(referenceOf(certificateId));
      for (const [hardship, photograph] of Object.entries(hardships))
        expect(read(paper, photograph), hardship).toBe(code);
    });
  }
});
