/** Which records a line of the journal is about, and what they are called. */
import { trilingualName } from '#shared/domain/records/person.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Subject } from '#shared/contract/audit.ts';

export type SubjectRef = { kind: Subject['kind'] | 'certificate' | 'received'; id: Id };

/** Empty for what is about the office as a whole. */
export function subjectsOf(event: OfficeEvent): SubjectRef[] {
  if (event.type === 'certificate.reserved') return [{ kind: 'application', id: event.certificate.applicationId }];
  if (event.type === 'handover.recorded') return [{ kind: 'handover', id: event.handover.id }];
  if (event.type === 'handover.received') {
    const { applications, organisations, decisions } = event.put;
    return [
      { kind: 'received', id: event.receipt.id },
      ...applications.map(({ id }) => ({ kind: 'application' as const, id })),
      ...decisions.map(({ id }) => ({ kind: 'decision' as const, id })),
      ...organisations.map(({ id }) => ({ kind: 'organisation' as const, id })),
    ];
  }
  if (event.type === 'import.recorded') return [{ kind: 'import', id: event.record.id }];
  if (!('id' in event)) return [];
  const [kind] = event.type.split('.');
  switch (kind) {
    case 'application':
    case 'organisation':
    case 'decision':
    case 'election':
    case 'import':
    case 'certificate':
    case 'operator':
      return [{ kind, id: event.id }];
    default:
      return [];
  }
}

/** As the register knows the record now; what it does not know any more is left out. */
export function nameSubject(state: State, { kind, id }: SubjectRef, language: Language): Subject | null {
  switch (kind) {
    case 'certificate': {
      const bearer = state.certificates.get(id)?.applicationId;
      return bearer === undefined ? null : nameSubject(state, { kind: 'application', id: bearer }, language);
    }
    case 'application': {
      const names = state.applications.get(id)?.names;
      return names ? { kind, id, name: trilingualName(names)[language] } : null;
    }
    case 'organisation': {
      const organisation = state.organisations.get(id);
      return organisation ? { kind, id, name: organisation.name[language] } : null;
    }
    case 'decision': {
      const decision = state.decisions.get(id);
      if (!decision) return null;
      return { kind, id, name: decision.number === null ? decision.title[language] : `№ ${decision.number}` };
    }
    case 'operator': {
      const operator = state.operators.get(id);
      return operator ? { kind, id, name: operator.name } : null;
    }
    case 'election': {
      const election = state.elections.get(id);
      return election ? { kind, id, name: election.name[language] } : null;
    }
    case 'handover': {
      const handover = state.handovers.get(id);
      return handover ? { kind, id, name: handover.bag } : null;
    }
    case 'received': {
      const receipt = state.received.get(id);
      return receipt ? { kind: 'handover', id, name: receipt.bag } : null;
    }
    case 'import': {
      const record = state.imports.get(id);
      return record ? { kind, id, name: record.fileName } : null;
    }
  }
}
