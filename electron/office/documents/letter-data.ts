/**
 * Letters to organisations about what a decision refused or revoked: one an organisation and kind, in each language asked for, with the
 * decision's number and date and the ground of each person (shared/domain/README.md, "The people and the day's work", 4).
 */
import { isSuperseded } from '#shared/domain/merge/reapply-decisions.ts';
import type { Application } from '#shared/domain/records/application.ts';
import type { Correspondence } from '#shared/domain/records/organisation.ts';
import type { AdoptedRow, Decision } from '#shared/domain/records/decision.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate, formatLongDate } from '#shared/text/dates.ts';
import { wordsOf } from '../wording/words.ts';
import { frame, type Frame } from './list-data.ts';
import { fill, fillCounted } from '../wording/fill.ts';

export type LetterRequest = {
  decisionId: Id;
  /** The people it is about; null for all whom the decision refuses or revokes. */
  applicationIds: readonly Id[] | null;
};
type Letter = { organisationId: Id; action: 'refuse' | 'revoke'; rows: AdoptedRow[] };

/** A letter in one language, as its template and its editable file read it. */
export type LetterPart = Frame & {
  outgoing: string;
  city: string;
  addressee: string[];
  reply: string | null;
  subject: string;
  salutation: string;
  intro: string;
  head: string[];
  rows: string[][];
  closing: string | null;
  signature: { role: string; name: string };
  preparedBy: string;
};

/** Refused while the decision is a draft, and when it refuses and revokes nobody of those asked for. */
export function letterParts(
  state: State,
  { decisionId, applicationIds }: LetterRequest,
  languages: readonly Language[],
): Outcome<LetterPart[]> {
  const decision = state.decisions.get(decisionId);
  if (!decision) return refuse('decision.unknown');
  if (decision.status === 'draft') return refuse('decision.notAdopted');
  const wanted = applicationIds && new Set(applicationIds);
  const letters = new Map<string, Letter>();
  for (const row of decision.adoptedRows) {
    const { action, organisationId } = row;
    if (action === 'accredit' || (wanted && !wanted.has(row.applicationId))) continue;
    // Nobody is written to about what does not stand for them.
    const application = state.applications.get(row.applicationId);
    if (action === 'refuse' && application && isSuperseded(application, decisionId, state.decisions)) continue;
    const key = `${action} ${organisationId}`;
    const letter = letters.get(key) ?? { organisationId, action, rows: [] };
    letter.rows.push(row);
    letters.set(key, letter);
  }
  if (letters.size === 0) return refuse('document.nothingToPrint');
  const voided = voidCertificates(state, decision);
  return done(
    [...letters.values()].flatMap((letter) =>
      languages.map((language) => letterPart(state, decision, letter, voided, language)),
    ),
  );
}

function letterPart(
  state: State,
  decision: Decision,
  { organisationId, action, rows }: Letter,
  voided: ReadonlyMap<Id, string>,
  language: Language,
): LetterPart {
  const all = wordsOf(state)[language];
  const words = all['decision-letters'];
  const { list, decision: act } = all.documents;
  const organisation = state.organisations.get(organisationId);
  const correspondence = organisation?.correspondence[decision.electionId];
  const date = formatLongDate(decision.date ?? '', language);
  const number = decision.number ?? '';
  const commission = state.settings?.commission[language] ?? '';
  const election = state.elections.get(decision.electionId)?.name[language] ?? '';
  const signatory = decision.signatories[0] ?? { role: 'chairperson' as const, name: state.settings?.chair };
  const certificates = rows.some(({ applicationId }) => voided.has(applicationId));
  const inScript = (row: AdoptedRow) => (language === 'ky' ? row.ky : row.ru);
  return {
    // The organisation's name as the decision has it, whatever it is called since.
    ...letterFrame(
      state,
      rows[0]?.organisation[language] ?? '',
      correspondence,
      headOfMission(
        state,
        { electionId: decision.electionId, organisationId },
        new Set(rows.map((row) => row.applicationId)),
      ),
      language,
    ),
    running: fill(act.dateAndNumber, { date, number }),
    subject: words.subject[action],
    intro: fillCounted(words.intro, action, rows.length, language, { commission, date, number, election }),
    head: [list.number, list.latin, list.name, act.reason, ...(certificates ? [list.certificate] : [])],
    rows: rows.map((row, index) => [
      String(index + 1),
      row.citizenship ? `${row.latin} (${countryName(row.citizenship, language)})` : row.latin,
      inScript(row),
      row.reason?.[language] ?? '',
      ...(certificates ? [voided.get(row.applicationId) ?? ''] : []),
    ]),
    closing: certificates ? fill(words.giveBack, { date: formatDate(decision.date ?? '') }) : null,
    signature: { role: act[signatory.role], name: signatory.name?.[language] ?? '' },
  };
}

