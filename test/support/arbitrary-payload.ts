/** Payloads for an operation, from its own schema: right in shape with known identifiers, or with one value spoilt. */
import * as fc from 'fast-check';
import type { z } from 'zod';
import { hostileTexts } from './hostile-texts.ts';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  values?: unknown[];
  entries?: Record<string, unknown>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  in?: z.ZodType;
  getter?: () => z.ZodType;
  format?: string;
  pattern?: RegExp;
  checks?: { _zod: { def: { pattern?: RegExp } } }[];
};

export type Known = { ids: readonly string[]; hashes: readonly string[] };

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

/** Values of a schema's shape; most of them are right. */
export function payloadOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const of = (inner: z.ZodType | undefined): fc.Arbitrary<unknown> => (inner ? payloadOf(inner, known) : fc.anything());
  switch (def.type) {
    case 'object': {
      const entries = Object.entries(def.shape ?? {});
      const required = entries
        .filter(([, one]) => !['optional', 'default'].includes(defOf(one).type))
        .map(([key]) => key);
      return fc.record(Object.fromEntries(entries.map(([key, one]) => [key, of(one)])), { requiredKeys: required });
    }
    case 'string':
      return textOf(def, known);
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(1, 2, 100, 300));
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'union':
      return fc.oneof(...(def.options ?? []).map(of));
    case 'array':
      return fc.array(of(def.element), { minLength: 0, maxLength: 3 });
    case 'record':
      return fc.dictionary(of(def.keyType).map(String), of(def.valueType), { maxKeys: 3 });
    case 'nullable':
      return fc.option(of(def.innerType), { nil: null });
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
      return of(def.innerType);
    case 'pipe':
      return of(def.in);
    case 'lazy':
      return fc.jsonValue();
    case 'custom':
      return fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes));
    default:
      return fc.anything();
  }
}

const days = ['2025-11-30', '2026-11-10', '2025-10-10', '1990-02-28'];

function textOf(def: Def, { ids, hashes }: Known): fc.Arbitrary<string> {
  const pattern = def.pattern ?? def.checks?.map((check) => check._zod.def.pattern).find((one) => one !== undefined);
  const samples = [...ids, ...hashes, ...days, `${days[0] ?? ''}T10:00:00.000Z`, 'MNG', 'KGZ', 'v', '1', '#123456'];
  const right = pattern ? samples.filter((one) => new RegExp(pattern.source, pattern.flags).test(one)) : samples;
  const some = right.length > 0 ? [fc.constantFrom(...right)] : [];
  return fc.oneof(...some, ...some, fc.constantFrom(...hostileTexts), fc.constantFrom(...days));
}

/** What stands where something else was meant. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    1e308,
    2 ** 53,
    [],
    {},
    true,
    10n,
    Symbol('x'),
  ),
  fc.constantFrom(...hostileTexts),
  fc.constant('x'.repeat(1_000_000)),
  fc.constant(Array.from({ length: 5_000 }, () => 'x')),
  fc.constant(() => 'a function'),
  fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withTypedArray: true }),
);

/**
 * Right ones, ones with one place spoilt, and anything at all. `example`: a payload that is accepted, for an operation
 * whose schema asks for more than a few values can hit by chance; it is given with hostile texts in its places as well.
 */
export function hostilePayload(schema: z.ZodType, known: Known, example?: unknown): fc.Arbitrary<unknown> {
  const right = example === undefined ? payloadOf(schema, known) : retold(example);
  const spoilt = fc.tuple(right, fc.nat(1_000), wrong).map(([value, at, by]) => spoil(value, at, by));
  return fc.oneof({ weight: 3, arbitrary: right }, { weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: wrong });
}

/** The example itself, or with one of its texts another. */
function retold(example: unknown): fc.Arbitrary<unknown> {
  const other = fc.tuple(fc.nat(1_000), fc.constantFrom(...hostileTexts));
  return fc.option(other, { nil: null, freq: 3 }).map((one) => (one ? withText(example, ...one) : example));
}

function withText(value: unknown, at: number, text: string): unknown {
  if (typeof value === 'string') return text;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const inner = (value as Record<string, unknown>)[key];
  (copy as Record<string, unknown>)[key] = withText(inner, Math.floor(at / Math.max(1, keys.length)), text);
  return copy;
}

function spoil(value: unknown, at: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return by;
  const keys = Object.keys(value);
  const key = [...keys, '__extra'][at % (keys.length + 1)] ?? '__extra';
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const inner = (value as Record<string, unknown>)[key];
  const goesOn = typeof inner === 'object' && inner !== null && at % 3 !== 0;
  (copy as Record<string, unknown>)[key] = goesOn ? spoil(inner, Math.floor(at / 3), by) : by;
  return copy;
}
