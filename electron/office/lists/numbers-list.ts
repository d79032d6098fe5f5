/** The register of numbers as a list: each number given, and the runs of those that were not. */
import type { NumberFilter } from '#shared/contract/number-register.ts';
import { numberCells, numberHead, numberStateWord } from './number-table.ts';
import type { NumberLine } from '../registry/number-register.ts';
import { wordsOf } from '../wording/words.ts';
import { searchInWords, type List, type ListColumn, type ListContext } from './list.ts';

/** In the order of the register. */
const ids = ['number', 'state', 'person', 'organisation', 'issuedOn', 'receiver', 'remarks'];

export function numbersColumns({ state, language }: ListContext): ListColumn[] {
  const head = numberHead(state, language);
  return ids.map((id, index) => ({ id, title: head[index] ?? '' }));
}

export const numbersList = (
  context: ListContext,
  lines: readonly NumberLine[],
  { search, states }: NumberFilter,
): List<NumberLine> => {
  const { state, language } = context;
  return {
    name: 'numbers',
    title: wordsOf(state)[language].register.title,
    columns: numbersColumns(context),
    lines,
    cells: (chosen) => chosen.map((line) => numberCells(state, line, language)),
    filters: [...states.map((one) => numberStateWord(state, one, language)), ...searchInWords(search)],
  };
};
