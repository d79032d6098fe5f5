/**
 * After a merge the people stand as the adopted decisions say, and every agenda names those who are on it. Two laptops
 * may have done what no single one would have let them do (one withdrew whom the other put on an agenda): each such
 * meeting has one outcome, the same on every laptop. A register in order is left as it is.
 */
import type { Application } from '../records/application.ts';
import type { AdoptedRow, AnnexRow, Decision } from '../records/decision.ts';
import type { Id, IsoDate } from '../base/primitives.ts';

export type Work = {
  applications: Map<Id, Application>;
  decisions: Map<Id, Decision>;
};

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : 1);

type Decided = { decision: Decision; date: IsoDate; row: AdoptedRow };

/** What the adopted decisions say of each person: several accredit or refuse it where two laptops decided apart. */
export function decidedBy({ applications, decisions }: Work): {
  standing: Map<Id, Decided[]>;
  revoked: Map<Id, Decided>;
} {
  const standing = new Map<Id, Decided[]>();
  const revoked = new Map<Id, Decided>();
  for (const decision of [...decisions.values()].filter(({ status }) => status === 'adopted').sort(byId)) {
    const { date, number } = decision;
    if (date === null || number === null) continue;
    for (const row of decision.adoptedRows) {
      const { applicationId } = row;
      const application = applications.get(applicationId);
      if (row.action === 'revoke') {
        const before = revoked.get(applicationId);
        // Revoked twice is revoked once: by the earlier decision.
        if (!before || date < before.date) revoked.set(applicationId, { decision, date, row });
      } else if (!application || !isSuperseded(application, decision.id, decisions)) {
        const before = standing.get(applicationId) ?? [];
        if (before.at(-1)?.decision !== decision) standing.set(applicationId, [...before, { decision, date, row }]);
      }
    }
  }
  return { standing, revoked };
}

/** A decision gives way only to one that does decide about the person. */
export function isSuperseded(
  { id, superseded }: Pick<Application, 'id' | 'superseded'>,
  decisionId: Id,
  decisions: { get(id: Id): Decision | undefined },
): boolean {
  const decides = ({ applicationId, action }: AdoptedRow) => applicationId === id && action !== 'revoke';
  return superseded.some((one) => one.decisionId === decisionId && decisions.get(one.by)?.adoptedRows.some(decides));
}

/** Puts every person where the adopted decisions put them; a withdrawal after accreditation stays a withdrawal. */
export function followDecisions(work: Work): void {
  const { standing: decisions, revoked } = decidedBy(work);
  for (const application of work.applications.values()) {
    const [decided] = decisions.get(application.id) ?? [];
    const revocation = revoked.get(application.id);
    if (!decided) {
      const claims = application.accreditedOn !== null || application.revokedOn !== null;
      const { status } = application;
      const stands = status === 'accredited' || status === 'refused' || status === 'revoked' ? 'ready' : status;
      if (claims || stands !== status) {
        const undecided = { status: stands, decisionId: null, accreditedOn: null, revokedOn: null };
        work.applications.set(application.id, { ...application, ...undecided });
      }
      continue;
    }
    const { decision, date, row } = decided;
    const standing =
      row.action === 'refuse'
        ? { status: 'refused' as const, reason: row.reason, accreditedOn: null, revokedOn: null }
        : accredited(application, date, revocation);
    work.applications.set(application.id, changed(application, { ...standing, decisionId: decision.id }));
  }
}

function accredited(
  { status, withdrawnOn, reason }: Application,
  date: IsoDate,
  revocation: Decided | undefined,
): Partial<Application> {
  const revokedOn = revocation?.date ?? null;
  if (status === 'withdrawn') {
    const on = withdrawnOn !== null && withdrawnOn > date ? withdrawnOn : date;
    return { accreditedOn: date, revokedOn, withdrawnOn: on };
  }
  if (revocation) return { status: 'revoked', accreditedOn: date, revokedOn, reason: revocation.row.reason };
  return { status: 'accredited', accreditedOn: date, revokedOn: null, reason: status === 'accredited' ? reason : null };
}

/** The same object when nothing changes. */
function changed<T extends object>(record: T, change: Partial<T>): T {
  const differs = (Object.keys(change) as (keyof T)[]).some((name) => record[name] !== change[name]);
  return differs ? { ...record, ...change } : record;
}

/** On an agenda is who stands in its annex; in an annex stands who is on its agenda, or is to be revoked. */
export function syncAgendas({ applications, decisions }: Work): void {
  const drafts = [...decisions.values()].filter(({ status }) => status === 'draft').sort(byId);
  const isListed = ({ id, decisionId }: Application): boolean => {
    const decision = decisionId === null ? undefined : decisions.get(decisionId);
    return listedIn.get(decision?.id ?? '')?.has(id) ?? false;
  };
  const listedIn = new Map(
    drafts.map(({ id, rows }) => [
      id,
      new Set(rows.filter(({ action }) => action !== 'revoke').map(({ applicationId }) => applicationId)),
    ]),
  );
  for (const application of applications.values()) {
    if (application.status === 'on-agenda' && !isListed(application)) {
      applications.set(application.id, { ...application, status: 'ready', decisionId: null });
    }
  }
  const toBeRevoked = new Set<Id>();
  for (const draft of drafts) {
    const seen = new Set<Id>();
    const stays = ({ applicationId, action }: AnnexRow): boolean => {
      const application = applications.get(applicationId);
      if (!application || seen.has(applicationId)) return false;
      seen.add(applicationId);
      if (action !== 'revoke') return application.status === 'on-agenda' && application.decisionId === draft.id;
      if (application.status !== 'accredited' || toBeRevoked.has(applicationId)) return false;
      toBeRevoked.add(applicationId);
      return true;
    };
    const rows = draft.rows.filter(stays);
    if (rows.length < draft.rows.length) decisions.set(draft.id, { ...draft, rows });
  }
}
