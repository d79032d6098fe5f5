/** The facts of the journal that concern one record, as its history tells them. */
import { formatDate } from '#shared/text/dates.ts';
import { ApplicationFields } from '#shared/domain/records/application.ts';
import { OrganisationFields } from '#shared/domain/records/organisation.ts';
import { DecisionFields } from '#shared/domain/records/decision.ts';
import { fullName } from '#shared/domain/records/person.ts';
import type { HistoryFact, HistoryValue } from '#shared/contract/history.ts';
import { assertNever, type Id, type Language } from '#shared/domain/base/primitives.ts';
import { isToldIn, type HistoryKind } from '#shared/domain/register/event-table.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { State } from '#shared/domain/register/state.ts';
import { missingIn } from '../wording/missing.ts';
import { tellCertificate } from './certificate-facts.ts';
import { changesBetween } from './changes.ts';
import { fact } from './fact.ts';

/** Tells the facts one after the other, oldest first; it keeps in mind what the next ones are compared with. */
export type Teller = {
  /** Texts of which a line must hold one to matter; grows as the facts name more. */
  naming: Set<string>;
  tell: (event: OfficeEvent) => HistoryFact[];
};

const quoted = (id: Id): string => `"${id}"`;

export function tellerOf(kind: HistoryKind, id: Id, state: State): Teller {
  if (kind === 'application') return applicationTeller(id, state);
  return kind === 'organisation' ? organisationTeller(id, state) : decisionTeller(id);
}

