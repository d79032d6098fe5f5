/** How the facts about a decision change it and the people in its annex. */
import { assertNever, type Id } from '../base/primitives.ts';
import { changeApplication } from './application.ts';
import type { AnnexRow, Decision } from '../records/decision.ts';
import type { OfficeEvent } from '../register/events.ts';
import type { State } from '../register/state.ts';

type DecisionEvent = Extract<OfficeEvent, { type: `decision.${string}` }>;

export function evolveDecision(state: State, event: DecisionEvent): State {
  if (event.type === 'decision.drafted') {
    const decision: Decision = {
      ...event.fields,
      id: event.id,
      electionId: event.electionId,
      status: 'draft',
      rows: [],
      number: null,
      date: null,
      adoptedAt: null,
      adoptedRows: [],
      contentHash: null,
      notes: [],
    };
    return { ...state, decisions: state.decisions.set(event.id, decision) };
  }
  const decision = state.decisions.get(event.id);
  if (!decision) return state;
  const put = (change: Partial<Decision>, from = state): State => ({
    ...from,
    decisions: from.decisions.set(event.id, { ...decision, ...change }),
  });
  switch (event.type) {
    case 'decision.changed':
      return put(event.fields);
    case 'decision.annexExtended':
      return put({ rows: [...decision.rows, ...event.rows] }, list(state, event.id, event.rows));
    case 'decision.annexReduced': {
      const gone = new Set(event.applicationIds);
      const rows = decision.rows.filter((row) => !gone.has(row.applicationId));
      return put(
        { rows },
        unlist(
          state,
          decision.rows.filter((row) => gone.has(row.applicationId)),
        ),
      );
    }
    case 'decision.annexDecided': {
      const decided = new Map(event.rows.map((row) => [row.applicationId, row]));
      return put({ rows: decision.rows.map((row) => decided.get(row.applicationId) ?? row) });
    }
    case 'decision.annexOrdered': {
      const place = new Map(event.applicationIds.map((id, index) => [id, index]));
      const at = (row: AnnexRow) => place.get(row.applicationId) ?? Number.MAX_SAFE_INTEGER;
      return put({ rows: decision.rows.toSorted((a, b) => at(a) - at(b)) });
    }
    case 'decision.discarded': {
      const freed = unlist(state, decision.rows);
      return { ...freed, decisions: freed.decisions.delete(event.id) };
    }
    case 'decision.adopted': {
      const { number, date, at, rows, contentHash } = event;
      const adopted: Partial<Decision> = {
        status: 'adopted',
        number,
        date,
        adoptedAt: at,
        adoptedRows: rows,
        contentHash,
      };
      return put(
        adopted,
        rows.reduce((soFar, row) => carryOut(soFar, event.id, date, row), state),
      );
    }
    default:
      return assertNever(event);
  }
}

function list(state: State, decisionId: Id, rows: readonly AnnexRow[]): State {
  return rows.reduce((soFar, row) => {
    if (row.action === 'revoke') return soFar;
    return changeApplication(soFar, row.applicationId, (before) => ({ ...before, status: 'on-agenda', decisionId }));
  }, state);
}

function unlist(state: State, rows: readonly AnnexRow[]): State {
  return rows.reduce((soFar, row) => {
    if (row.action === 'revoke') return soFar;
    return changeApplication(soFar, row.applicationId, (before) =>
      before.status === 'on-agenda' ? { ...before, status: 'ready', decisionId: null } : before,
    );
  }, state);
}

function carryOut(state: State, decisionId: Id, date: string, row: AnnexRow): State {
  return changeApplication(state, row.applicationId, (before) => {
    switch (row.action) {
      case 'accredit':
        return { ...before, status: 'accredited', decisionId, accreditedOn: date };
      case 'refuse':
        return { ...before, status: 'refused', decisionId, reason: row.reason };
      case 'revoke':
        return { ...before, status: 'revoked', revokedOn: date, reason: row.reason };
      default:
        return assertNever(row.action);
    }
  });
}
