/**
 * What the journal's lines are about, kept in memory from the first time it is asked for: a screen filters and scrolls
 * through years of work without reading them anew.
 */
import { foldForSearch } from '#shared/text/fold.ts';
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { JournalFilter, JournalRow } from '#shared/contract/audit.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { todayOf } from '../context/ports.ts';
import { operatorName } from '../operators/operator-name.ts';
import type { SubjectRef } from '#shared/domain/register/event-table.ts';
import { nameSubject, subjectsOf } from './subjects.ts';

export type JournalEntry = {
  seq: number;
  at: string;
  who: string;
  command: string;
  subjects: SubjectRef[];
  /** Records beside those kept. */
  more: number;
};

type KnownLine = Pick<JournalLine<OfficeEvent>, 'seq' | 'at' | 'who' | 'command' | 'events'>;

export type JournalIndex = {
  /** Hears of a line that was just written. */
  note(line: KnownLine): void;
  /** What is in memory now; null before it was first asked for. */
  known(): readonly JournalEntry[] | null;
  /** All lines, the oldest first; a line that is not as it was written is refused. */
  entries(): Promise<Outcome<readonly JournalEntry[]>>;
};

/** So many records of a line are named; the rest are counted. */
const mostNamed = 3;

export function journalIndex(lines: () => AsyncGenerator<Outcome<JournalLine<OfficeEvent>>>): JournalIndex {
  let known: JournalEntry[] | null = null;
  let reading: Promise<Outcome<readonly JournalEntry[]>> | null = null;
  let meanwhile: JournalEntry[] = [];

  async function read(): Promise<Outcome<readonly JournalEntry[]>> {
    const found: JournalEntry[] = [];
    for await (const line of lines()) {
      if (!line.ok) return line;
      found.push(entryOf(line.value));
    }
    const last = found.at(-1)?.seq ?? 0;
    known = [...found, ...meanwhile.filter(({ seq }) => seq > last)];
    meanwhile = [];
    return done(known);
  }

  return {
    note(line) {
      if (known) known.push(entryOf(line));
      else if (reading) meanwhile.push(entryOf(line));
    },
    known: () => known,
    entries() {
      if (known) return Promise.resolve(done(known));
      reading ??= read().finally(() => (reading = null));
      return reading;
    },
  };
}

function entryOf({ seq, at, who, command, events }: KnownLine): JournalEntry {
  const subjects = new Map<string, SubjectRef>();
  for (const event of events) {
    for (const subject of subjectsOf(event)) subjects.set(`${subject.kind} ${subject.id}`, subject);
  }
  const all = [...subjects.values()];
  return { seq, at, who, command, subjects: all.slice(0, mostNamed), more: Math.max(0, all.length - mostNamed) };
}

/** How a command is called in the words of the one who asks. */
export type CommandWord = (command: string) => string;

/** The entries that a filter lets through, the newest first. */
export function entriesFound(
  entries: readonly JournalEntry[],
  { who, from, to, search }: JournalFilter,
  { state, language, wordOf }: { state: State; language: Language; wordOf: CommandWord },
): JournalEntry[] {
  const wanted = foldForSearch(search.trim());
  const dayOf = (at: string) => todayOf({ now: () => new Date(at) });
  const commands = new Map<string, boolean>();
  const isNamed = ({ command, subjects }: JournalEntry): boolean => {
    const known = commands.get(command) ?? foldForSearch(wordOf(command)).includes(wanted);
    commands.set(command, known);
    if (known) return true;
    return subjects.some((ref) => foldForSearch(nameSubject(state, ref, language)?.name ?? '').includes(wanted));
  };
  return entries
    .filter(
      (entry) =>
        (who === null || entry.who === who) &&
        ((from === null && to === null) || isBetween(dayOf(entry.at), from, to)) &&
        (wanted === '' || isNamed(entry)),
    )
    .reverse();
}

const isBetween = (day: string, from: string | null, to: string | null): boolean =>
  (from === null || day >= from) && (to === null || day <= to);

export function rowOf(state: State, { subjects, ...entry }: JournalEntry, language: Language): JournalRow {
  const named = new Map(
    subjects.flatMap((ref) => {
      const subject = nameSubject(state, ref, language);
      return subject ? [[`${subject.kind} ${subject.id}`, subject] as const] : [];
    }),
  );
  return { ...entry, who: operatorName(state, entry.who), subjects: [...named.values()] };
}
