/**
 * The register's figures at the end of a day: per decision, cumulative, per organisation, kind and country, and in force =
 * accredited - withdrawn - revoked, none after the day the results were published (shared/domain/README.md, "Rules").
 */
import {
  isInForce,
  observerCategories,
  type Application,
  type ObserverCategory,
} from '#shared/domain/records/application.ts';
import { isSuperseded } from '#shared/domain/merge/reapply-decisions.ts';
import { organisationKinds } from '#shared/domain/records/organisation.ts';
import { Sex } from '#shared/domain/records/person.ts';
import type { Decision } from '#shared/domain/records/decision.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { OrganisationRow, Totals } from '#shared/contract/register.ts';

type Standing = { accredited: number; withdrawn: number; revoked: number; inForce: number };
const nobody = (): Standing => ({ accredited: 0, withdrawn: 0, revoked: 0, inForce: 0 });

export function totalsAt(state: State, electionId: Id, day: IsoDate): Totals {
  const resultsPublishedOn = state.elections.get(electionId)?.resultsPublishedOn ?? null;
  const all = nobody();
  const byOrganisation = new Map<Id, Standing>();
  const byCountry = new Map<string, Standing>();
  const byCategory = new Map<ObserverCategory, Standing>();
  const bySex = new Map<Sex | null, Standing>();
  let applications = 0;
  for (const application of state.applications.values()) {
    if (application.electionId !== electionId) continue;
    applications += 1;
    if (!application.accreditedOn || application.accreditedOn > day) continue;
    const inForce = isInForce(application, day, resultsPublishedOn);
    count(all, application, day, inForce);
    count(entry(byOrganisation, application.organisationId), application, day, inForce);
    count(entry(byCountry, application.citizenship ?? ''), application, day, inForce);
    count(entry(byCategory, application.category), application, day, inForce);
    count(entry(bySex, application.sex), application, day, inForce);
  }
  const organisations = [...byOrganisation].flatMap(([organisationId, standing]) => {
    const organisation = state.organisations.get(organisationId);
    return organisation
      ? [{ organisationId, name: organisation.name, short: organisation.short, kind: organisation.kind, ...standing }]
      : [];
  });
  const decisions = decisionTotals(state, electionId, day);
  return {
    day,
    applications,
    decisions,
    byOrganisation: organisations,
    byKind: organisationKinds.flatMap((kind) => {
      const ofKind = organisations.filter((organisation) => organisation.kind === kind);
      return ofKind.length === 0 ? [] : [{ kind, organisations: ofKind.length, ...sum(ofKind) }];
    }),
    byCountry: [...byCountry].map(([country, standing]) => ({ country, ...standing })),
    byCategory: observerCategories.flatMap((category) => {
      const standing = byCategory.get(category);
      return standing ? [{ category, ...standing }] : [];
    }),
    bySex: [...Sex.options, null].flatMap((sex) => {
      const standing = bySex.get(sex);
      return standing ? [{ sex, ...standing }] : [];
    }),
    byDay: dayTotals(decisions),
    organisations: organisations.length,
    ...all,
    ended: resultsPublishedOn !== null && day > resultsPublishedOn,
  };
}

/** Decisions of one day together; a day that accredited nobody is left out. */
function dayTotals(decisions: Totals['decisions']): Totals['byDay'] {
  const days = new Map<IsoDate, Totals['byDay'][number]>();
  for (const { date, accredited, cumulative } of decisions) {
    if (accredited === 0) continue;
    days.set(date, { date, accredited: (days.get(date)?.accredited ?? 0) + accredited, cumulative });
  }
  return [...days.values()];
}

/** Adopted decisions of the event in the order of their dates, each with the total reached by it. */
export function decisionTotals(state: State, electionId: Id, day: IsoDate): Totals['decisions'] {
  let cumulative = 0;
  return adoptedDecisions(state, electionId)
    .filter(({ date }) => date <= day)
    .map(({ decision, date }) => {
      // What does not stand for its person counts by the decision that does.
      const rows = decision.adoptedRows.filter(({ applicationId }) => {
        const application = state.applications.get(applicationId);
        return !application || !isSuperseded(application, decision.id, state.decisions);
      });
      const accredited = rows.filter((row) => row.action === 'accredit');
      cumulative += accredited.length;
      return {
        decisionId: decision.id,
        number: decision.number ?? '',
        date,
        accredited: accredited.length,
        refused: rows.filter((row) => row.action === 'refuse').length,
        revoked: decision.adoptedRows.filter((row) => row.action === 'revoke').length,
        cumulative,
        organisationIds: [...new Set(accredited.map((row) => row.organisationId))],
      };
    });
}

/** Adopted decisions by date, those of one day in the order they were adopted. */
export function adoptedDecisions(state: State, electionId: Id): { decision: Decision; date: IsoDate }[] {
  return [...state.decisions.values()]
    .flatMap((decision) =>
      decision.electionId === electionId && decision.status === 'adopted' && decision.date
        ? [{ decision, date: decision.date }]
        : [],
    )
    .sort((a, b) => {
      const left = `${a.date}|${a.decision.adoptedAt ?? ''}`;
      const right = `${b.date}|${b.decision.adoptedAt ?? ''}`;
      return left < right ? -1 : left > right ? 1 : 0;
    });
}

/** Every organisation of the office with its head-counts in one event. */
export function organisationRows(state: State, electionId: Id, today: IsoDate): OrganisationRow[] {
  const resultsPublishedOn = state.elections.get(electionId)?.resultsPublishedOn ?? null;
  const counts = new Map<Id, Standing & { applications: number }>();
  for (const application of state.applications.values()) {
    if (application.electionId !== electionId) continue;
    const before = counts.get(application.organisationId) ?? { ...nobody(), applications: 0 };
    before.applications += 1;
    if (application.accreditedOn) before.accredited += 1;
    if (isInForce(application, today, resultsPublishedOn)) before.inForce += 1;
    counts.set(application.organisationId, before);
  }
  return [...state.organisations.values()].map((organisation) => {
    const { applications, accredited, inForce } = counts.get(organisation.id) ?? { ...nobody(), applications: 0 };
    return { organisation, applications, accredited, inForce };
  });
}

function entry<K>(map: Map<K, Standing>, key: K): Standing {
  const known = map.get(key) ?? nobody();
  map.set(key, known);
  return known;
}

function count(standing: Standing, application: Application, day: IsoDate, inForce: boolean): void {
  standing.accredited += 1;
  if (application.revokedOn && application.revokedOn <= day) standing.revoked += 1;
  else if (application.withdrawnOn && application.withdrawnOn <= day) standing.withdrawn += 1;
  if (inForce) standing.inForce += 1;
}

const sum = (standings: readonly Standing[]): Standing =>
  standings.reduce(
    (all, one) => ({
      accredited: all.accredited + one.accredited,
      withdrawn: all.withdrawn + one.withdrawn,
      revoked: all.revoked + one.revoked,
      inForce: all.inForce + one.inForce,
    }),
    nobody(),
  );
