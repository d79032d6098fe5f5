/** Who may be one person under two applications: a likeness for the clerk to judge, never a verdict. */
import { foldForSearch } from '../text/fold.ts';
import type { Application } from './application.ts';
import { birthSlot, type State } from './state.ts';

export type Suspect = { application: Application; settled: boolean };

/**
 * Applications of the same event with the same birth date and a like name: the folded words of the surname and given
 * names, in any of the three writings, share the surname or stand swapped (DOMAIN.md, Rules). A verdict kept on either
 * side settles the pair.
 */
export function suspectsOf(state: State, application: Application): Suspect[] {
  const slot = birthSlot(application);
  const sameDay = slot && state.applicationsByBirth.get(slot);
  if (!sameDay) return [];
  const words = nameWords(application);
  const suspects: Suspect[] = [];
  for (const id of sameDay) {
    const other = state.applications.get(id);
    if (!other || other.id === application.id) continue;
    const shared = [...nameWords(other)].filter((word) => words.has(word)).length;
    if (shared === 0) continue;
    const settled =
      application.verdicts.some((verdict) => verdict.other === other.id) ||
      other.verdicts.some((verdict) => verdict.other === application.id);
    suspects.push({ application: other, settled });
  }
  return suspects;
}

function nameWords({ names }: Pick<Application, 'names'>): Set<string> {
  const all = [names.latin, names.ky, names.ru].flatMap(({ surname, given }) => [surname, given]);
  return new Set(all.flatMap((part) => foldForSearch(part).split(' ')).filter((word) => word.length > 1));
}
