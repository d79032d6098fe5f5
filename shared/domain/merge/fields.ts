/**
 * Settling a record field by field where both laptops changed it. A record is made of parts, each of which is taken
 * whole from one side: mostly one field, or fields that mean nothing without each other (how an application stands
 * and since when; the papers that came and their days; a document's number and the lines that a reader took it from).
 * What lies in no part follows by rule: an application keeps the number that it has here, and what is kept from both
 * sides whichever is chosen (`mergeAppendOnly`).
 */
import { sameRecord } from '../base/equal-records.ts';
import type { AnyRecord, ComparedRecord } from './compare.ts';
import type { Application, DuplicateVerdict, Superseded } from '../records/application.ts';
import type { Organisation } from '../records/organisation.ts';
import { observerParts } from '../records/observer-lists.ts';
import type { MergePart } from '../records/observer-field.ts';
import type { Names } from '../records/person.ts';
import type { Id } from '../base/primitives.ts';
import type { MergedKind } from '../records/received-handover.ts';

export type Side = 'ours' | 'theirs';
/** By the part's name. */
export type Sides = Readonly<Record<string, Side>>;

/** A part and where it lies in the record, each place as a way of names. */
type Part = MergePart;

const alone = (...names: string[]): Part[] => names.map((name) => [name, name]);
const each = (name: string, ...under: string[]): Part[] => alone(...under.map((one) => `${name}.${one}`));
const languages = ['ky', 'ru', 'en'] as const;

/** Decisions and certificates are settled whole: what they say belongs together. */
const partsOf: Readonly<Partial<Record<MergedKind, readonly Part[]>>> = {
  election: [
    ...alone('kind'),
    ...each('name', ...languages),
    ...alone('votingDay'),
    ...each('calledBy', 'instrument', 'number', 'date', 'publishedOn'),
    ...alone('resultsPublishedOn', 'districts'),
  ],
  organisation: [
    ...alone('kind'),
    ...each('name', ...languages),
    ...each('short', ...languages),
    ...alone('formerNames', 'country', 'contact', 'correspondence'),
  ],
  application: [
    [
      'status',
      ...['status', 'missing', 'missingFaults', 'prepared', 'decisionId', 'accreditedOn', 'withdrawnOn'],
      ...['revokedOn', 'withdrawalLetter', 'reason', 'superseded'],
    ],
    ['organisation', 'organisationId'],
    ...observerParts,
  ],
};

/** The shown fields that tell of a part beside the one of its name. */
const tellsOf: Readonly<Record<string, string>> = {
  ...{ missing: 'status', withdrawnOn: 'status', reason: 'status', electionKind: 'kind' },
  ...{ invitedBy: 'correspondence', invitation: 'correspondence', letter: 'correspondence' },
  ...{ ministryNote: 'correspondence', headOfMission: 'correspondence', paperDays: 'papers' },
};

/** The part that a shown field, or a fault at it, belongs to; null for one that is settled with the whole alone. */
export function partOf(kind: MergedKind, field: string): string | null {
  const parts = partsOf[kind] ?? [];
  const [top = ''] = field.split('.');
  const found =
    parts.find(([name, ...places]) => name === field || places.includes(field)) ??
    parts.find(([name]) => name === (tellsOf[top] ?? top));
  return found?.[0] ?? null;
}

/** Names of the parts in which two versions differ, in the order of the forms; none of what is settled whole alone. */
export function partsApart({ kind, ours, theirs }: Pick<ComparedRecord, 'kind' | 'ours' | 'theirs'>): string[] {
  if (!ours || !theirs) return [];
  return (partsOf[kind] ?? []).flatMap(([name, ...places]) =>
    places.every((place) => sameRecord(at(ours, place), at(theirs, place))) ? [] : [name],
  );
}

/**
 * The record that takes each part from the side named for it; null while a part in which they differ has no side. Of
 * one side alone it is that side as it stands.
 */
