/** What records of a merge are called, and how its questions were settled, in words that stay true on paper. */
import { fullName, trilingualName } from './person.ts';
import type { AnyRecord } from './merge-compare.ts';
import type { Application } from './application.ts';
import type { Body } from './body.ts';
import type { Certificate } from './certificate.ts';
import type { Decision } from './decision.ts';
import type { ElectoralEvent } from './event.ts';
import type { Id, Trilingual } from './primitives.ts';
import type { Merge, Question } from './merge.ts';
import type { MergeBundle, MergedKind, SettledQuestion, Settlement } from './received-handover.ts';
import type { State } from './state.ts';

type People = { get(id: Id): Application | undefined };

const each = (nameIn: (language: keyof Trilingual) => string): Trilingual => ({
  ky: nameIn('ky').slice(0, 500),
  ru: nameIn('ru').slice(0, 500),
  en: nameIn('en').slice(0, 500),
});

/** Empty for no record. */
export function nameOfRecord(kind: MergedKind, record: AnyRecord | null, people: People): Trilingual {
  if (!record) return { ky: '', ru: '', en: '' };
  switch (kind) {
    case 'event':
      return (record as ElectoralEvent).name;
    case 'body':
      return (record as Body).name;
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
  settlements: readonly Settlement[],
): SettledQuestion[] {
  const answers = new Map(settlements.map(({ question, choice }) => [question, choice]));
  const theirs = {
    application: new Map(records.applications.map((one) => [one.id, one])),
    certificate: new Map(records.certificates.map((one) => [one.id, one])),
  };
  const people: People = { get: (id) => state.applications.get(id) ?? theirs.application.get(id) };
  const papers = { get: (id: Id) => state.certificates.get(id) ?? theirs.certificate.get(id) };
  return questions.flatMap((question) => {
    const choice = answers.get(question.key);
    return choice === undefined ? [] : [settledQuestion(question, choice, people, papers)];
  });
}

function settledQuestion(
  question: Question,
  choice: string,
  people: People,
  papers: { get(id: Id): Certificate | undefined },
): SettledQuestion {
  if (question.kind === 'record') {
    const { kind, ours, theirs } = question.record;
    const name = nameOfRecord(kind, ours ?? theirs, people);
    return { kind: 'record', recordKind: kind, name, choice: choice === 'theirs' ? 'theirs' : 'ours', chosen: '' };
  }
  if (question.kind === 'person') {
    const stays = people.get(choice);
    const name = stays ? trilingualName(stays.names) : { ky: '', ru: '', en: '' };
    const chosen = stays ? `№ ${String(stays.number)}, ${fullName(stays.names.latin)}`.slice(0, 500) : '';
    return { kind: 'person', recordKind: 'application', name, choice: 'one', chosen };
  }
  const stays = papers.get(choice);
  const bearer = people.get(stays?.applicationId ?? '');
  const name = bearer ? trilingualName(bearer.names) : { ky: '', ru: '', en: '' };
  return { kind: 'certificate', recordKind: 'certificate', name, choice: 'one', chosen: stays?.number ?? '' };
}
