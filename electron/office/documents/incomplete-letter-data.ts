/**
 * The letter to an organisation about what its incomplete applications lack, in each language asked for: everybody with the
 * papers and particulars that are missing (shared/domain/README.md, "The people and the day's work", 2).
 */
import type { Application } from '#shared/domain/records/application.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { fullName } from '#shared/domain/records/person.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { missingIn } from '../wording/missing.ts';
import { wordsOf } from '../wording/words.ts';
import { headOfMission, letterFrame, type LetterPart } from './letter-data.ts';
import { fill, fillCounted } from '../wording/fill.ts';

/** What is missing of the head's own papers is no reason not to greet them. */
const nobody: ReadonlySet<string> = new Set();

type Request = Extract<DocumentRequest, { kind: 'incomplete-letter' }>;

/** Refused when nobody of those asked for is incomplete: what is not missing is not asked for. */
export function incompleteLetterParts(
  state: State,
  request: Request,
  languages: readonly Language[],
): Outcome<LetterPart[]> {
  const { electionId, organisationId, applicationIds } = request;
  if (!state.elections.has(electionId)) return refuse('election.unknown');
  if (!state.organisations.has(organisationId)) return refuse('organisation.unknown');
  const candidates = applicationIds
    ? applicationIds.flatMap((id) => state.applications.get(id) ?? [])
    : [...state.applications.values()];
  const people = candidates
    .filter(
      (one) => one.electionId === electionId && one.organisationId === organisationId && one.status === 'incomplete',
    )
    .sort((a, b) => a.number - b.number);
  if (people.length === 0) return refuse('document.nothingToPrint');
  return done(languages.map((language) => letterPart(state, request, people, language)));
}

function letterPart(
  state: State,
  { electionId, organisationId, by }: Request,
  people: readonly Application[],
  language: Language,
): LetterPart {
  const { documents, intake } = wordsOf(state)[language];
  const words = intake.letter;
  const { list, decision: act } = documents;
  const organisation = state.organisations.get(organisationId);
  const commission = state.settings?.commission[language] ?? '';
  const election = state.elections.get(electionId)?.name[language] ?? '';
  return {
    ...letterFrame(
      state,
      organisation?.name[language] ?? '',
      organisation?.correspondence[electionId],
      headOfMission(state, { electionId, organisationId }, nobody),
      language,
    ),
    running: words.subject,
    subject: words.subject,
    intro: fillCounted(words, 'intro', people.length, language, { commission, election }),
    head: [list.number, list.latin, list.name, words.missing],
    rows: people.map((person, index) => [
      String(index + 1),
      person.citizenship
        ? `${fullName(person.names.latin)} (${countryName(person.citizenship, language)})`
        : fullName(person.names.latin),
      fullName(language === 'ky' ? person.names.ky : person.names.ru),
      missingIn(state, person, language).join('; '),
    ]),
    closing: by === null ? words.soon : fill(words.by, { date: formatDate(by) }),
    signature: { role: act.chairperson, name: state.settings?.chair[language] ?? '' },
  };
}
