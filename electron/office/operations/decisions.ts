/** The commission's decisions: their list, one with its annex, and the steps from draft to adoption. */
import { agenda } from './agenda.ts';
import { adoptedDecisions, decisionTotals } from '../registry/totals.ts';
import { applicationRow } from '../registry/rows.ts';
import { nextNumber } from '#shared/domain/rules/decision-number.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import type { AnnexLine, DecisionRow, DecisionView, decisionOperations } from '#shared/contract/decisions.ts';
import { isSuperseded } from '#shared/domain/merge/reapply-decisions.ts';
import type { AdoptedRow, AnnexRow, Decision } from '#shared/domain/records/decision.ts';
import type { Application } from '#shared/domain/records/application.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';

/** Later than every day the office can know: the totals over all that was ever adopted. */
const endOfTime = '2199-12-31';

export function decisionHandlers(office: OfficeContext): Handlers<keyof typeof decisionOperations> {
  return {
    'decision.list': ({ electionId }) => done(decisionRows(office, electionId)),
    'decision.get': ({ id }) => decisionView(office, id),
    'decision.agenda': (asked) => agenda(office, asked),
    'decision.draft': async ({ electionId, fields }) => {
      const id = office.newId();
      const outcome = await office.execute({ type: 'decision.draft', id, electionId, fields });
      return outcome.ok ? done({ id }) : outcome;
    },
    'decision.change': ({ id, fields }) => carryOut(office, { type: 'decision.change', id, fields }),
    'decision.extendAnnex': ({ id, applicationIds, action }) => {
      const rows = applicationIds.map((applicationId): AnnexRow => ({ applicationId, action, reason: null }));
      return carryOut(office, { type: 'decision.extendAnnex', id, rows });
    },
    'decision.reduceAnnex': ({ id, applicationIds }) =>
      carryOut(office, { type: 'decision.reduceAnnex', id, applicationIds }),
    'decision.decideAnnex': ({ id, applicationIds, action, reason }) => {
      const rows = applicationIds.map((applicationId): AnnexRow => ({ applicationId, action, reason }));
      return carryOut(office, { type: 'decision.decideAnnex', id, rows });
    },
    'decision.orderAnnex': ({ id, applicationIds }) =>
      carryOut(office, { type: 'decision.orderAnnex', id, applicationIds }),
    'decision.discard': ({ id }) => carryOut(office, { type: 'decision.discard', id }),
    'decision.adopt': ({ id, adoption }) => carryOut(office, { type: 'decision.adopt', id, adoption }),
  };
}

/** Drafts first, then the adopted, the latest on top. */
export function decisionRows(office: OfficeContext, electionId: Id): DecisionRow[] {
  const state = office.state();
  const cumulative = new Map(
    decisionTotals(state, electionId, endOfTime).map((totals) => [totals.decisionId, totals.cumulative]),
  );
  const drafts = [...state.decisions.values()].filter(
    (decision) => decision.electionId === electionId && decision.status === 'draft',
  );
  const adopted = adoptedDecisions(state, electionId).map(({ decision }) => decision);
  return [...drafts, ...adopted.reverse()].map((decision) => {
    const count = (action: AnnexRow['action']) => decision.rows.filter((row) => row.action === action).length;
    const organisations = new Set(organisationsOf(office, decision));
    return {
      id: decision.id,
      status: decision.status,
      number: decision.number,
      date: decision.date,
      sessionDate: decision.sessionDate,
      minutesNumber: decision.minutesNumber,
      title: decision.title,
      accredit: count('accredit'),
      refuse: count('refuse'),
      revoke: count('revoke'),
      organisations: organisations.size,
      cumulative: cumulative.get(decision.id) ?? null,
    };
  });
}

function organisationsOf(office: OfficeContext, decision: Decision): Id[] {
  if (decision.status === 'adopted') return decision.adoptedRows.map(({ organisationId }) => organisationId);
  return decision.rows.flatMap(
    ({ applicationId }) => office.state().applications.get(applicationId)?.organisationId ?? [],
  );
}

export function decisionView(office: OfficeContext, id: Id): Outcome<DecisionView> {
  const state = office.state();
  const decision = state.decisions.get(id);
  if (!decision) return refuse('decision.unknown');
  const { rows, adoptedRows, ...header } = decision;
  const asAdopted = new Map(adoptedRows.map((row) => [row.applicationId, row]));
  const annex = rows.flatMap((row): AnnexLine[] => {
    const application = state.applications.get(row.applicationId);
    if (!application) return [];
    const person = applicationRow(state, application, office.today());
    const adopted = asAdopted.get(row.applicationId);
    const supersededBy = supersedingOf(state, application, id);
    return [{ row, person: adopted ? { ...person, ...asPrinted(adopted) } : person, supersededBy }];
  });
  const totals = decisionTotals(state, decision.electionId, endOfTime);
  const own = totals.find(({ decisionId }) => decisionId === id);
  const cumulativeBefore = own ? own.cumulative - own.accredited : (totals.at(-1)?.cumulative ?? 0);
  const adopted = adoptedDecisions(state, decision.electionId).map((one) => one.decision.number ?? '');
  const lastNumber = adopted.at(-1) ?? null;
  const suggestedNumber = lastNumber === null ? null : nextNumber(lastNumber, adopted);
  return done({ decision: header, annex, cumulativeBefore, lastNumber, suggestedNumber });
}

function supersedingOf(state: State, application: Application, decisionId: Id): AnnexLine['supersededBy'] {
  if (!isSuperseded(application, decisionId, state.decisions)) return null;
  const said = application.superseded.find((one) => one.decisionId === decisionId);
  const by = said && state.decisions.get(said.by);
  return by ? { number: by.number ?? '', date: by.date, reason: said.reason, officer: said.officer } : null;
}

const asPrinted = ({ latin, ky, ru, organisationId, organisation }: AdoptedRow) => ({
  latin,
  ky,
  ru,
  organisationId,
  organisation,
});
