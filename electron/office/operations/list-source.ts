/** Finds the lines of a list that a screen names, as it shows them. */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { assertNever, type Language } from '#shared/domain/base/primitives.ts';
import { entriesFound } from '../audit/journal-index.ts';
import type { ListKind, ListSource } from '#shared/contract/lists.ts';
import { organisationsColumns, organisationsList } from '../lists/organisations-list.ts';
import { certificatesColumns, certificatesList } from '../lists/certificates-list.ts';
import { annexColumns, annexList, decisionsColumns, decisionsList } from '../lists/decisions-list.ts';
import { commandWord, journalColumns, journalList } from '../lists/journal-list.ts';
import { importsColumns, importsList } from '../lists/imports-list.ts';
import type { List, ListColumn, ListContext } from '../lists/list.ts';
import { numbersColumns, numbersList } from '../lists/numbers-list.ts';
import { queueColumns, queueList } from '../lists/queue-list.ts';
import { totalsColumns, totalsList } from '../lists/totals-list.ts';
import { numbersFound } from '../registry/number-register.ts';
import { queueFound } from '../registry/print-queue.ts';
import { numbersOfDecisions, peopleColumns, peopleList } from '../lists/people-list.ts';
import { organisationRows, totalsAt } from '../registry/totals.ts';
import { wordsOf } from '../wording/words.ts';
import { certificatesFound } from './certificates.ts';
import { decisionRows, decisionView } from './decisions.ts';
import { importsOf } from './imports.ts';
import { readScanned } from './scanned-code.ts';
import type { OfficeContext } from './handlers.ts';

const contextOf = (office: OfficeContext, language: Language): ListContext => ({
  ...{ state: office.state(), today: office.today(), language },
});

const columnsOfKind: Record<ListKind, (context: ListContext) => ListColumn[]> = {
  people: peopleColumns,
  organisations: organisationsColumns,
  decisions: decisionsColumns,
  annex: annexColumns,
  certificates: certificatesColumns,
  numbers: numbersColumns,
  queue: queueColumns,
  journal: journalColumns,
  totals: totalsColumns,
  imports: importsColumns,
};

export const listColumns = (office: OfficeContext, kind: ListKind, language: Language): ListColumn[] =>
  columnsOfKind[kind](contextOf(office, language));

/** A list whatever its lines are: nobody but the list itself looks into one. */
export type AnyList = Omit<List<unknown>, 'lines' | 'cells'> & {
  length: number;
  /** Cells of the lines from one place to before another. */
  cells(from?: number, to?: number): string[][];
};

const closed = <Line>({ lines, cells, ...list }: List<Line>): AnyList => ({
  ...list,
  length: lines.length,
  cells: (from, to) => cells(lines.slice(from, to)),
});

/** What a list needs in memory before it can be made at once: the journal is read when it is first asked for. */
export async function prepareList(office: OfficeContext, { kind }: ListSource): Promise<Outcome<unknown>> {
  return kind === 'journal' ? office.audit.index.entries() : done(null);
}

export function listOf(office: OfficeContext, source: ListSource, language: Language): Outcome<AnyList> {
  const context = contextOf(office, language);
  const { state, today } = context;
  switch (source.kind) {
    case 'people': {
      const people = office.registry.people(source.filter, { ...source.sorting, language });
      return done(closed(peopleList(context, people, source.filter)));
    }
    case 'organisations': {
      const rows = new Map(organisationRows(state, source.electionId, today).map((row) => [row.organisation.id, row]));
      const shown = source.ids.flatMap((id) => rows.get(id) ?? []);
      return done(closed(organisationsList(context, source.electionId, shown)));
    }
    case 'decisions':
      return done(closed(decisionsList(context, decisionRows(office, source.electionId))));
    case 'annex': {
      const view = decisionView(office, source.decisionId);
      if (!view.ok) return view;
      const [numbered] = numbersOfDecisions(context, [source.decisionId]);
      const { title, status } = view.value.decision;
      const stands = wordsOf(state)[language].domain.decisionStatus[status];
      return done(closed(annexList(context, view.value.annex, [numbered ?? title[language], stands])));
    }
    case 'certificates': {
      const found = certificatesFound(office, source.filter, source.sorting, language);
      if (!found.ok) return found;
      // A scanned code is named by its number.
      const scanned = readScanned(state, source.filter.electionId, source.filter.search);
      const search = (scanned.ok ? scanned.value?.certificate.number : null) ?? source.filter.search;
      return done(closed(certificatesList(context, found.value, { ...source.filter, search })));
    }
    case 'numbers':
      if (!state.elections.has(source.filter.electionId)) return refuse('election.unknown');
      return done(closed(numbersList(context, numbersFound(office, source.filter), source.filter)));
    case 'queue':
      if (!state.elections.has(source.filter.electionId)) return refuse('election.unknown');
      return done(closed(queueList(context, queueFound(office, source.filter), source.filter)));
    case 'journal': {
      const wordOf = commandWord(state, language);
      const found = entriesFound(office.audit.index.known() ?? [], source.filter, { state, language, wordOf });
      return done(closed(journalList(context, found, source.filter)));
    }
    case 'totals':
      if (!state.elections.has(source.electionId)) return refuse('election.unknown');
      return done(closed(totalsList(context, totalsAt(state, source.electionId, source.day))));
    case 'imports':
      return done(closed(importsList(context, importsOf(office, source.electionId))));
    default:
      return assertNever(source);
  }
}

/** Some columns of a list, by their ids and in that order; a column asked for twice or unknown is left out. */
export function chooseColumns(list: Pick<AnyList, 'columns'>, wanted: readonly string[]): Outcome<number[]> {
  const places = [...new Set(wanted)].map((id) => list.columns.findIndex((column) => column.id === id));
  const known = places.filter((place) => place >= 0);
  return known.length > 0 ? done(known) : refuse('list.noColumns');
}
