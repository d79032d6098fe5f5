/**
 * A bag with a right signature may still hold anything that its giver wrote: records altered, mixed up, given twice or left
 * out. It is refused, or what it brings leaves a register in which everything holds that must hold of every register.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsApart } from '#shared/domain/merge/fields.ts';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { previewOf } from '#shared/domain/decide/receive.ts';
import { MergeBundle, type Resolution } from '#shared/domain/records/received-handover.ts';
import { cases } from '../../support/effort.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { intents } from '../../support/intents.ts';
import { checkInvariants, restored } from '../../support/invariants.ts';
import {
  bagsOf,
  choicesOf,
  duplicateReason,
  mergeContext,
  newOffice,
  receiveCommand,
  take,
  work,
  type TestOffice,
} from '../../support/merging-offices.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = { holder: Record<string, Json> | Json[]; key: string };

/** Every place of a value in a bundle, by the name it has there; places in a list share the list's name. */
function placesIn(bundle: Json): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const walk = (value: Json, name: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const key of Object.keys(value)) {
      const called = Array.isArray(value) ? `${name}[]` : key;
      const at = places.get(called) ?? [];
      at.push({ holder: value, key });
      places.set(called, at);
      walk((value as Record<string, Json>)[key] ?? null, called);
    }
  };
  walk(bundle, '');
  return places;
}

const valueAt = ({ holder, key }: Place): Json => (holder as Record<string, Json>)[key] ?? null;
const setAt = ({ holder, key }: Place, value: Json): void => {
  (holder as Record<string, Json>)[key] = value;
};

const strange: readonly Json[] = [null, '', 0, -1, 1.5, 2 ** 53, true, [], {}, 'А'.repeat(20_000), ...hostileTexts];

/** One thing that somebody did to a bundle: numbers choose the name, the places under it and what is put there. */
const alteration = fc.record({
  kind: fc.constantFrom('mixUp', 'mixUp', 'mixUp', 'strange', 'leaveOut', 'giveTwice'),
  name: fc.nat(),
  from: fc.nat(),
  to: fc.nat(),
});
type Alteration = typeof alteration extends fc.Arbitrary<infer A> ? A : never;

function alter(bundle: Json, { kind, name, from, to }: Alteration): void {
  const all = [...placesIn(bundle)];
  const [, places = []] = all[name % Math.max(1, all.length)] ?? [];
  const [source, target] = [places[from % Math.max(1, places.length)], places[to % Math.max(1, places.length)]];
  if (!source || !target) return;
  const copy = structuredClone(valueAt(source));
  if (kind === 'mixUp') setAt(target, copy);
  else if (kind === 'strange') setAt(target, structuredClone(strange[from % strange.length] ?? null));
  else if (Array.isArray(target.holder)) {
    if (kind === 'leaveOut') target.holder.splice(Number(target.key), 1);
    else target.holder.push(copy);
  } else if (kind === 'leaveOut') Reflect.deleteProperty(target.holder, target.key);
}

/** Takes a bundle in, every question answered with the first or the last choice; null when it is refused. */
function received(office: TestOffice, bundle: MergeBundle, last: boolean): OfficeEvent[] | null {
  const settlements: Resolution[] = [];
  for (let round = 0; ; round += 1) {
    expect(round, 'the questions come to an end').toBeLessThan(200);
    const preview = previewOf(office.state, bundle, settlements, {
      ...{ ...mergeContext, duplicateReason, officer: mergeContext.actor.name },
    });
    if ('ok' in preview) return null;
    const { open, questions } = preview.merged;
    const [key] = open;
    if (key === undefined) break;
    const question = questions.find((one) => one.key === key);
    const choices = question ? choicesOf(question) : [];
    const answer: Resolution = {
      sides: {},
      question: key,
      choice: choices.at(last ? -1 : 0) ?? '',
      reason: 'протокол боюнча',
    };
    const again = settlements.findIndex((one) => one.question === key);
    // Every second field from the other side; where that does not fit together the other side is taken whole.
    if (again >= 0) settlements.splice(again, 1, { ...answer, choice: 'theirs' });
    else {
      const parts = question?.kind === 'record' ? partsApart(question.record) : [];
      const sides = Object.fromEntries(parts.map((part, n) => [part, n % 2 === 0 ? 'ours' : 'theirs'] as const));
      settlements.push({ ...answer, sides });
    }
  }
  const decided = decide(office.state, receiveCommand(bundle, settlements, office), mergeContext);
  return decided.ok ? decided.value.map((event) => OfficeEvent.parse(JSON.parse(JSON.stringify(event)))) : null;
}

it('an altered bundle is refused, or leaves a register in which everything holds', () => {
  const tally = { misshapen: 0, refused: 0, taken: 0 };
  const property = fc.property(
    intents(60),
    intents(30),
    intents(30),
    fc.array(alteration, { minLength: 1, maxLength: 6 }),
    fc.boolean(),
    (beginning, theirs, ours, alterations, last) => {
      const [giver, here] = [newOffice('A'), newOffice('B')];
      work(giver, beginning, true);
      take(here, bagsOf(giver), () => 0);
      work(giver, theirs, true);
      work(here, ours, false);
      for (const whole of bagsOf(giver)) {
        const bundle = JSON.parse(JSON.stringify(whole)) as Json;
        for (const one of alterations) alter(bundle, one);
        const parsed = MergeBundle.safeParse(bundle);
        if (!parsed.success) {
          tally.misshapen += 1;
          continue;
        }
        const events = received(here, parsed.data, last);
        if (!events) {
          tally.refused += 1;
          continue;
        }
        tally.taken += 1;
        const state = events.reduce(evolve, here.state);
        checkInvariants(state, [...here.events, ...events], { whole: false });
        expect([...restored(state).applications.keys()].sort()).toEqual([...state.applications.keys()].sort());
      }
    },
  );
  fc.assert(property, { ...cases(60, 300), endOnFailure: true });
  expect(tally.misshapen).toBeGreaterThan(10);
  expect(tally.refused).toBeGreaterThan(5);
  expect(tally.taken).toBeGreaterThan(10);
}, 300_000);
