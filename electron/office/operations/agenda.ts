/** A proposed agenda: whom a rule finds, whom it leaves out and why. Nothing is changed by asking. */
import { applicationRow } from '../registry/rows.ts';
import { leftOutOf, leftOutReasons, type LeftOut } from '#shared/domain/rules/agenda.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { agendaShown, type Agenda } from '#shared/contract/decisions.ts';
import type { Application } from '#shared/domain/records/application.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { OfficeContext } from './handlers.ts';

export function agenda(
  office: OfficeContext,
  { id, rule, search, language }: ParsedInput<'decision.agenda'>,
): Outcome<Agenda> {
  const state = office.state();
  const decision = state.decisions.get(id);
  if (!decision) return refuse('decision.unknown');
  if (decision.status === 'adopted') return refuse('decision.locked', { number: decision.number ?? '' });
  const { organisationIds, categories } = rule;
  const found = office.registry.people(
    {
      electionId: decision.electionId,
      search,
      statuses: [],
      organisationIds,
      countries: [],
      decisionIds: [],
      categories,
    },
    { column: 'organisation', descending: false, language },
  );
  const fit: Application[] = [];
  const left = new Map<LeftOut, Application[]>(leftOutReasons.map((why) => [why, []]));
  for (const application of found) {
    const why = leftOutOf(id, rule, application);
    // Who was decided long ago is no news, unless the clerk looks for the person by name.
    if (why === 'decided' && search.trim() === '') continue;
    if (why) left.get(why)?.push(application);
    else fit.push(application);
  }
  const row = (application: Application) => applicationRow(state, application, office.today());
  const other = ({ decisionId }: Application) => {
    const draft = decisionId ? state.decisions.get(decisionId) : undefined;
    return draft ? { id: draft.id, sessionDate: draft.sessionDate } : null;
  };
  return done({
    ids: fit.map((application) => application.id),
    rows: fit.slice(0, agendaShown).map(row),
    leftOut: {
      counts: [...left].flatMap(([why, people]) => (people.length > 0 ? [{ why, count: people.length }] : [])),
      rows: [...left]
        .flatMap(([why, people]) => people.slice(0, agendaShown).map((application) => ({ why, application })))
        .slice(0, agendaShown)
        .map(({ why, application }) => ({
          person: row(application),
          why,
          receivedOn: application.receivedOn,
          other: why === 'on-other-draft' ? other(application) : null,
        })),
    },
  });
}
