/** Everything that is read of the register beside the state itself, kept in step with each change. */
import { isInForce, type Application } from '#shared/domain/records/application.ts';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import { isAlive, type Certificate } from '#shared/domain/records/certificate.ts';
import type { CertificateFilter, CertificateState } from '#shared/contract/certificates.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { State } from '#shared/domain/register/state.ts';
import { createPeopleIndex } from './people-index.ts';
import type { PeopleFound } from './people-found.ts';
import type { Order } from './people-order.ts';
import { affectedApplications } from './affected-applications.ts';

export type PersonWithCertificate = { application: Application; certificate: Certificate | null };

export type Registry = {
  people(filter: ApplicationFilter, order: Order): PeopleFound;
  /** All certificates of the people found, and the people in force who have none. */
  certificates(filter: CertificateFilter, order: Order): readonly PersonWithCertificate[];
  /** All certificates a person ever had in the event, oldest first. */
  certificatesOf(applicationId: Id): readonly Certificate[];
  /** Takes up a change: the state before and after it, and its facts. */
  follow(before: State, after: State, events: readonly OfficeEvent[]): void;
};

export const stateOfCertificate = (certificate: Certificate | null): CertificateState => certificate?.status ?? 'none';

/** Screens that are looked at by turns ask for so many. */
const mostAnswers = 4;

export function createRegistry(initial: State, today: () => IsoDate): Registry {
  let state = initial;
  /**
   * The certificates themselves, not their ids: looking one up in the state for each of a hundred thousand people costs
   * more than all the rest of a list.
   */
  const papers = new Map<Id, Certificate[]>();
  const note = (certificate: Certificate) => {
    const known = papers.get(certificate.applicationId);
    if (!known) papers.set(certificate.applicationId, [certificate]);
    else if (!known.some(({ id }) => id === certificate.id)) known.push(certificate);
  };
  for (const certificate of [...state.certificates.values()].sort((a, b) => a.serial - b.serial)) note(certificate);
  const freshen = (applicationId: Id) => {
    const known = papers.get(applicationId);
    if (known)
      papers.set(
        applicationId,
        known.map((one) => state.certificates.get(one.id) ?? one),
      );
  };
  /** The last answers, whatever the states asked for; a list is read in many windows between two changes. */
  let answers = new Map<string, PersonWithCertificate[]>();
  const certificatesOf = (applicationId: Id): readonly Certificate[] => papers.get(applicationId) ?? [];

  const index = createPeopleIndex((id) => certificatesOf(id).map(({ number }) => number));

  function peopleAndPapers(everybody: ApplicationFilter, order: Order, day: IsoDate): PersonWithCertificate[] {
    const resultsPublishedOn = state.elections.get(everybody.electionId)?.resultsPublishedOn ?? null;
    const found: PersonWithCertificate[] = [];
    for (const application of index.find(state, everybody, order, day)) {
      const all = certificatesOf(application.id);
      const alive = all.some(({ status }) => isAlive(status));
      if (!alive && isInForce(application, day, resultsPublishedOn)) found.push({ application, certificate: null });
      for (const certificate of all) found.push({ application, certificate });
    }
    return found;
  }

  return {
    people: (filter, order) => index.find(state, filter, order, today()),
    certificatesOf,
    certificates(filter, order) {
      const { electionId, organisationIds, decisionIds } = filter;
      const everybody: ApplicationFilter = {
        electionId,
        search: filter.search,
        statuses: [],
        organisationIds,
        countries: [],
        decisionIds,
        categories: [],
      };
      const day = today();
      const of = JSON.stringify([everybody, order, day]);
      const found = answers.get(of) ?? peopleAndPapers(everybody, order, day);
      if (answers.size >= mostAnswers) answers = new Map();
      answers.set(of, found);
      const wanted = new Set(filter.states);
      return wanted.size === 0 ? found : found.filter(({ certificate }) => wanted.has(stateOfCertificate(certificate)));
    },
    follow(before, after, events) {
      state = after;
      answers = new Map();
      for (const event of events) {
        if (event.type === 'certificate.reserved') note(event.certificate);
        else if (event.type === 'handover.received') event.put.certificates.forEach(note);
      }
      const touched = affectedApplications(before, events);
      for (const id of touched) freshen(id);
      index.touch(after, touched);
      if (events.some(({ type }) => type === 'organisation.changed' || type === 'handover.received'))
        index.forgetOrders(['organisation']);
    },
  };
}