function applicationTeller(id: Id, state: State): Teller {
  const naming = new Set([quoted(id)]);
  const certificates = new Map<Id, string>();
  /** The draft whose annex the person stands in: a draft thrown away does not name its people. */
  let draft: Id | null = null;
  let known: object = {};
  const superseded = new Set<Id>();
  /** Certificates whose number was given up, told once each. */
  const givenUp = new Set<Id>();
  const changesTo = (fields: object & { replaces?: Id | null }, organisationId: Id) => {
    const { replaces = null, ...rest } = fields;
    const shown = {
      organisation: organisationName(state, organisationId),
      ...rest,
      replaces: replaces && personName(state, replaces),
    };
    const changes = changesBetween(known, shown);
    known = shown;
    return changes;
  };
  const onAnnex = (type: string, decisionId: Id, params: Record<string, HistoryValue>) =>
    fact(type, { ...decisionParams(state, decisionId), ...params });

  const tell = (event: OfficeEvent): HistoryFact[] => {
    if (!isToldIn('application', event)) return [];
    switch (event.type) {
      case 'application.registered': {
        if (event.id !== id) return [];
        changesTo(event.fields, event.organisationId);
        return fact(event.type, { number: event.number, organisation: organisationName(state, event.organisationId) });
      }
      case 'application.changed':
        return event.id === id ? fact(event.type, {}, changesTo(event.fields, event.organisationId)) : [];
      case 'application.received':
      case 'application.ready':
        return event.id === id ? fact(event.type) : [];
      case 'application.sentBack':
        return event.id === id ? fact(event.type, { missing: sentBackFor(state, event) }) : [];
      case 'application.withdrawn':
        return event.id === id ? withdrawal(event) : [];
      case 'application.stepTakenBack':
        return event.id === id ? fact(event.type, { to: event.status }) : [];
      case 'application.duplicateSettled': {
        const { other, verdict, remark } = event.verdict;
        if (event.id !== id && other !== id) return [];
        return fact(event.type, { person: personName(state, event.id === id ? other : event.id), verdict, remark });
      }
      case 'application.hostCitizenAllowed': {
        const { officer, justification } = event.override;
        return event.id === id ? fact(event.type, { officer, justification }) : [];
      }
      case 'application.hostCitizenDisallowed':
        return event.id === id ? fact(event.type, { officer: event.officer, justification: event.reason }) : [];
      case 'import.recorded':
        return event.record.applicationIds.includes(id) ? fact(event.type, { file: event.record.fileName }) : [];
      case 'decision.annexExtended':
      case 'decision.annexDecided': {
        const row = event.rows.find(({ applicationId }) => applicationId === id);
        if (!row) return [];
        naming.add(quoted(event.id));
        if (row.action !== 'revoke') draft = event.id;
        return onAnnex(event.type, event.id, { action: row.action, reason: row.reason });
      }
      case 'decision.annexReduced':
        if (!event.applicationIds.includes(id)) return [];
        draft = null;
        return onAnnex(event.type, event.id, {});
      case 'decision.discarded': {
        if (event.id !== draft) return [];
        draft = null;
        return onAnnex(event.type, event.id, {});
      }
      case 'decision.adopted': {
        const row = event.rows.find(({ applicationId }) => applicationId === id);
        const { number, date } = event;
        return row ? fact(event.type, { number, date, action: row.action, reason: row.reason }) : [];
      }
      case 'certificate.reserved': {
        const { certificate } = event;
        if (certificate.applicationId !== id) return [];
        certificates.set(certificate.id, certificate.number);
        naming.add(quoted(certificate.id));
        return fact(event.type, { number: certificate.number });
      }
      case 'handover.received': {
        for (const certificate of event.put.certificates) {
          if (certificate.applicationId !== id) continue;
          certificates.set(certificate.id, certificate.number);
          naming.add(quoted(certificate.id));
        }
        const lost = event.put.certificates.flatMap(({ id: one, applicationId, number, givenUp: given }) => {
          if (applicationId !== id || !given || givenUp.has(one)) return [];
          givenUp.add(one);
          const bearer = personName(state, state.certificates.get(given.to)?.applicationId ?? '');
          return fact('certificate.numberGivenUp', { number, bearer, reason: given.reason, officer: given.officer });
        });
        const record = event.put.applications.find((one) => one.id === id);
        if (!record) return lost;
        if (record.status === 'on-agenda') draft = record.decisionId;
        const { organisationId, ...fields } = record;
        const settled = record.superseded.filter(({ decisionId }) => !superseded.has(decisionId));
        for (const { decisionId } of settled) superseded.add(decisionId);
        return [
          ...lost,
          ...takenIn(event, changesTo(ApplicationFields.strip().parse(fields), organisationId)),
          ...settled.flatMap(({ decisionId, by, reason, officer }) => {
            const numbers = { number: numberOf(state, decisionId), by: numberOf(state, by) };
            return officer === ''
              ? fact('decision.recordedTwice', numbers)
              : fact('decision.superseded', { ...numbers, reason, officer });
          }),
        ];
      }
      case 'certificate.printed':
      case 'certificate.printJudged':
      case 'certificate.issued':
      case 'certificate.returned':
      case 'certificate.spoiled':
      case 'certificate.lost':
      case 'certificate.voided':
        return tellCertificate(event, certificates);
      default:
        return assertNever(event);
    }
  };
  return { naming, tell };
}

function organisationTeller(id: Id, state: State): Teller {
  let known: object = {};
  const letters = new Map<Id, object>();
  const tell = (event: OfficeEvent): HistoryFact[] => {
    if (!isToldIn('organisation', event)) return [];
    switch (event.type) {
      case 'organisation.registered':
      case 'organisation.changed': {
        if (event.id !== id) return [];
        const changes = changesBetween(known, event.fields);
        known = event.fields;
        if (event.type === 'organisation.registered') return fact(event.type);
        return changes.length > 0 ? fact(event.type, {}, changes) : [];
      }
      case 'organisation.correspondenceRecorded': {
        if (event.id !== id) return [];
        const changes = changesBetween(letters.get(event.electionId) ?? {}, event.correspondence).filter(
          ({ from, to }) => (from ?? '') !== (to ?? ''),
        );
        letters.set(event.electionId, event.correspondence);
        const election = state.elections.get(event.electionId)?.name ?? '';
        return changes.length > 0 ? fact(event.type, { election }, changes) : [];
      }
      case 'handover.received': {
        const record = event.put.organisations.find((one) => one.id === id);
        if (!record) return [];
        const fields = OrganisationFields.strip().parse(record);
        const changes = changesBetween(known, fields);
        known = fields;
        for (const [electionId, papers] of Object.entries(record.correspondence)) letters.set(electionId, papers);
        return takenIn(event, changes);
      }
      default:
        return assertNever(event);
    }
  };
  // Its own facts only: every application of the organisation names it as well.
  return { naming: new Set([`"id":${quoted(id)}`]), tell };
}

