/** Which records a line of the journal is about, and what they are called. */
import { trilingualName } from '#shared/domain/records/person.ts';
import { entryOf, type SubjectRef } from '#shared/domain/register/event-table.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Subject } from '#shared/contract/audit.ts';

/** Empty for what is about the office as a whole. */
export const subjectsOf = (event: OfficeEvent): readonly SubjectRef[] => entryOf(event).subjects(event);

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
