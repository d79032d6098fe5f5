/** What a merge is shown as: the records by name, and each question with the fields in which both sides differ. */
import { ApplicationFields, type Application } from '#shared/domain/records/application.ts';
import { OrganisationFields, type Organisation } from '#shared/domain/records/organisation.ts';
import { DecisionFields, type Decision } from '#shared/domain/records/decision.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { nameOfDecision, nameOfRecord } from '#shared/domain/merge/conflict-answers.ts';
import { changesBetween } from '../history/changes.ts';
import type { HistoryChange } from '#shared/contract/history.ts';
import type { AnyRecord, ComparedRecord } from '#shared/domain/merge/compare.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { Election } from '#shared/domain/records/election.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import { requiresSecretary, type Merge, type Question } from '#shared/domain/merge/index.ts';
import { partOf, partsApart, type Side } from '#shared/domain/merge/fields.ts';
import type { DecisionQuestion, Said } from '#shared/domain/merge/decisions.ts';
import type { MergeBundle, MergedKind } from '#shared/domain/records/received-handover.ts';
import { peopleBeside, type ReceiveQuestion, type ReceiveRow, type RowVerdict } from '#shared/contract/receiving.ts';
import type { State } from '#shared/domain/register/state.ts';
import { missingIn } from '../wording/missing.ts';

export type Answers = Map<string, Said>;

export type Viewed = { state: State; bundle: MergeBundle; merged: Merge; answers: ReadonlyMap<string, Said> };

/** Everything a record's name is made of, from both sides. */
type Names = {
  applications: Map<Id, Application>;
  organisations: Map<Id, Organisation>;
  certificates: Map<Id, Certificate>;
};

export function namesOf({ state, bundle }: Pick<Viewed, 'state' | 'bundle'>): Names {
  const both = <T extends { id: Id }>(theirs: readonly T[], ours: Iterable<[Id, T]>): Map<Id, T> =>
    new Map([...theirs.map((record): [Id, T] => [record.id, record]), ...ours]);
  const { applications, organisations, certificates } = bundle.records;
  return {
    applications: both(applications, state.applications),
    organisations: both(organisations, state.organisations),
    certificates: both(certificates, state.certificates),
  };
}

/** Records that differ first, in the order in which a clerk asks for them. */
const order: Record<RowVerdict, number> = { conflict: 0, new: 1, changed: 2, removed: 3, ours: 4, same: 5 };

export function rowsOf(viewed: Viewed, show: RowVerdict | null, names: Names, language: Language): ReceiveRow[] {
  const renumbered = new Map(
    viewed.merged.renumbered.map(({ applicationId, from, to }) => [applicationId, { from, to }]),
  );
  return viewed.merged.compared
    .filter(({ ours, theirs }) => ours !== null || theirs !== null)
    .filter(({ verdict }) => show === null || verdict === show)
    .sort((a, b) => order[a.verdict] - order[b.verdict])
    .map(({ kind, id, verdict, ours, theirs }) => ({
      ...{ kind, id, verdict, renumbered: renumbered.get(id) ?? null },
      name: nameOf(kind, theirs ?? ours, names, language),
    }));
}

export function questionsOf(viewed: Viewed, names: Names, language: Language): ReceiveQuestion[] {
  const { merged, answers } = viewed;
  return merged.questions.map((question) => ({
    key: question.key,
    kind: question.kind,
    answer: answerOf(viewed, question),
    faults: merged.faults.get(question.key) ?? [],
    pictures: null,
    ...{ needsSecretary: requiresSecretary(question), reason: answers.get(question.key)?.reason ?? '' },
    ...shownQuestion(viewed, question, names, language),
  }));
}

/** Of a record that is being settled field by field the answer stands before its last field is chosen. */
function answerOf({ merged, answers }: Viewed, { key }: Question): string | null {
  const said = answers.get(key)?.choice ?? null;
  return merged.open.includes(key) && said !== 'fields' ? null : said;
}

type Shown = Pick<ReceiveQuestion, 'recordKind' | 'name' | 'differences' | 'parts' | 'options' | 'decisions'>;

function shownQuestion(viewed: Viewed, question: Question, names: Names, language: Language): Shown {
  switch (question.kind) {
    case 'record':
      return recordQuestion(viewed, question.record, names, language);
    case 'person':
    case 'certificate':
    case 'bearer':
      return stayQuestion(viewed, question, names, language);
    case 'decided':
    case 'number':
      return decisionsBeside(viewed, question, names, language);
  }
}

/** Adopted decisions beside each other, with what each says of the people in question. */
function decisionsBeside(
  { state, bundle }: Viewed,
  question: DecisionQuestion,
  names: Names,
  language: Language,
): Shown {
  const theirs = new Map(bundle.records.decisions.map((one) => [one.id, one]));
  const decisions = question.ids.flatMap((id) => {
    const ours = state.decisions.get(id);
    const decision = ours ?? theirs.get(id);
    if (!decision) return [];
    const rows = new Map(decision.adoptedRows.map((row) => [row.applicationId, row]));
    const people = question.kind === 'decided' ? question.people : [...rows.keys()];
    const outcomes = people.slice(0, peopleBeside).map((applicationId) => {
      const row = rows.get(applicationId);
      const person = names.applications.get(applicationId);
      return {
        person: row?.latin ?? (person ? fullName(person.names.latin) : ''),
        ...{ action: row?.action ?? null, reason: row?.reason?.[language] ?? '' },
      };
    });
    const known = ours ? (theirs.has(id) ? ('both' as const) : ('here' as const)) : ('there' as const);
    const { number, date, title } = decision;
    const more = Math.max(0, people.length - peopleBeside);
    return [{ choice: id, number: number ?? '', date, title: title[language], known, outcomes, more }];
  });
  const name = decisions.map(nameOfDecision).join(', ');
  return { recordKind: 'decision', name, differences: [], parts: [], options: [], decisions };
}

