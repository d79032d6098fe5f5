/** Applications: lists, one record, and what a clerk does with it. */
import { applicationRow } from '../registry/rows.ts';
import { checklistFor, missingForReady } from '#shared/domain/rules/application-rules.ts';
import { shownStatuses, statusAt, type Application, type ShownStatus } from '#shared/domain/records/application.ts';
import { possibleDuplicatesOf, type Compared } from '#shared/domain/rules/duplicates.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import type { ApplicationView, PossibleDuplicateRow, applicationOperations } from '#shared/contract/applications.ts';
import type { Decision } from '#shared/domain/records/decision.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';

export function applicationHandlers(office: OfficeContext): Handlers<keyof typeof applicationOperations> {
  const row = (application: Application) => applicationRow(office.state(), application, office.today());
  return {
    'application.list': ({ filter, sorting, language, offset, limit }) => {
      const found = office.registry.people(filter, { ...sorting, language });
      return done({ total: found.length, rows: found.slice(offset, offset + limit).map(row) });
    },
    'application.select': ({ filter, sorting, language }) =>
      done({ ids: office.registry.people(filter, { ...sorting, language }).map(({ id }) => id) }),
    'application.countByStatus': ({ electionId }) => {
      const counts = new Map<ShownStatus, number>();
      const resultsPublishedOn = office.state().elections.get(electionId)?.resultsPublishedOn ?? null;
      const today = office.today();
      for (const application of office.state().applications.values()) {
        if (application.electionId !== electionId) continue;
        const status = statusAt(application, today, resultsPublishedOn);
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
      return done(shownStatuses.map((status) => ({ status, count: counts.get(status) ?? 0 })));
    },
    'application.get': ({ id }) => view(office, id),
    'application.save': async ({ id, ...typed }) => {
      if (id && !office.state().applications.has(id)) return refuse('application.unknown');
      const applicationId = id ?? office.newId();
      const outcome = await office.execute({ type: 'application.save', id: applicationId, ...typed });
      if (!outcome.ok) return outcome;
      const saved = office.state().applications.get(applicationId);
      return saved
        ? done({ id: applicationId, number: saved.number, status: saved.status })
        : refuse('application.unknown');
    },
    'application.possibleDuplicates': ({ id, ...typed }) => {
      const verdicts = office.state().applications.get(id ?? unsaved)?.verdicts ?? [];
      return done(possibleDuplicateRows(office, { id: id ?? unsaved, verdicts, ...typed }));
    },
    'application.receive': ({ ids }) => carryOut(office, { type: 'application.receive', ids }),
    'application.markReady': ({ ids }) => carryOut(office, { type: 'application.markReady', ids }),
    'application.sendBack': (input) => carryOut(office, { type: 'application.sendBack', ...input }),
    'application.withdraw': (input) => carryOut(office, { type: 'application.withdraw', ...input }),
    'application.disallowHostCitizen': (input) =>
      carryOut(office, { type: 'application.disallowHostCitizen', ...input }),
    'application.settleDuplicate': (input) => carryOut(office, { type: 'application.settleDuplicate', ...input }),
  };
}

function view(office: OfficeContext, id: Id): Outcome<ApplicationView> {
  const state = office.state();
  const application = state.applications.get(id);
  const election = application && state.elections.get(application.electionId);
  if (!application || !election) return refuse('application.unknown');
  const today = office.today();
  const decision = application.decisionId ? state.decisions.get(application.decisionId) : undefined;
  const replaced = application.replaces ? state.applications.get(application.replaces) : undefined;
  const row = (one: Application) => applicationRow(state, one, today);
  return done({
    application,
    shownStatus: statusAt(application, today, election.resultsPublishedOn),
    possibleDuplicates: possibleDuplicateRows(office, application),
    missingForReady: missingForReady(application, {
      today,
      election,
      hostCitizenAllowed: application.hostOverride !== null,
      checklist: checklistFor(state, application),
    }),
    decision: decision ? { id: decision.id, number: decision.number, date: decision.date } : null,
    letterDecisionId: letterDecision(state, application),
    certificates: office.registry.certificatesOf(id).map(({ id: certificateId, number, status }) => ({
      id: certificateId,
      number,
      status,
    })),
    replaces: replaced ? row(replaced) : null,
    // Only a withdrawn application can have been replaced: the register is read through for it alone.
    replacedBy:
      application.status === 'withdrawn'
        ? [...state.applications.values()].filter((other) => other.replaces === id).map(row)
        : [],
  });
}

/** The application of somebody revoked still names the decision that had accredited. */
function letterDecision({ decisions }: State, { id, status, decisionId }: Application): Id | null {
  if (status === 'refused') return decisionId;
  if (status !== 'revoked') return null;
  const revokes = ({ adoptedRows }: Decision) =>
    adoptedRows.some((row) => row.applicationId === id && row.action === 'revoke');
  return decisions.find(revokes)?.id ?? null;
}

function possibleDuplicateRows(office: OfficeContext, compared: Compared): PossibleDuplicateRow[] {
  const state = office.state();
  const today = office.today();
  return possibleDuplicatesOf(state, compared)
    .slice(0, possibleDuplicatesShown)
    .map(({ application, likeness, verdict }) => ({
      row: applicationRow(state, application, today),
      names: application.names,
      sex: application.sex,
      document: application.document,
      likeness,
      verdict: verdict && { verdict: verdict.verdict, remark: verdict.remark, at: verdict.at },
    }));
}

/** More likenesses than a clerk will look at: the likest come first. */
const possibleDuplicatesShown = 50;

/** Stands for the application being typed: nothing in the register bears it. */
const unsaved = 'unsaved';
