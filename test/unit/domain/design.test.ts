import { leastSide } from '#shared/badge-check/code-size.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastWithWhite } from '#shared/domain/base/colour.ts';
import { completeDesign } from '#shared/domain/design/complete.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { backLayout, frontLayout, hasBack, regionsOf, type FieldBox, type Rect } from '#shared/domain/design/layout.ts';
import { checkDesign, fieldsOf } from '#shared/domain/design/rules.ts';
import { sizeLimits } from '#shared/domain/design/sizes.ts';
import {
  Design,
  badgeFormats,
  faceOfFormat,
  faces,
  type Face,
  type FaceDesign,
} from '#shared/domain/records/design.ts';
import { sheets } from '#shared/domain/design/imposition.ts';
import {
  faceOf,
  fittedFaces,
  marginFault,
  widestMargin,
  type PrintedFormat,
} from '#shared/domain/design/printer-fit.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { changeDesign } from '#shared/domain/decide/design.ts';
import { designOf } from '#shared/domain/rules/design-version.ts';
import type { DecideContext } from '#shared/domain/register/commands.ts';
import { emptyState } from '#shared/domain/register/state.ts';
import { someHead } from '../../support/fictitious.ts';
import { checkPrinters, type Printer } from '#shared/domain/records/printer.ts';

/** Any design of a face that the rules let pass: fields anywhere, in any order and size, hidden or shown. */
const anyFace = (face: Face): fc.Arbitrary<FaceDesign> =>
  fc.record({
    photo: fc.boolean(),
    qr: fc.boolean(),
    emblem: fc.boolean(),
    fields: fc.shuffledSubarray(fieldsOf(face), { minLength: fieldsOf(face).length }).chain((fields) =>
      fc.tuple(
        ...fields.map((field) => {
          const { least, most } = sizeLimits(face, field);
          const usual = defaultDesign.faces[face].fields.find((one) => one.field === field);
          const isFixed = field === 'back' || usual?.region === 'header';
          return fc.record({
            field: fc.constant(field),
            region: isFixed ? fc.constant(usual?.region ?? 'back') : fc.constantFrom(...regionsOf(face)),
            shown: ['title', 'name', 'number'].includes(field) ? fc.constant(true) : fc.boolean(),
            size: fc.integer({ min: Math.ceil(least), max: Math.floor(most) }),
          });
        }),
      ),
    ),
  });

const inside = (box: Rect, width: number, height: number): boolean =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1e-6 && box.y + box.height <= height + 1e-6;
const apart = (one: Rect, other: Rect): boolean =>
  one.x + one.width <= other.x + 1e-6 ||
  other.x + other.width <= one.x + 1e-6 ||
  one.y + one.height <= other.y + 1e-6 ||
  other.y + other.height <= one.y + 1e-6;

function expectApart(all: readonly { name: string; rect: Rect }[]): void {
  all.forEach(({ name, rect }, index) => {
    for (const other of all.slice(index + 1)) expect(apart(rect, other.rect), `${name} and ${other.name}`).toBe(true);
  });
}
const named = (boxes: readonly FieldBox[]) => boxes.map((box) => ({ name: box.field, rect: box }));

