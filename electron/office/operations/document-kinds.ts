/**
 * Every kind of document, in one entry each: what is in it, and what its file is called. A kind of the contract without an
 * entry fails the type check.
 */
import type { PositionsAround } from '../audit/journal-position.ts';
import { badgeListParts, issueLogParts } from '../documents/list-data.ts';
import { incidentParts } from '../documents/incident-data.ts';
import { numberRegisterParts } from '../documents/number-register-data.ts';
import { numbersFound } from '../registry/number-register.ts';
import { decisionParts } from '../documents/decision-data.ts';
import { incompleteLetterParts } from '../documents/incomplete-letter-data.ts';
import { letterParts } from '../documents/letter-data.ts';
import { verificationParts } from '../documents/verification-data.ts';
import { statementParts } from '../documents/statement-data.ts';
import { figureParts } from '../documents/figures-data.ts';
import { handoverActParts } from '../documents/act-data.ts';
import { receiptActParts } from '../documents/receipt-act-data.ts';
import type { DocumentContent } from '../documents/render.ts';
import { calibrationData } from '../documents/calibration-data.ts';
import { preparedBy } from '../documents/prepared-by.ts';
import { papersOf, printerFor } from '../documents/papers.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { IsoDate, Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Words } from '#locales/index.ts';
import { wordsOf } from '../wording/words.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { OfficeContext } from './handlers.ts';
import { listPaper } from './list-paper.ts';

type Kind = DocumentRequest['kind'];
/** One request may stand for two kinds, as that of certificates and badges does. */
type RequestOf<K extends Kind, R = DocumentRequest> = R extends { kind: infer Kinds }
  ? K extends Kinds
    ? R
    : never
  : never;

/** What a document is made from. */
type Source = {
  office: OfficeContext;
  /** With whoever prepares the document. */
  state: State;
  today: IsoDate;
  languages: Language[];
  /** The language that stands first. */
  first: Language;
  words: Words['documents'];
  /** Where the journal stood around the line that the document vouches for; null where it names none. */
  marks: PositionsAround | null;
};

type DocumentKind<K extends Kind> = {
  content: (source: Source, request: RequestOf<K>) => Outcome<DocumentContent>;
  /** ASCII without an extension, so that it can go on any stick. */
  fileName: (source: { office: OfficeContext; state: State }, request: RequestOf<K>) => string;
};

const asciiOf = (text: string): string => text.replace(/[^A-Za-z0-9-]+/gu, '-').replace(/^-+|-+$/gu, '');

const personalPaper: DocumentKind<'certificate' | 'badge'> = {
  content: ({ office, state, languages, words }, request) => {
    if (request.certificateIds.length === 0) return refuse('document.nothingToPrint');
    const signer = office.signer();
    if (!signer.ok) return signer;
    const papers = papersOf(state, request, languages, signer.value);
    if (!papers) return refuse('certificate.unknown');
    const title = request.kind === 'certificate' ? words.certificate.title : words.badge.title;
    const printer = printerFor(state, request.kind);
    return done({ template: 'paper.typ', title, papers, printer });
  },
  fileName: ({ state }, request) => {
    const [only, ...more] = request.certificateIds;
    const number = only && more.length === 0 ? state.certificates.get(only)?.number : null;
    return number ? `${request.kind}-${asciiOf(number)}` : `${request.kind}s-${String(request.certificateIds.length)}`;
  },
};