function recordQuestion(viewed: Viewed, record: ComparedRecord, names: Names, language: Language): Shown {
  const { kind, id, ours, theirs } = record;
  const shown = (record: AnyRecord | null): object =>
    record ? shownFields(viewed, kind, record, names, language) : {};
  const differences = changesBetween(shown(ours), shown(theirs));
  const told = ({ field, language: of }: HistoryChange) => partOf(kind, of === null ? field : `${field}.${of}`);
  const { choice = null, sides = {} } = viewed.answers.get(`${kind}|${id}`) ?? {};
  const side = (part: string): Side | null =>
    choice === 'ours' || choice === 'theirs' ? choice : choice === 'fields' ? (sides[part] ?? null) : null;
  return {
    recordKind: kind,
    name: nameOf(kind, ours ?? theirs, names, language),
    differences,
    parts: partsApart(record).map((part) => ({
      ...{ part, side: side(part) },
      differences: differences.filter((difference) => told(difference) === part),
    })),
    ...{ options: [], decisions: [] },
  };
}

function stayQuestion(
  { state, bundle }: Viewed,
  question: Extract<Question, { kind: 'person' | 'certificate' | 'bearer' }>,
  names: Names,
  language: Language,
): Shown {
  const isPerson = question.kind === 'person';
  const theirs = new Set((isPerson ? bundle.records.applications : bundle.records.certificates).map(({ id }) => id));
  const ours = isPerson ? state.applications : state.certificates;
  const options = question.ids.flatMap((id) => {
    const certificate = isPerson ? undefined : names.certificates.get(id);
    const application = names.applications.get(certificate?.applicationId ?? id);
    if (!application) return [];
    const known = ours.has(id) ? (theirs.has(id) ? ('both' as const) : ('here' as const)) : ('there' as const);
    return [
      {
        ...{ choice: id, known, name: fullName(application.names.latin) },
        givesWay: question.kind === 'person' && !question.canStay.includes(id),
        number: certificate?.number ?? String(application.number),
        organisation: names.organisations.get(application.organisationId)?.name[language] ?? '',
        status: certificate?.status ?? application.status,
        paper: certificate
          ? { printed: certificate.printRuns.length, issuedOn: certificate.receipt?.on ?? null }
          : null,
      },
    ];
  });
  const recordKind = isPerson ? 'application' : 'certificate';
  const name = question.kind === 'bearer' ? question.number : (options[0]?.name ?? '');
  return { recordKind, name, differences: [], parts: [], options, decisions: [] };
}

const nameOf = (kind: MergedKind, record: AnyRecord | null, names: Names, language: Language): string =>
  nameOfRecord(kind, record, names.applications)[language];

/** What is compared side by side: fields with words of their own, in the order of the forms. */
function shownFields(
  { state, bundle }: Viewed,
  kind: MergedKind,
  record: AnyRecord,
  names: Names,
  language: Language,
): object {
  switch (kind) {
    case 'election': {
      const { id: _id, kind: electionKind, ...fields } = record as Election;
      return { electionKind, ...fields };
    }
    case 'organisation': {
      const organisation = record as Organisation;
      return { ...OrganisationFields.strip().parse(organisation), ...organisation.correspondence[bundle.electionId] };
    }
    case 'application': {
      const application = record as Application;
      const { replaces, ...fields } = ApplicationFields.strip().parse(application);
      const replaced = replaces === null ? undefined : names.applications.get(replaces);
      const { organisationId, status, withdrawnOn, reason } = application;
      return {
        ...{ status, organisation: names.organisations.get(organisationId)?.name ?? '' },
        ...fields,
        replaces: replaced ? fullName(replaced.names.latin) : '',
        missing: missingIn(state, application, language),
        ...{ withdrawnOn, reason: reason ?? { ky: '', ru: '', en: '' } },
      };
    }
    case 'decision': {
      const decision = record as Decision;
      const listed = decision.rows.map(({ applicationId }) => {
        const person = names.applications.get(applicationId);
        return person ? fullName(person.names.latin) : '';
      });
      const { status, number, date } = decision;
      return { decisionStatus: status, number, date, ...DecisionFields.strip().parse(decision), annex: listed };
    }
    case 'certificate': {
      const { status, report, printRuns, receipt, returnedOn } = record as Certificate;
      return {
        ...{ certificateStatus: status, report, printRuns: printRuns.length, issuedOn: receipt?.on ?? null },
        ...{ proxyName: receipt?.proxyName ?? '', returnedOn },
      };
    }
  }
}
