/** Everything that is read of the register beside the state itself, kept in step with each change. */
import { isInForce, type Application } from '../../../shared/domain/application.ts';
import type { ApplicationFilter } from '../../../shared/contract/applications.ts';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import type { CertificateFilter, CertificateState } from '../../../shared/contract/certificates.ts';
import type { Id, IsoDate } from '../../../shared/domain/primitives.ts';
import type { OfficeEvent } from '../../../shared/domain/events.ts';
import type { State } from '../../../shared/domain/state.ts';
import { createPeopleIndex } from './people-index.ts';
import type { PeopleFound } from './people-found.ts';
import type { Order } from './people-order.ts';
import { touchedBy } from './touched.ts';

export type PersonWithCertificate = { application: Application; certificate: Certificate | null };

export type Registry = {
  people(filter: ApplicationFilter, order: Order): PeopleFound;
  /** All certificates of the people found, and the people in force who have none. */
  certificates(filter: CertificateFilter, order: Order): PersonWithCertificate[];
  /** All certificates a person ever had in the event, oldest first. */
  certificatesOf(applicationId: Id): Certificate[];
  /** Takes up a change: the state before and after it, and its facts. */
  follow(before: State, after: State, events: readonly OfficeEvent[]): void;
};

export const stateOfCertificate = (certificate: Certificate | null): CertificateState => certificate?.status ?? 'none';

export function createRegistry(initial: State, today: () => IsoDate): Registry {
  let state = initial;
  const papers = new Map<Id, Id[]>();
  const note = ({ id, applicationId }: Certificate) => {
    const known = papers.get(applicationId);
    if (!known) papers.set(applicationId, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const certificate of [...state.certificates.values()].sort((a, b) => a.serial - b.serial)) note(certificate);

  const certificatesOf = (applicationId: Id): Certificate[] =>
    (papers.get(applicationId) ?? []).flatMap((id) => state.certificates.get(id) ?? []);
  const index = createPeopleIndex((id) => certificatesOf(id).map(({ number }) => number));

  return {
    people: (filter, order) => index.find(state, filter, order, today()),
    certificatesOf,
    certificates(filter, order) {
      const { eventId, bodyIds, decisionIds } = filter;
      const everybody: ApplicationFilter = {
        eventId,
        search: filter.search,
        statuses: [],
        bodyIds,
        countries: [],
        decisionIds,
        categories: [],
      };
      const wanted = new Set(filter.states);
      const resultsPublishedOn = state.events.get(eventId)?.resultsPublishedOn ?? null;
      const day = today();
      const found: PersonWithCertificate[] = [];
      for (const application of index.find(state, everybody, order, day)) {
        const all = certificatesOf(application.id);
        const alive = state.aliveCertificates.has(application.id);
        if (!alive && isInForce(application, day, resultsPublishedOn)) found.push({ application, certificate: null });
        for (const certificate of all) found.push({ application, certificate });
      }
      return wanted.size === 0 ? found : found.filter(({ certificate }) => wanted.has(stateOfCertificate(certificate)));
    },
    follow(before, after, events) {
      state = after;
      for (const event of events) if (event.type === 'certificate.reserved') note(event.certificate);
      index.touch(after, touchedBy(before, events));
      if (events.some(({ type }) => type === 'body.changed')) index.forgetOrders(['body']);
    },
  };
}