/** What every letter to an organisation has: where from, to whom, in reply to what, by whom. */
export function letterFrame(
  state: State,
  organisation: string,
  correspondence: Correspondence | undefined,
  /** The head of the organisation's mission, when the register knows the one. */
  head: Application | null,
  language: Language,
) {
  const words = wordsOf(state)[language]['decision-letters'];
  return {
    ...frame(state, language, ''),
    outgoing: words.outgoing,
    city: state.settings?.city[language] ?? '',
    addressee: [organisation, correspondence?.headOfMission ?? ''].filter((line) => line !== ''),
    reply: replyTo(correspondence?.letter, words),
    salutation: salutationFor(head, words.salutation, language),
    preparedBy: fill(words.preparedBy, { clerk: state.settings?.clerk ?? '' }),
  };
}

/** The organisation's only head of mission in an election: who reads its letters. Nobody whom the letter itself is about. */
export function headOfMission(
  { applications }: State,
  { electionId, organisationId }: Pick<Application, 'electionId' | 'organisationId'>,
  about: ReadonlySet<Id>,
): Application | null {
  const heads = [...applications.values()].filter(
    (one) =>
      one.electionId === electionId &&
      one.organisationId === organisationId &&
      one.category === 'head-of-mission' &&
      !['withdrawn', 'refused', 'revoked'].includes(one.status),
  );
  const [only, ...more] = heads;
  return only && more.length === 0 && !about.has(only.id) ? only : null;
}

/** By name where the sex is known and the name's Cyrillic form has been confirmed; else to whoever reads it. */
function salutationFor(
  head: Application | null,
  words: { general: string; male: string; female: string },
  language: Language,
): string {
  if (!head || (head.sex !== 'male' && head.sex !== 'female')) return words.general;
  const { names, sex } = head;
  if (language !== 'en' && !names.confirmed) return words.general;
  const surname = (language === 'en' ? inPlainCase(names.latin.surname) : names[language].surname).trim();
  return surname === '' ? words.general : fill(words[sex], { surname });
}

/** Travel documents print OAKTHORPE; a letter greets Oakthorpe. A name in mixed case is left as it is. */
const inPlainCase = (surname: string): string =>
  surname === surname.toUpperCase()
    ? surname.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : surname;

function replyTo(
  letter: { number: string; date: string | null } | undefined,
  words: { replyTo: string; replyToUndated: string },
): string | null {
  if (!letter || letter.number.trim() === '') return null;
  const { number, date } = letter;
  return date ? fill(words.replyTo, { number, date: formatDate(date) }) : fill(words.replyToUndated, { number });
}

/** Numbers of the last certificates of those whom the decision revokes: on paper they are still out there. */
function voidCertificates(state: State, { adoptedRows }: Decision): Map<Id, string> {
  const revoked = new Set(adoptedRows.filter(({ action }) => action === 'revoke').map((row) => row.applicationId));
  const numbers = new Map<Id, string>();
  if (revoked.size === 0) return numbers;
  for (const { applicationId, successorId, printRuns, number } of state.certificates.values()) {
    if (revoked.has(applicationId) && successorId === null && printRuns.length > 0) numbers.set(applicationId, number);
  }
  return numbers;
}