export function mixed(record: ComparedRecord, sides: Sides): AnyRecord | null {
  const { kind, ours, theirs } = record;
  const apart = partsApart(record);
  if (!ours || !theirs || apart.length === 0 || !apart.every((name) => Object.hasOwn(sides, name))) return null;
  const taken = new Set(apart.filter((name) => sides[name] === 'theirs'));
  if (taken.size === 0) return ours;
  if (taken.size === apart.length) return theirs;
  const places = (partsOf[kind] ?? []).flatMap(([name, ...all]) => (taken.has(name) ? all : []));
  const mixture = places.reduce<object>((soFar, place) => put(soFar, place.split('.'), at(theirs, place)), ours);
  if (kind !== 'application') return mixture as AnyRecord;
  const sidesOf = [ours as Application, theirs as Application] as const;
  return {
    ...(mixture as Application),
    names: namesOf(mixture as Application, sidesOf),
    verdicts: bothVerdicts(...sidesOf),
  };
}

/** Names of two sides have been read together by nobody: confirmed are only those that one side confirmed as they are. */
function namesOf({ names }: Application, sides: readonly Application[]): Names {
  const isConfirmed = sides.some((side) => sameRecord(side.names, { ...names, confirmed: true }));
  return names.confirmed && !isConfirmed ? { ...names, confirmed: false } : names;
}

/**
 * What was chosen of two versions, with what neither choice takes away: verdicts on people alike, what was said of
 * decisions that do not stand for the person, and the papers of an organisation for other elections. The same object when it
 * holds all that already.
 */
export function mergeAppendOnly({ kind, ours, theirs }: ComparedRecord, chosen: AnyRecord, electionId: Id): AnyRecord {
  if (!ours || !theirs) return chosen;
  let whole = chosen;
  if (kind === 'application') {
    const sides = [ours as Application, theirs as Application] as const;
    whole = { ...(chosen as Application), verdicts: bothVerdicts(...sides), superseded: bothSuperseded(...sides) };
  } else if (kind === 'organisation') {
    const { [electionId]: _asked, ...others } = {
      ...(theirs as Organisation).correspondence,
      ...(ours as Organisation).correspondence,
    };
    whole = { ...(chosen as Organisation), correspondence: { ...others, ...(chosen as Organisation).correspondence } };
  }
  return sameRecord(whole, chosen) ? chosen : whole;
}

/** Of a pair that both have judged the later verdict; in one order whichever side is looked at first. */
function bothVerdicts(ours: Application, theirs: Application): DuplicateVerdict[] {
  const all = new Map(ours.verdicts.map((verdict) => [verdict.other, verdict]));
  for (const verdict of theirs.verdicts) {
    const own = all.get(verdict.other);
    if (!own || own.at < verdict.at) all.set(verdict.other, verdict);
  }
  return [...all.values()].sort((a, b) => (a.other < b.other ? -1 : 1));
}

/**
 * Where both have said of each other's decision that it does not stand, no decision would: then that alone is kept on
 * which they agree, and whoever may record decisions is asked again.
 */
function bothSuperseded({ superseded: ours }: Application, { superseded: theirs }: Application): Superseded[] {
  const all = new Map([...ours, ...theirs].map((one) => [one.decisionId, one]));
  for (const one of ours) {
    const other = all.get(one.decisionId);
    if (other && JSON.stringify(Object.entries(one).sort()) < JSON.stringify(Object.entries(other).sort()))
      all.set(one.decisionId, one);
  }
  const both = [...all.values()].sort((a, b) => (a.decisionId < b.decisionId ? -1 : 1));
  if (both.length === 0 || both.some(({ by }) => !all.has(by))) return both;
  const isAgreed = ({ decisionId, by }: Superseded) =>
    [ours, theirs].every((side) => side.some((one) => one.decisionId === decisionId && one.by === by));
  return both.filter(isAgreed);
}

function at(record: object, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}

function put(record: object, [name = '', ...rest]: string[], value: unknown): object {
  const under = (record as Record<string, object>)[name] ?? {};
  return { ...record, [name]: rest.length === 0 ? value : put(under, rest, value) };
}
