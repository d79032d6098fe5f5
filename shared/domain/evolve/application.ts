/** Putting an application into the register, with everything that is derived from it kept in step. */
import { Set } from 'immutable';
import { birthSlot, documentSlot, holdsDocument, type State } from '../register/state.ts';
import type { Application } from '../records/application.ts';
import type { Id } from '../base/primitives.ts';

/** Puts an application in place of the one before it, and keeps what is derived in step. */
export function putApplication(state: State, application: Application): State {
  let { byDocument, applicationsByBirth } = state;
  const before = state.applications.get(application.id);
  const slotBefore = before && holdsDocument(before) ? documentSlot(before) : null;
  const slot = holdsDocument(application) ? documentSlot(application) : null;
  if (slotBefore && slotBefore !== slot) byDocument = byDocument.delete(slotBefore);
  if (slot && slot !== slotBefore) byDocument = byDocument.set(slot, application.id);
  const dayBefore = before ? birthSlot(before) : null;
  const day = birthSlot(application);
  if (dayBefore && dayBefore !== day) {
    applicationsByBirth = applicationsByBirth.update(dayBefore, Set<Id>(), (ids) => ids.delete(application.id));
  }
  if (day && day !== dayBefore) {
    applicationsByBirth = applicationsByBirth.update(day, Set<Id>(), (ids) => ids.add(application.id));
  }
  const applications = state.applications.set(application.id, application);
  return { ...state, applications, byDocument, applicationsByBirth };
}

/** Any change is a touch: what an import brought is no longer its own to take back. */
export function changeApplication(state: State, id: Id, change: (before: Application) => Application): State {
  const before = state.applications.get(id);
  return before ? putApplication(state, { ...change(before), importId: null }) : state;
}

/** Takes an application out of the register; its number stays used. */
export function removeApplication(state: State, id: Id): State {
  const before = state.applications.get(id);
  if (!before) return state;
  const slot = documentSlot(before);
  const day = birthSlot(before);
  return {
    ...state,
    applications: state.applications.delete(id),
    byDocument: slot && state.byDocument.get(slot) === id ? state.byDocument.delete(slot) : state.byDocument,
    applicationsByBirth: day
      ? state.applicationsByBirth.update(day, Set<Id>(), (ids) => ids.delete(id))
      : state.applicationsByBirth,
  };
}
