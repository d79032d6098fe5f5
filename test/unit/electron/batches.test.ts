import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf, mostInBatch } from '../../../electron/office/documents/batches.ts';
import type { Paper } from '../../../electron/office/documents/paper-data.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { sheets } from '#shared/domain/design/imposition.ts';
import { makeBadges } from '../../support/badges.ts';

const [someone] = makeBadges(1);
if (!someone) throw new Error('there is no badge');
const formats = Object.keys(sheets) as Paper['format'][];

const papers = fc
  .array(fc.record({ format: fc.constantFrom(...formats), count: fc.nat(300) }), { maxLength: 5 })
  .map((chosen) =>
    chosen.map(({ format, count }, paper): Paper => {
      const people = Array.from({ length: count }, (_, index) => ({
        ...someone.person,
        number: `${String(paper)}-${String(index)}`,
      }));
      return { format, twoSided: false, design: defaultDesign, people };
    }),
  );
const numbersOf = (list: readonly Paper[]): string[] =>
  list.flatMap(({ people }) => people.map(({ number }) => number));

describe('the batches that papers are made in', () => {
  it('hold everybody once, in the order asked', () => {
    fc.assert(
      fc.property(papers, (all) => {
        expect(batchesOf(all).flatMap(numbersOf)).toEqual(numbersOf(all));
      }),
    );
  });

  it('are never larger than the compiler bears, and never empty', () => {
    fc.assert(
      fc.property(papers, (all) => {
        for (const batch of batchesOf(all)) {
          expect(numbersOf(batch).length).toBeLessThanOrEqual(mostInBatch);
          expect(numbersOf(batch).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('end in the middle of a paper only where its sheet is full, so that batches take no sheet more', () => {
    fc.assert(
      fc.property(papers, (all) => {
        const perSheet = ({ format }: Paper) => sheets[format].slots.length;
        const sheetsOf = (list: readonly Paper[]) =>
          list.reduce((sum, paper) => sum + Math.ceil(paper.people.length / perSheet(paper)), 0);
        expect(sheetsOf(batchesOf(all).flat())).toBe(sheetsOf(all));
      }),
    );
  });
});
