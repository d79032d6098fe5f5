/** A decision with its annex, as its template reads it; one part a language. A draft says so on every page. */
import { annexActions, type AdoptedRow, type Decision } from '#shared/domain/records/decision.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatLongDate } from '#shared/text/dates.ts';
import type { JournalPosition } from '#shared/domain/records/handover.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { frame } from './list-data.ts';
import { wordsOf } from '../wording/words.ts';
import { fill, fillCounted } from '../wording/fill.ts';

const titleOf = { accredit: 'accredited', refuse: 'refused', revoke: 'revoked' } as const;

/** `adoption`: where the journal stood when it was adopted; null says nothing of it. */
export function decisionParts(
  state: State,
  decision: Decision,
  languages: readonly Language[],
  adoption: JournalPosition | null = null,
) {
  const rows = decision.status === 'adopted' ? decision.adoptedRows : draftRows(state, decision);
  const count = (action: AdoptedRow['action']) => rows.filter((row) => row.action === action).length;
  return languages.map((language) => {
    const words = wordsOf(state)[language].documents;
    const election = state.elections.get(decision.electionId)?.name[language] ?? '';
    const date = decision.date ? formatLongDate(decision.date, language) : null;
    const number = decision.number ?? '';
    const session = decision.sessionDate ? formatLongDate(decision.sessionDate, language) : '';
    const isDraft = decision.status === 'draft';
    const ofDay = decision.date ? formatLongDate(decision.date, language, 'of') : '';
    const annexTo = isDraft ? words.decision.annexToDraft : fill(words.decision.annexTo, { date: ofDay, number });
    const dated = isDraft
      ? fill(words.decision.draftDate, { date: session })
      : fill(words.decision.dateAndNumber, { date: date ?? '', number });
    return {
      ...frame(state, language, isDraft ? words.draftMark : dated),
      draft: isDraft ? words.draftMark : null,
      heading: words.decision.heading,
      date: dated,
      city: state.settings?.city[language] ?? '',
      title: decision.title[language],
      preamble: fill(words.decision.preamble, {
        legalBasis: decision.legalBasis[language],
        commission: state.settings?.commission[language] ?? '',
      }),
      points: annexActions
        .filter((action) => count(action) > 0)
        .map((action) => fillCounted(words.decision, action, count(action), language, { election })),
      notes: notes(decision, words.decision),
      signatories: decision.signatories.map(({ role, name }) => ({ role: words.decision[role], name: name[language] })),
      annexTo,
      sections: annexActions
        .filter((action) => count(action) > 0)
        .map((action) => section(state, rows, action, language)),
      hash: decision.contentHash ? fill(words.decision.hash, { hash: decision.contentHash }) : null,
      journal: adoption
        ? fill(words.decision.journal, { line: formatNumber(adoption.seq, language), hash: adoption.hash })
        : null,
    };
  });
}

/** What stands under the points: how the commission voted, and where it is written down. */
function notes(
  { votes, present, minutesNumber }: Decision,
  words: { votes: string; minutes: string; present: string },
): string[] {
  const lines: string[] = [];
  if (present !== null) lines.push(fill(words.present, { present: String(present) }));
  if (votes) {
    const { for: pro, against, abstained } = votes;
    lines.push(fill(words.votes, { for: String(pro), against: String(against), abstained: String(abstained) }));
  }
  if (minutesNumber.trim() !== '') lines.push(fill(words.minutes, { number: minutesNumber.trim() }));
  return lines;
}

function section(state: State, rows: readonly AdoptedRow[], action: AdoptedRow['action'], language: Language) {
  const words = wordsOf(state)[language].documents;
  const own = rows.filter((row) => row.action === action);
  const withReason = action !== 'accredit';
  const inScript = (row: AdoptedRow) => (language === 'ky' ? row.ky : row.ru);
  const head = [words.list.number, words.list.latin, words.list.name, words.list.organisation];
  return {
    title: words.decision[titleOf[action]],
    head: withReason ? [...head, words.decision.reason] : head,
    rows: own.map((row, index) => [
      String(index + 1),
      row.citizenship ? `${row.latin} (${countryName(row.citizenship, language)})` : row.latin,
      inScript(row),
      row.organisation[language],
      ...(withReason ? [row.reason?.[language] ?? ''] : []),
    ]),
    total: fillCounted(words.list, 'total', own.length, language),
  };
}

function draftRows(state: State, decision: Decision): AdoptedRow[] {
  return decision.rows.flatMap((row): AdoptedRow[] => {
    const application = state.applications.get(row.applicationId);
    const organisation = application && state.organisations.get(application.organisationId);
    if (!application || !organisation) return [];
    return [
      {
        ...row,
        organisationId: organisation.id,
        organisation: organisation.name,
        latin: fullName(application.names.latin),
        ky: fullName(application.names.ky),
        ru: fullName(application.names.ru),
        citizenship: application.citizenship ?? '',
      },
    ];
  });
}
