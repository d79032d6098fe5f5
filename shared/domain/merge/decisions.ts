/**
 * Two laptops may each have recorded what the commission adopted. An adopted decision never changes and its number is a
 * fact, so nothing here takes one away: whoever may record a decision says which of several stands for the people they
 * all decide about, and why; the others stay in the register, adopted, and do not stand for those people. Two decisions
 * with one number both keep it, with a note. A decision that both laptops recorded alike is one, and nobody is asked.
 */
import { decidedBy, type Work } from './reapply-decisions.ts';
import { sameNumber } from '../rules/decision-number.ts';
import { notesOf, type ComparedRecord } from './compare.ts';
import { sameRecord } from '../base/equal-records.ts';
import type { Sides } from './fields.ts';
import type { Decision, DecisionNote } from '../records/decision.ts';
import type { Id, Instant } from '../base/primitives.ts';

export type DecisionQuestion =
  /** Decisions on the same people, the last dated first; `people` are all whom they share. */
  | { key: string; kind: 'decided'; ids: Id[]; people: Id[] }
  /** Two decisions of the election with one number. */
  | { key: string; kind: 'number'; ids: Id[] };

/** `sides`: of a record that is settled field by field. */
export type Said = { choice: string; reason: string; sides: Sides };
type Ask = (question: DecisionQuestion, allowed: readonly string[]) => Said | null;
type Settling = { at: Instant; officer: string };

/** Asks of every contradiction that nobody has settled yet, and notes what was said. */
export function settleDecisions(work: Work, ask: Ask, settling: Settling): void {
  for (const ids of numberedTwice(work)) {
    const key = `number|${ids.join('|')}`;
    const [first, second] = ids;
    const [one, other] = [work.decisions.get(first), work.decisions.get(second)];
    if (!one || !other) continue;
    const said = isOne(one, other) ? null : ask({ key, kind: 'number', ids }, ['both']);
    if (!said && !isOne(one, other)) continue;
    const note: DecisionNote = {
      ...{ kind: 'same-number', decisionId: first },
      ...(said ? { reason: said.reason, ...settling } : recordedTwice(one, other)),
    };
    work.decisions.set(second, { ...other, notes: [...other.notes, note] });
  }
  for (const [key, { ids, people }] of decidedTogether(work)) {
    const all = ids.flatMap((id) => work.decisions.get(id) ?? []);
    const [first, ...others] = all;
    if (!first) continue;
    const isAlike = others.every((other) => isOne(first, other));
    const said = isAlike ? null : ask({ key, kind: 'decided', ids: lastFirst(all), people }, ids);
    if (!said && !isAlike) continue;
    const stands = said?.choice ?? first.id;
    for (const decision of all) {
      if (decision.id === stands) continue;
      const noted = said ? { reason: said.reason, ...settling } : recordedTwice(first, decision);
      for (const id of people) {
        const application = work.applications.get(id);
        if (!application) continue;
        const { superseded } = application;
        // What was said before of this decision was of one that decides about the person no more.
        const kept = superseded.filter(({ decisionId }) => decisionId !== decision.id);
        work.applications.set(id, {
          ...application,
          superseded: [...kept, { decisionId: decision.id, by: stands, ...noted }],
        });
      }
    }
  }
}

/** Of two adopted texts of one decision the one that is the commission's, with a note of the other. */
export function textChosen({ ours, theirs }: ComparedRecord, { choice, reason }: Said, settling: Settling): Decision {
  const both = [ours as Decision, theirs as Decision] as const;
  const [chosen, other] = choice === 'theirs' ? [both[1], both[0]] : both;
  const { contentHash } = other;
  const note = { kind: 'other-text' as const, contentHash: contentHash ?? '', reason, ...settling };
  return { ...chosen, notes: [...notesOf(chosen, other), ...(contentHash === null ? [] : [note])] };
}

/** Both laptops record the same text apart: the same number, day and people with the same outcomes. */
function isOne(a: Decision, b: Decision): boolean {
  if (a.number === null || b.number === null || !sameNumber(a.number, b.number) || a.date !== b.date) return false;
  const outcomes = ({ adoptedRows }: Decision) =>
    adoptedRows
      .map(({ applicationId, action }) => ({ applicationId, action }))
      .sort((left, right) => (left.applicationId < right.applicationId ? -1 : 1));
  return sameRecord(outcomes(a), outcomes(b));
}

/** Reckoned alike on every laptop, whoever takes the other's handover in first. */
const recordedTwice = (a: Decision, b: Decision): { reason: string } & Settling => {
  const [left, right] = [a.adoptedAt ?? '', b.adoptedAt ?? ''];
  return { reason: '', officer: '', at: left > right ? left : right };
};

/** Pairs of adopted decisions with one number that no note speaks of yet, each in the order of their identifiers. */
function numberedTwice({ decisions }: Work): [Id, Id][] {
  const adopted = [...decisions.values()].filter(({ status }) => status === 'adopted').sort(byId);
  const pairs: [Id, Id][] = [];
  for (const [index, decision] of adopted.entries()) {
    const { id, number, notes } = decision;
    if (number === null) continue;
    for (const twin of adopted.slice(0, index)) {
      const noted = notes.some((note) => note.kind === 'same-number' && note.decisionId === twin.id);
      if (twin.number !== null && sameNumber(twin.number, number) && !noted) pairs.push([twin.id, id]);
    }
  }
  return pairs;
}

/** People about whom several decisions stand, by those decisions. */
function decidedTogether(work: Work): Map<string, { ids: Id[]; people: Id[] }> {
  const groups = new Map<string, { ids: Id[]; people: Id[] }>();
  for (const [applicationId, all] of decidedBy(work).standing) {
    if (all.length < 2 || !work.applications.has(applicationId)) continue;
    const ids = all.map(({ decision }) => decision.id);
    const key = `decided|${ids.join('|')}`;
    groups.set(key, { ids, people: [...(groups.get(key)?.people ?? []), applicationId] });
  }
  return groups;
}

const lastFirst = (decisions: readonly Decision[]): Id[] =>
  decisions
    .toSorted((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : (a.date ?? '') < (b.date ?? '') ? 1 : byId(a, b)))
    .map(({ id }) => id);

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : 1);
