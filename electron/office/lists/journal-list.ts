/** The journal's lines as a list: when, who, what, and about whom. */
import type { JournalFilter, JournalRow } from '#shared/contract/audit.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { formatDate, formatDateTime } from '#shared/text/dates.ts';
import { rowOf, type CommandWord, type JournalEntry } from '../audit/journal-index.ts';
import { operatorName } from '../operators/operator-name.ts';
import { fill } from '../wording/fill.ts';
import { wordsOf } from '../wording/words.ts';
import { searchInWords, type List, type ListColumn, type ListContext } from './list.ts';

const ids = ['line', 'when', 'who', 'what', 'about'] as const;

export function journalColumns({ state, language }: ListContext): ListColumn[] {
  const { columns } = wordsOf(state)[language].lists;
  return ids.map((id) => ({ id, title: columns[id] }));
}

/** What a command is called; a command that only older programs knew keeps its own name. */
export function commandWord(state: State, language: Language): CommandWord {
  const { command: words } = wordsOf(state)[language].records;
  return (command) => {
    const [group = '', action = ''] = command.split('.');
    return (words as Record<string, Record<string, string>>)[group]?.[action] ?? command;
  };
}

export function subjectsInWords({ subjects, more }: JournalRow, moreWords: string): string {
  const names = subjects.map(({ name }) => name).join('; ');
  return more > 0 ? `${names}; ${fill(moreWords, { count: String(more) })}` : names;
}

export function journalList(
  context: ListContext,
  entries: readonly JournalEntry[],
  { who, from, to, search }: JournalFilter,
): List<JournalEntry> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const wordOf = commandWord(state, language);
  const days = [from, to].map((day) => (day === null ? '…' : formatDate(day, language))).join(' – ');
  return {
    name: 'journal',
    title: words.lists.titles.journal,
    columns: journalColumns(context),
    lines: entries,
    cells: (lines) =>
      lines.map((entry) => {
        const row = rowOf(state, entry, language);
        return [
          String(row.seq),
          formatDateTime(row.at, -new Date(row.at).getTimezoneOffset()),
          row.who,
          wordOf(row.command),
          subjectsInWords(row, words.records.more),
        ];
      }),
    filters: [
      ...(who === null ? [] : [operatorName(state, who)]),
      ...(from === null && to === null ? [] : [days]),
      ...searchInWords(search),
    ],
  };
}
