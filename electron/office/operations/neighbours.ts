/** Who stands before and after a person in a list. */
import { done } from '../../../shared/domain/errors.ts';
import type { neighbourOperations } from '../../../shared/contract/neighbours.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function neighbourHandlers(office: OfficeContext): Handlers<keyof typeof neighbourOperations> {
  return {
    'application.neighbours': ({ id, filter, sorting, language }) => {
      const people = office.registry.people(filter, { ...sorting, language });
      const total = people.length;
      const place = people.findIndex((person) => person.id === id);
      if (place < 0) return done({ previous: null, next: null, place: null, total });
      const at = (index: number) => people[index]?.id ?? null;
      return done({ previous: at(place - 1), next: at(place + 1), place, total });
    },
  };
}
