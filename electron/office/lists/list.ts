/** A list as it goes to a table or to paper: what its columns are called, its lines, and what it was filtered by. */
import type { IsoDate, Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';

export type ListColumn = { id: string; title: string };

/** Everything of one list in one language. `Line` is what a line is made of. */
export type List<Line> = {
  /** ASCII, for the file. */
  name: string;
  title: string;
  columns: ListColumn[];
  lines: { readonly length: number; slice(from?: number, to?: number): Line[] };
  /** The cells of some lines, each with as many as there are columns. */
  cells(lines: readonly Line[]): string[][];
  /** The filters in words, none when everything is shown. */
  filters: string[];
};

/** What lists are written from. */
export type ListContext = { state: State; today: IsoDate; language: Language };

/** A search as it is named beside other filters. */
export const searchInWords = (search: string): string[] => (search.trim() === '' ? [] : [`«${search.trim()}»`]);