const documentKinds: { readonly [K in Kind]: DocumentKind<K> } = {
  certificate: personalPaper,
  badge: personalPaper,
  calibration: {
    content: ({ state, languages }, request) => {
      const printer = request.printerId === null ? null : state.printers.get(request.printerId);
      const calibration = calibrationData(wordsOf(state), printer ?? null, languages);
      return done({ template: 'calibration.typ', title: calibration.title, calibration });
    },
    fileName: () => 'calibration-page',
  },
  'badge-list': {
    content: ({ state, today, languages, words }, request) => {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const parts = badgeListParts(state, request.electionId, request.scope, today, languages);
      if (parts.every(({ count }) => count === 0)) return refuse('document.nothingToPrint');
      return done({ template: 'badge-list.typ', title: words.list.title, parts });
    },
    fileName: ({ office }) => `badge-list-${office.today()}`,
  },
  decision: {
    content: ({ state, languages, first, marks }, request) => {
      const decision = state.decisions.get(request.decisionId);
      if (!decision) return refuse('decision.unknown');
      if (decision.rows.length === 0) return refuse('decision.empty');
      return done({
        template: 'decision.typ',
        title: decision.title[first],
        parts: decisionParts(state, decision, languages, marks?.before ?? null),
      });
    },
    fileName: ({ state }, request) =>
      `decision-${asciiOf(state.decisions.get(request.decisionId)?.number ?? 'draft') || 'adopted'}`,
  },
  'decision-letter': {
    content: ({ state, languages }, request) => {
      const parts = letterParts(state, request, languages);
      if (!parts.ok) return parts;
      return done({ template: 'letter.typ', title: parts.value[0]?.subject ?? '', parts: parts.value });
    },
    fileName: ({ state }, request) =>
      `letters-${asciiOf(state.decisions.get(request.decisionId)?.number ?? '') || 'decision'}`,
  },
  'incomplete-letter': {
    content: ({ state, languages }, request) => {
      const parts = incompleteLetterParts(state, request, languages);
      if (!parts.ok) return parts;
      return done({ template: 'letter.typ', title: parts.value[0]?.subject ?? '', parts: parts.value });
    },
    fileName: ({ office }) => `incomplete-${office.today()}`,
  },
  'issue-log': {
    content: ({ state, today, languages, words }, request) => {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const parts = issueLogParts(state, request, today, languages);
      if (parts.every(({ count }) => count === 0)) return refuse('document.nothingToPrint');
      return done({
        template: 'issue-log.typ',
        title: request.givenOn
          ? words.issueLog.signatureTitle
          : request.only === 'all'
            ? words.issueLog.title
            : words.issueLog.uncollectedTitle,
        parts,
      });
    },
    fileName: ({ office }, request) => {
      if (request.givenOn) return `signatures-${request.givenOn}`;
      return `${request.only === 'all' ? 'issue-log' : 'not-collected'}-${office.today()}`;
    },
  },
  'incident-report': {
    content: ({ state, languages, first }, request) => {
      const certificate = state.certificates.get(request.certificateId);
      if (!certificate) return refuse('certificate.unknown');
      const { number, status } = certificate;
      if (status !== 'lost' && status !== 'spoiled') return refuse('certificate.wrongStatus', { number, status });
      const title = wordsOf(state)[first].incident.paper[status];
      return done({ template: 'incident-report.typ', title, parts: incidentParts(state, certificate, languages) });
    },
    fileName: ({ state }, request) => `report-${asciiOf(state.certificates.get(request.certificateId)?.number ?? '')}`,
  },
  'number-register': {
    content: ({ office, state, today, languages, first }, request) => {
      if (!state.elections.has(request.filter.electionId)) return refuse('election.unknown');
      const lines = numbersFound(office, request.filter);
      if (lines.length === 0) return refuse('document.nothingToPrint');
      const title = wordsOf(state)[first].register.title;
      const parts = numberRegisterParts(state, request.filter, lines, today, languages);
      return done({ template: 'number-register.typ', title, parts });
    },
    fileName: ({ office }) => `numbers-${office.today()}`,
  },
  list: {
    content: ({ office, languages }, request) => {
      const paper = listPaper(office, request.list, request.columns, languages);
      return paper.ok ? done({ template: 'table.typ', ...paper.value }) : paper;
    },
    fileName: ({ office }, request) => `${request.list.kind}-${office.today()}`,
  },
  'handover-act': {
    content: ({ state, languages }, request) => {
      const handover = state.handovers.get(request.handoverId);
      if (!handover) return refuse('handover.unknown');
      const parts = handoverActParts(state, handover, handover.files, handover.manifest, languages);
      return done({ template: 'handover-act.typ', title: handover.bag, parts });
    },
    fileName: ({ state }, request) => `handover-act-${String(state.handovers.get(request.handoverId)?.number ?? 0)}`,
  },
  'receipt-act': {
    content: ({ state, languages, marks }, request) => {
      const receipt = state.received.get(request.receiptId);
      if (!receipt) return refuse('handover.unknown');
      return done({
        template: 'receipt-act.typ',
        title: receipt.bag,
        parts: receiptActParts(state, receipt, marks, languages),
      });
    },
    fileName: ({ state }, request) => `receipt-act-${String(state.received.get(request.receiptId)?.number ?? 0)}`,
  },
  statement: {
    content: ({ state, languages, first }, request) => {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const title = wordsOf(state)[first].statement.heading;
      return done({ template: 'statement.typ', title, parts: statementParts(state, request, languages) });
    },
    fileName: (_source, request) => `statement-${request.from}-${request.to}`,
  },
  verification: {
    content: ({ office, state, languages, first }) => {
      const report = office.audit.latest();
      if (!report) return refuse('audit.notChecked');
      const parts = verificationParts(state, report, languages);
      return done({ template: 'verification.typ', title: wordsOf(state)[first].records.report.title, parts });
    },
    fileName: ({ office }) => `records-check-${office.today()}`,
  },
  figures: {
    content: ({ state, languages, first }, request) => {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const parts = figureParts(state, request.electionId, request.day, languages);
      return done({ template: 'figures.typ', title: wordsOf(state)[first].totals.reconciliation.title, parts });
    },
    fileName: (_source, request) => `figures-${request.day}`,
  },
};

/** The entry of a request's kind; TypeScript cannot follow through the union that it takes this very request. */
const kindOf = ({ kind }: DocumentRequest) => documentKinds[kind] as DocumentKind<Kind>;

/** What is in a document. */
export function contentOf(
  office: OfficeContext,
  request: DocumentRequest,
  languages: Language[],
  marks: PositionsAround | null = null,
): Outcome<DocumentContent> {
  const state = preparedBy(office.state(), office.actor());
  const [first = 'ky'] = languages;
  const words = wordsOf(state)[first].documents;
  return kindOf(request).content({ office, state, today: office.today(), languages, first, words, marks }, request);
}

/** What the file of a document is called, without an extension. */
export const fileNameOf = (office: OfficeContext, request: DocumentRequest): string =>
  kindOf(request).fileName({ office, state: office.state() }, request);
