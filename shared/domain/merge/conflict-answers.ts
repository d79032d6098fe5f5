/** What records of a merge are called, and how its questions were settled, in words that stay true on paper. */
import { formatDate } from '../../text/dates.ts';
import { fullName, trilingualName } from '../records/person.ts';
import { partsApart } from './fields.ts';
import type { AnyRecord } from './compare.ts';
import type { Application } from '../records/application.ts';
import type { Organisation } from '../records/organisation.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Decision } from '../records/decision.ts';
import type { Election } from '../records/election.ts';
import type { Id, Trilingual } from '../base/primitives.ts';
import type { Merge, Question } from './index.ts';
import type { MergeBundle, MergedKind, ResolvedConflict, Resolution } from '../records/received-handover.ts';
import type { State } from '../register/state.ts';

type People = { get(id: Id): Application | undefined };

const each = (nameIn: (language: keyof Trilingual) => string): Trilingual => ({
  ky: nameIn('ky').slice(0, 500),
  ru: nameIn('ru').slice(0, 500),
  en: nameIn('en').slice(0, 500),
});

/** Number and day: of two decisions with one number the day tells which is meant. */
export const nameOfDecision = ({ number, date }: Pick<Decision, 'number' | 'date'>): string =>
  `№ ${number ?? ''} (${date ? formatDate(date) : '—'})`;

/** Empty for no record. */
export function nameOfRecord(kind: MergedKind, record: AnyRecord | null, people: People): Trilingual {
  if (!record) return noName;
  switch (kind) {
    case 'election':
      return (record as Election).name;
    case 'organisation':
      return (record as Organisation).name;
    case 'application': {
      const { names, number } = record as Application;
      const name = trilingualName(names);
      return each((language) => `${name[language]} (№ ${String(number)})`);
    }
    case 'decision': {
      const { number, title } = record as Decision;
      return number === null ? title : each((language) => `№ ${number}. ${title[language]}`);
    }
    case 'certificate': {
      const { number, applicationId } = record as Certificate;
      const bearer = people.get(applicationId);
      if (!bearer) return { ky: number, ru: number, en: number };
      const name = trilingualName(bearer.names);
      return each((language) => `${number}, ${name[language]}`);
    }
  }
}

/** The questions of a merge with their answers, in the order in which they were asked. */
export function settledQuestions(
  state: State,
  { records }: MergeBundle,
  { questions }: Pick<Merge, 'questions'>,
  settlements: readonly Resolution[],
): ResolvedConflict[] {
  const answers = new Map(settlements.map((settlement) => [settlement.question, settlement]));
  const theirs = {
    application: new Map(records.applications.map((one) => [one.id, one])),
    certificate: new Map(records.certificates.map((one) => [one.id, one])),
  };
  const people: People = { get: (id) => state.applications.get(id) ?? theirs.application.get(id) };
  const papers = { get: (id: Id) => state.certificates.get(id) ?? theirs.certificate.get(id) };
  const acts = { get: (id: Id) => state.decisions.get(id) ?? records.decisions.find((one) => one.id === id) };
  return questions.flatMap((question) => {
    const said = answers.get(question.key);
    return said ? [settledQuestion(question, said, { people, papers, acts })] : [];
  });
}

type Known = {
  people: People;
  papers: { get(id: Id): Certificate | undefined };
  acts: { get(id: Id): Decision | undefined };
};

function settledQuestion(
  question: Question,
  { choice, reason, sides }: Resolution,
  { people, papers, acts }: Known,
): ResolvedConflict {
  switch (question.kind) {
    case 'record': {
      const { kind, ours, theirs } = question.record;
      const name = nameOfRecord(kind, ours ?? theirs, people);
      const apart = choice === 'fields' ? partsApart(question.record) : [];
      const taken = apart.filter((part) => sides[part] === 'theirs');
      const isMixed = taken.length > 0 && taken.length < apart.length;
      return {
        ...{ kind: 'record', recordKind: kind, name, chosen: '', reason },
        choice: isMixed ? 'fields' : choice === 'theirs' || taken.length > 0 ? 'theirs' : 'ours',
        taken: isMixed ? taken : [],
      };
    }
    case 'person': {
      const stays = people.get(choice);
      const name = stays ? trilingualName(stays.names) : noName;
      const chosen = stays ? `№ ${String(stays.number)}, ${fullName(stays.names.latin)}`.slice(0, 500) : '';
      return { kind: 'person', recordKind: 'application', name, choice: 'one', chosen, reason, taken: [] };
    }
    case 'certificate': {
      const stays = papers.get(choice);
      const bearer = people.get(stays?.applicationId ?? '');
      const name = bearer ? trilingualName(bearer.names) : noName;
      return {
        kind: 'certificate',
        recordKind: 'certificate',
        name,
        choice: 'one',
        chosen: stays?.number ?? '',
        reason,
        taken: [],
      };
    }
    case 'bearer': {
      const stays = papers.get(choice);
      const bearer = people.get(stays?.applicationId ?? '');
      const name = each(() => `№ ${question.number}`);
      const chosen = `№ ${question.number}, ${bearer ? fullName(bearer.names.latin) : ''}`.slice(0, 500);
      return { kind: 'bearer', recordKind: 'certificate', name, choice: 'one', chosen, reason, taken: [] };
    }
    case 'decided':
    case 'number': {
      const all = question.ids.flatMap((id) => acts.get(id) ?? []);
      const name = each((language) => all.map((act) => `${nameOfDecision(act)}, ${act.title[language]}`).join('; '));
      const stands = acts.get(choice);
      const chosen = stands ? nameOfDecision(stands) : '';
      const said = question.kind === 'decided' ? ('one' as const) : ('both' as const);
      return { kind: question.kind, recordKind: 'decision', name, choice: said, chosen, reason, taken: [] };
    }
  }
}

const noName: Trilingual = { ky: '', ru: '', en: '' };
