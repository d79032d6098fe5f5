/** Who stands before and after a person in a list. */
import { done } from '#shared/domain/base/refusals.ts';
import type { neighbourOperations } from '#shared/contract/neighbours.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function neighbourHandlers(office: OfficeContext): Handlers<keyof typeof neighbourOperations> {
  return {
    'application.neighbours': ({ id, filter, sorting, language }) => {
      const found = office.registry.people(filter, { ...sorting, language });
      const total = found.length;
      let place = 0;
      for (const person of found) {
        if (person.id === id) break;
        place += 1;
      }
      if (place === total) return done({ previous: null, next: null, place: null, total });
      const [before] = place === 0 ? [] : found.slice(place - 1, place);
      const [after] = found.slice(place + 1, place + 2);
      return done({ previous: before?.id ?? null, next: after?.id ?? null, place, total });
    },
  };
}