function decisionTeller(id: Id): Teller {
  let known: object = {};
  const tell = (event: OfficeEvent): HistoryFact[] => {
    if (!isToldIn('decision', event)) return [];
    if (event.type === 'handover.received') {
      const record = event.put.decisions.find((one) => one.id === id);
      if (!record) return [];
      const fields = DecisionFields.strip().parse(record);
      const changes = changesBetween(known, fields);
      known = fields;
      return takenIn(event, changes);
    }
    if (event.id !== id) return [];
    switch (event.type) {
      case 'decision.drafted':
      case 'decision.changed': {
        const changes = changesBetween(known, event.fields);
        known = event.fields;
        return event.type === 'decision.drafted' ? fact(event.type) : fact(event.type, {}, changes);
      }
      case 'decision.annexExtended':
      case 'decision.annexDecided':
        return fact(`${event.type}.many`, { count: event.rows.length, action: event.rows[0]?.action ?? null });
      case 'decision.annexReduced':
        return fact(`${event.type}.many`, { count: event.applicationIds.length });
      case 'decision.annexOrdered':
        return fact(event.type);
      case 'decision.adopted':
        return fact(`${event.type}.many`, { number: event.number, date: event.date, count: event.rows.length });
      default:
        return assertNever(event);
    }
  };
  return { naming: new Set([`"id":${quoted(id)}`]), tell };
}

/** From which handover the record came as it is; what the other laptop did before is in that laptop's journal. */
const takenIn = (
  { type, receipt }: Extract<OfficeEvent, { type: 'handover.received' }>,
  changes: HistoryFact['changes'],
): HistoryFact[] => fact(type, { number: receipt.number, giver: receipt.giver, bag: receipt.bag }, changes);

/** In the words of whoever reads it; a text of three languages holds no more than one line each. */
function sentBackFor(
  state: State,
  { missing, faults }: Extract<OfficeEvent, { type: 'application.sentBack' }>,
): HistoryValue {
  if (faults.length === 0) return missing;
  const sentence = (language: Language) => missingIn(state, { missing, missingFaults: faults }, language).join('; ');
  return { ky: sentence('ky').slice(0, 500), ru: sentence('ru').slice(0, 500), en: sentence('en').slice(0, 500) };
}

/** By their organisation: with the letter where it was told. */
function withdrawal({ type, on, reason, letter }: Extract<OfficeEvent, { type: 'application.withdrawn' }>) {
  if (!letter) return fact(type, { on, reason });
  return fact(`${type}ByLetter`, { on, reason, number: letter.number, date: letter.date });
}

const organisationName = (state: State, id: Id): HistoryValue => state.organisations.get(id)?.name ?? '';

function personName(state: State, id: Id): string {
  const person = state.applications.get(id);
  return person ? `${fullName(person.names.latin)} (№ ${String(person.number)})` : '';
}

/** With its day: two decisions may bear one number. */
function numberOf(state: State, id: Id): string {
  const { number = null, date = null } = state.decisions.get(id) ?? {};
  return date ? `${number ?? ''} (${formatDate(date)})` : (number ?? '');
}

/** Which decision it is, as it is known today: one adopted has a number, a draft its session's day. */
function decisionParams(state: State, id: Id): Record<string, HistoryValue> {
  const decision = state.decisions.get(id);
  return decision?.number && decision.date
    ? { decision: decision.number, decidedOn: decision.date }
    : { decision: null, decidedOn: decision?.sessionDate ?? null };
}
