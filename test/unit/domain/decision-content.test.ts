import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentText, isAsAdopted } from '#shared/domain/rules/decision-content.ts';
import { someDecision, threeTimes } from '../../support/fictitious.ts';
import type { AdoptedRow, Decision } from '#shared/domain/records/decision.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const row = (applicationId: string): AdoptedRow => ({
  ...{
    applicationId,
    action: 'refuse',
    reason: threeTimes('негиз'),
    organisationId: 'b1',
    organisation: threeTimes('Уюм'),
  },
  ...{ latin: `ULGUEV ${applicationId}`, ky: 'Үлгүев', ru: 'Улгуев', citizenship: 'KAZ' },
});

function adopted(change: Partial<Decision> = {}): Decision {
  const rows = [row('a1'), row('a2')];
  const decision: Decision = {
    ...{ ...someDecision, id: 'd1', electionId: 'e1', status: 'adopted', number: '17', date: '2025-11-12' },
    votes: { for: 9, against: 1, abstained: 0 },
    signatories: [{ role: 'chairperson', name: threeTimes('Үлгүева') }],
    rows: rows.map(({ applicationId, action, reason }) => ({ applicationId, action, reason })),
    ...{ adoptedRows: rows, adoptedAt: '2025-11-12T06:00:00.000Z', contentHash: null, notes: [], ...change },
  };
  return { ...decision, contentHash: sha256(contentText(decision)) };
}

/** What may be otherwise without the content being another. */
const beside = new Set(['notes', 'adoptedAt']);

/** Every place of a plain value under the decision, as a way of names. */
function placesIn(value: unknown, way: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [way];
  return Object.entries(value).flatMap(([name, under]) =>
    way.length === 0 && beside.has(name) ? [] : placesIn(under, [...way, name]),
  );
}

function altered(value: unknown, [name, ...rest]: string[], put: unknown): unknown {
  if (name === undefined) return put;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = altered(copy[name], rest, put);
  return copy;
}

describe('the checksum of an adopted decision', () => {
  it('fits the decision however its fields came to stand, and whatever was noted of it since', () => {
    const decision = adopted();
    const turned = Object.fromEntries(Object.entries(decision).reverse()) as Decision;
    expect(isAsAdopted(turned, sha256)).toBe(true);
    const note = {
      kind: 'same-number' as const,
      decisionId: 'd2',
      reason: 'с',
      officer: 'Ү',
      at: '2025-11-13T06:00:00Z',
    };
    expect(isAsAdopted({ ...decision, notes: [note], adoptedAt: '2025-11-14T06:00:00.000Z' }, sha256)).toBe(true);
    expect(isAsAdopted({ ...decision, status: 'draft', contentHash: null }, sha256)).toBe(true);
  });

  it('fits one that was adopted before the members present were written down, and only while they are not', () => {
    const decision = adopted({ present: null });
    const { present: _present, ...before } = JSON.parse(contentText(decision)) as Record<string, unknown>;
    const old = { ...decision, contentHash: sha256(JSON.stringify(before)) };
    expect(isAsAdopted(old, sha256)).toBe(true);
    expect(isAsAdopted({ ...old, present: 10 }, sha256)).toBe(false);
    expect(isAsAdopted({ ...decision, present: 10 }, sha256)).toBe(false);
  });

  it('does not fit when any word, number or row of it was altered', () => {
    const decision = adopted();
    const places = placesIn(decision).filter(([name]) => name !== 'status');
    const property = fc.property(fc.nat(places.length - 1), fc.constantFrom('', 'Башка', 7, null), (at, put) => {
      const way = places[at] ?? [];
      const other = altered(decision, way, put) as Decision;
      let stays = true;
      try {
        stays = isAsAdopted(other, sha256);
      } catch {
        // Of no shape that a record can have: a bag or a journal with it is refused before.
        stays = false;
      }
      const same = JSON.stringify(other) === JSON.stringify(decision);
      expect(stays, way.join('.')).toBe(same);
    });
    fc.assert(property, { numRuns: 2000 });
    const [first, second] = decision.adoptedRows;
    for (const adoptedRows of [[second, first], [first], [first, second, row('a3')]] as AdoptedRow[][]) {
      const rows = adoptedRows.map(({ applicationId, action, reason }) => ({ applicationId, action, reason }));
      expect(isAsAdopted({ ...decision, adoptedRows, rows }, sha256)).toBe(false);
    }
    expect(isAsAdopted({ ...decision, rows: decision.rows.slice(1) }, sha256)).toBe(false);
    expect(isAsAdopted({ ...decision, contentHash: null }, sha256)).toBe(false);
  });
});