describe('a design', () => {
  it.each(faces)(
    'of %s never lets fields, photo and code overlap or leave the paper, whatever the clerk chooses',
    (face) => {
      fc.assert(
        fc.property(anyFace(face), (design) => {
          const whole = { ...defaultDesign, faces: { ...defaultDesign.faces, [face]: design } };
          expect(checkDesign(whole)).toEqual([]);
          expect(Design.safeParse(whole).success).toBe(true);
          const layout = frontLayout(face, design);
          const pictures = (['photo', 'qr', 'emblem', 'stamp'] as const).flatMap((name) => {
            const rect = layout[name];
            return rect ? [{ name, rect }] : [];
          });
          expectApart([...named(layout.boxes), ...pictures]);
          for (const { rect } of [...named(layout.boxes), ...pictures]) {
            expect(inside(rect, layout.width, layout.height)).toBe(true);
          }
          const shown = design.fields.filter((field) => field.shown && field.region !== 'back');
          expect(layout.boxes).toHaveLength(shown.length);
          if (!hasBack(face)) return;
          const back = backLayout(face, design);
          const behind = (['emblem', 'qr'] as const).flatMap((name) => {
            const rect = back[name];
            return rect ? [{ name, rect }] : [];
          });
          expectApart([...named(back.boxes), ...behind]);
          for (const { name, rect } of [...named(back.boxes), ...behind]) {
            expect(inside(rect, back.width, back.height), name).toBe(true);
          }
          // A paper with a back has a code of the size that is signed on one of its sides.
          if (design.qr) expect(Math.max(layout.qr?.width ?? 0, back.qr?.width ?? 0)).toBeGreaterThanOrEqual(leastSide);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('keeps its words away from the edge that printers cannot reach', () => {
    for (const face of ['certificate', 'a6', 'a7'] as const) {
      const layout = frontLayout(face, defaultDesign.faces[face]);
      for (const box of layout.boxes) {
        expect(box.x, `${face} ${box.field}`).toBeGreaterThanOrEqual(4);
        expect(box.y, `${face} ${box.field}`).toBeGreaterThanOrEqual(4);
        expect(layout.width - box.x - box.width).toBeGreaterThanOrEqual(4);
        expect(layout.height - box.y - box.height).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it('is refused for a pale colour, a size out of its limits, a field in no place, a hidden name', () => {
    const wrong = structuredClone(defaultDesign);
    wrong.categories.technical.colour = '#ffee88';
    wrong.texts.back.ky = 'Бир гана тилде';
    const [title, ...others] = wrong.faces.card.fields;
    if (!title) throw new Error('no field');
    wrong.faces.card.fields = [
      { ...title, size: 39 },
      ...others.map((field) =>
        field.field === 'name'
          ? { ...field, shown: false }
          : field.field === 'organisation'
            ? { ...field, region: 'line' as const }
            : field,
      ),
    ];
    expect(checkDesign(wrong).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'categories.technical.colour field.tooPale',
      'texts.back field.threeLanguages',
      'faces.card.title field.sizeRange',
      'faces.card.name field.required',
      'faces.card.organisation field.noSuchPlace',
    ]);
    wrong.faces.card.fields = [title, title];
    expect(checkDesign(wrong).some(({ path }) => path === 'faces.card')).toBe(true);
  });

  it('that was recorded before a field was known is completed with the field hidden, and can be saved again', () => {
    const older = structuredClone(defaultDesign);
    older.categories.technical.colour = '#123456';
    for (const face of Object.values(older.faces))
      face.fields = face.fields.filter(({ field }) => field !== 'election');
    const election = { version: 1, design: older, officer: 'A', at: '2025-10-24T08:00:00.000Z' };
    const state = evolve(emptyState, { type: 'office.designChanged', ...election });
    const completed = designOf(state, 1);
    for (const face of faces) {
      expect(completed.faces[face].fields.slice(0, -1)).toEqual(older.faces[face].fields);
      expect(completed.faces[face].fields.at(-1)).toMatchObject({ field: 'election', shown: false });
      expect(frontLayout(face, completed.faces[face])).toEqual(frontLayout(face, older.faces[face]));
    }
    expect(checkDesign(completed)).toEqual([]);
    expect(completeDesign(completed)).toBe(completed);
    const context: DecideContext = {
      ...{ at: '2025-10-24T08:00:00.000Z', today: '2025-10-24' },
      ...{ actor: someHead, sha256: (text) => text },
    };
    const save = (design: Design) => changeDesign(state, { type: 'office.changeDesign', design }, context);
    expect(save(completed)).toEqual({ ok: true, value: [] });
    expect(save(older)).toEqual({ ok: true, value: [] });
  });

  it('has colours of the program’s own that white can be read on', () => {
    for (const { colour } of Object.values(defaultDesign.categories)) {
      expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1);
    expect(contrastWithWhite('#000000')).toBeCloseTo(21);
  });
});

describe('a sheet', () => {
  it.each(badgeFormats)('of %s holds whole faces that do not overlap, and each back lies on its front', (format) => {
    const sheet = sheets[format];
    const { width, height } = frontLayout(faceOfFormat[format], defaultDesign.faces[faceOfFormat[format]]);
    const rects = sheet.slots.map(({ x, y }) => ({ name: 'slot', rect: { x, y, width, height } }));
    expectApart(rects);
    for (const { rect } of rects) expect(inside(rect, sheet.width, sheet.height)).toBe(true);
    sheet.slots.forEach((slot, index) => {
      const back = sheet.backs[index];
      // Turned over the long side, what was at the left is at the right; folded, likewise, about the fold.
      expect(back?.x).toBeCloseTo(sheet.width - slot.x - width);
      expect(back?.y).toBeCloseTo(slot.y);
    });
  });
});

describe('printers', () => {
  const printer: Printer = {
    ...{ id: 'p1', name: 'HP', front: { x: 0.5, y: -0.4 }, back: { x: 0, y: 0 }, margin: 4 },
    ...{ certificates: true, badges: true },
  };
  it('have a name, and each paper one of them', () => {
    expect(checkPrinters([printer])).toEqual([]);
    expect(checkPrinters([printer, { ...printer, id: 'p2', name: ' ', margin: 9 }])).toMatchObject([
      { path: '1.name', code: 'field.required' },
      { path: '1.certificates', code: 'field.onePrinter' },
      { path: '1.badges', code: 'field.onePrinter' },
    ]);
  });

  /** Everything that is printed on a face, as places on its sheet. */
  const onSheet = (format: PrintedFormat, margin: number) => {
    const faces = fittedFaces({ format, twoSided: true, design: defaultDesign }, margin);
    if (!faces) return null;
    const sheet = sheets[format];
    const sides = [
      { layout: faces.front, places: sheet.slots },
      ...(faces.back ? [{ layout: faces.back, places: sheet.backs }] : []),
    ];
    return sides.flatMap(({ layout: { photo, qr, emblem, boxes }, places }) =>
      places.flatMap((at) =>
        [photo, qr, emblem, ...boxes].flatMap((one) => (one ? [{ ...one, x: at.x + one.x, y: at.y + one.y }] : [])),
      ),
    );
  };

  it('have everything printed clear of the edge they cannot reach, up to the widest that leaves room', () => {
    for (const format of ['certificate', ...badgeFormats] as const) {
      const widest = widestMargin({ format, twoSided: true, design: defaultDesign });
      const { width, height } = sheets[format];
      for (let margin = 0; margin <= widest; margin += 0.5) {
        for (const one of onSheet(format, margin) ?? [{ x: -1, y: -1, width: 0, height: 0 }]) {
          expect(one.x, format).toBeGreaterThanOrEqual(margin - 0.001);
          expect(one.y, format).toBeGreaterThanOrEqual(margin - 0.001);
          expect(one.x + one.width, format).toBeLessThanOrEqual(width - margin + 0.001);
          expect(one.y + one.height, format).toBeLessThanOrEqual(height - margin + 0.001);
        }
      }
      const tooWide = { format, twoSided: true, design: defaultDesign };
      expect(onSheet(format, widest + 0.3), format).toBeNull();
      expect(marginFault(tooWide, widest + 0.3)).toEqual({ most: widest, by: 0.3 });
    }
  });

  it('leave every paper as it was designed where nothing stands in the edge, and the code in its size', () => {
    for (const format of ['certificate', ...badgeFormats] as const) {
      const wanted = { format, twoSided: false, design: defaultDesign };
      const plain = fittedFaces(wanted, 0);
      expect(plain?.front).toEqual(frontLayout(faceOf(format), defaultDesign.faces[faceOf(format)]));
      expect(plain?.share).toBe(1);
      const narrow = fittedFaces(wanted, widestMargin(wanted));
      expect(narrow?.share).toBeGreaterThanOrEqual(0.9);
      expect(narrow?.front.qr?.width).toBe(plain?.front.qr?.width);
    }
  });
});
