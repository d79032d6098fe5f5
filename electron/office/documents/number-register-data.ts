/** The register of all numbers as its template reads it; one part a language. */
import type { Language, IsoDate } from '#shared/domain/base/primitives.ts';
import type { NumberFilter } from '#shared/contract/number-register.ts';
import type { State } from '#shared/domain/register/state.ts';
import { formatLongDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { numberCells, numberHead, numberStateWord } from '../lists/number-table.ts';
import type { NumberLine } from '../registry/number-register.ts';
import { wordsOf } from '../wording/words.ts';
import { frame } from './list-data.ts';
import { fill } from '../wording/fill.ts';

/** A number that stands for nothing any more is struck through. */
export const isStruck = (state: NumberLine['state']): boolean =>
  state === 'void' || state === 'spoiled' || state === 'lost';

export function numberRegisterParts(
  state: State,
  { electionId, states, search }: NumberFilter,
  lines: readonly NumberLine[],
  today: IsoDate,
  languages: readonly Language[],
) {
  const totals = new Map<NumberLine['state'], number>();
  for (const { state: standing, from, to } of lines) totals.set(standing, (totals.get(standing) ?? 0) + to - from + 1);
  return languages.map((language) => {
    const words = wordsOf(state)[language];
    const asOf = fill(words.documents.list.asOf, { date: formatLongDate(today, language, 'to') });
    const chosen = [
      ...states.map((one) => numberStateWord(state, one, language)),
      ...(search.trim() === '' ? [] : [`«${search.trim()}»`]),
    ];
    return {
      ...frame(state, language, words.register.title),
      title: words.register.title,
      subtitle: [...chosen, asOf].join('; '),
      election: state.elections.get(electionId)?.name[language] ?? '',
      head: numberHead(state, language),
      rows: lines.map((line) => ({ struck: isStruck(line.state), cells: numberCells(state, line, language) })),
      totals: [...totals].map(
        ([standing, count]) => `${numberStateWord(state, standing, language)}: ${formatNumber(count, language)}`,
      ),
    };
  });
}
