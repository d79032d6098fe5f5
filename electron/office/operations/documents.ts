/** Documents on request: made, kept for the preview until closed, saved; paper that counts is recorded as printed. */
import { createHash, randomBytes } from 'node:crypto';
import { positionsAround, type PositionsAround } from '../audit/journal-position.ts';
import { badgeListParts, issueLogParts } from '../documents/list-data.ts';
import { incidentParts } from '../documents/incident-data.ts';
import { numberRegisterParts } from '../documents/number-register-data.ts';
import { numbersFound } from '../registry/number-register.ts';
import { decisionParts } from '../documents/decision-data.ts';
import { editable } from '../documents/docx/editable.ts';
import { incompleteLetterParts } from '../documents/incomplete-letter-data.ts';
import { letterParts } from '../documents/letter-data.ts';
import { verificationParts } from '../documents/verification-data.ts';
import { statementParts } from '../documents/statement-data.ts';
import { figureParts } from '../documents/figures-data.ts';
import { handoverActParts } from '../documents/act-data.ts';
import { receiptActParts } from '../documents/receipt-act-data.ts';
import { inOrder, render, type DocumentContent, type MadePdf } from '../documents/render.ts';
import { calibrationData } from '../documents/calibration-data.ts';
import { preparedBy } from '../documents/prepared-by.ts';
import { papersOf, printerFor } from '../documents/papers.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { assertNever, type Language } from '#shared/domain/base/primitives.ts';
import { wordsOf } from '../wording/words.ts';
import type { DocumentRequest, documentOperations } from '#shared/contract/documents.ts';
import type { RenderForHandover } from '../exchange/handover-files.ts';
import type { JobControl } from '../context/jobs.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import { makeAndRecord, printCommand } from './record-print.ts';
import { listPaper } from './list-paper.ts';
import { prepareList } from './list-source.ts';
import { saveBytes } from '../context/save-file.ts';

type Kept = { bytes: Uint8Array; name: string };

/** Previews that were not closed (a window that crashed) are let go of after so many. */
const mostKept = 8;

export function documentHandlers(office: OfficeContext) {
  const kept = new Map<string, Kept>();
  const keep = (bytes: Uint8Array, name: string): string => {
    const token = randomBytes(16).toString('hex');
    kept.set(token, { bytes, name });
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return token;
  };

  const handlers: Handlers<keyof typeof documentOperations> = {
    'document.render': ({ request, languages, record, reason = '', job }) =>
      office.jobs.run(job, async (control) => {
        const ready = request.kind === 'list' ? await prepareList(office, request.list) : done(null);
        if (!ready.ok) return ready;
        const content = () => contentOf(office, request, inOrder(languages));
        const compileNow = (now: DocumentContent) => compile(office, now, inOrder(languages), control);
        const paper = record ? printCommand(request, reason) : null;
        const made = paper
          ? await makeAndRecord(office, paper, content, compileNow, control.signal)
          : await make(office, request, inOrder(languages), control);
        if (!made.ok) return made;
        const fileName = `${fileNameOf(office, request)}.pdf`;
        const token = keep(made.value.pdf, fileName);
        return done({ token, fileName, pages: made.value.pages, bytes: made.value.pdf.length });
      }),
    'document.save': async ({ token, language }) => {
      const document = kept.get(token);
      if (!document) return refuse('document.unknown');
      const words = wordsOf(office.state())[language].printing.dialog;
      return saveBytes(office.ports.dialogs, document.bytes, {
        title: words.save,
        name: document.name,
        filters: [{ name: words.pdf, extensions: ['pdf'] }],
      });
    },
    'document.saveDocx': async ({ request, languages, language }) => {
      const file = await editable(
        preparedBy(office.state(), office.actor()),
        request,
        inOrder(languages),
        (await marksOf(office, request))?.before ?? null,
      );
      if (!file.ok) return file;
      const words = wordsOf(office.state())[language]['decision-letters'].dialog;
      return saveBytes(office.ports.dialogs, file.value, {
        title: words.save,
        name: `${fileNameOf(office, request)}.docx`,
        filters: [{ name: words.docx, extensions: ['docx'] }],
      });
    },
    'document.close': ({ token }) => {
      kept.delete(token);
      return done({});
    },
  };

  const renderForHandover: RenderForHandover = async (what, languages, control) => {
    const chosen = inOrder(languages);
    if (what.kind !== 'handover-act-draft') {
      const made = await make(office, what, chosen, control);
      return made.ok ? done(made.value.pdf) : made;
    }
    const files = what.files.map(({ path, bytes }) => ({
      path: `data/${path}`,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
    const parts = handoverActParts(office.state(), what.draft, files, null, chosen);
    const made = await compile(office, { template: 'handover-act.typ', title: what.draft.bag, parts }, chosen, control);
    return made.ok ? done(made.value.pdf) : made;
  };

  return { handlers, renderForHandover, keep, read: (token: string): Kept | null => kept.get(token) ?? null };
}

async function make(
  office: OfficeContext,
  request: DocumentRequest,
  languages: Language[],
  control: JobControl,
): Promise<Outcome<MadePdf>> {
  const content = contentOf(office, request, languages, await marksOf(office, request));
  return content.ok ? compile(office, content.value, languages, control) : content;
}

/** Read from the journal before the paper is made; null for papers that name no line. */
async function marksOf(office: OfficeContext, request: DocumentRequest): Promise<PositionsAround | null> {
  if (request.kind === 'decision') {
    const { decisionId: id } = request;
    if (office.state().decisions.get(id)?.status !== 'adopted') return null;
    return positionsAround(office, id, (event) => event.type === 'decision.adopted' && event.id === id);
  }
  if (request.kind !== 'receipt-act') return null;
  const { receiptId: id } = request;
  return positionsAround(office, id, (event) => event.type === 'handover.received' && event.receipt.id === id);
}

const compile = (office: OfficeContext, content: DocumentContent, languages: Language[], control: JobControl) =>
  render(content, {
    compiler: office.compiler,
    photos: office.photos,
    emblems: office.emblems,
    sample: office.state().sample,
    words: wordsOf(office.state()),
    languages,
    ...control,
  });

function contentOf(
  office: OfficeContext,
  request: DocumentRequest,
  languages: Language[],
  marks: PositionsAround | null = null,
): Outcome<DocumentContent> {
  const state = preparedBy(office.state(), office.actor());
  const today = office.today();
  const [first = 'ky'] = languages;
  const words = wordsOf(state)[first].documents;
  switch (request.kind) {
    case 'certificate':
    case 'badge': {
      if (request.certificateIds.length === 0) return refuse('document.nothingToPrint');
      const signer = office.signer();
      if (!signer.ok) return signer;
      const papers = papersOf(state, request, languages, signer.value);
      if (!papers) return refuse('certificate.unknown');
      const title = request.kind === 'certificate' ? words.certificate.title : words.badge.title;
      const printer = printerFor(state, request.kind);
      return done({ template: 'paper.typ', title, papers, printer });
    }
    case 'calibration': {
      const printer = request.printerId === null ? null : state.printers.get(request.printerId);
      const calibration = calibrationData(wordsOf(state), printer ?? null, languages);
      return done({ template: 'calibration.typ', title: calibration.title, calibration });
    }
    case 'badge-list': {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const parts = badgeListParts(state, request.electionId, request.scope, today, languages);
      if (parts.every(({ count }) => count === 0)) return refuse('document.nothingToPrint');
      return done({ template: 'badge-list.typ', title: words.list.title, parts });
    }
    case 'decision': {
      const decision = state.decisions.get(request.decisionId);
      if (!decision) return refuse('decision.unknown');
      if (decision.rows.length === 0) return refuse('decision.empty');
      return done({
        template: 'decision.typ',
        title: decision.title[first],
        parts: decisionParts(state, decision, languages, marks?.before ?? null),
      });
    }
    case 'decision-letter': {
      const parts = letterParts(state, request, languages);
      if (!parts.ok) return parts;
      return done({ template: 'letter.typ', title: parts.value[0]?.subject ?? '', parts: parts.value });
    }
    case 'incomplete-letter': {
      const parts = incompleteLetterParts(state, request, languages);
      if (!parts.ok) return parts;
      return done({ template: 'letter.typ', title: parts.value[0]?.subject ?? '', parts: parts.value });
    }
    case 'issue-log': {
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
    }
    case 'incident-report': {
      const certificate = state.certificates.get(request.certificateId);
      if (!certificate) return refuse('certificate.unknown');
      const { number, status } = certificate;
      if (status !== 'lost' && status !== 'spoiled') return refuse('certificate.wrongStatus', { number, status });
      const title = wordsOf(state)[first].incident.paper[status];
      return done({ template: 'incident-report.typ', title, parts: incidentParts(state, certificate, languages) });
    }
    case 'number-register': {
      if (!state.elections.has(request.filter.electionId)) return refuse('election.unknown');
      const lines = numbersFound(office, request.filter);
      if (lines.length === 0) return refuse('document.nothingToPrint');
      const title = wordsOf(state)[first].register.title;
      const parts = numberRegisterParts(state, request.filter, lines, today, languages);
      return done({ template: 'number-register.typ', title, parts });
    }
    case 'list': {
      const paper = listPaper(office, request.list, request.columns, languages);
      return paper.ok ? done({ template: 'table.typ', ...paper.value }) : paper;
    }
    case 'handover-act': {
      const handover = state.handovers.get(request.handoverId);
      if (!handover) return refuse('handover.unknown');
      const parts = handoverActParts(state, handover, handover.files, handover.manifest, languages);
      return done({ template: 'handover-act.typ', title: handover.bag, parts });
    }
    case 'receipt-act': {
      const receipt = state.received.get(request.receiptId);
      if (!receipt) return refuse('handover.unknown');
      return done({
        template: 'receipt-act.typ',
        title: receipt.bag,
        parts: receiptActParts(state, receipt, marks, languages),
      });
    }
    case 'statement': {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const title = wordsOf(state)[first].statement.heading;
      return done({ template: 'statement.typ', title, parts: statementParts(state, request, languages) });
    }
    case 'verification': {
      const report = office.audit.latest();
      if (!report) return refuse('audit.notChecked');
      const parts = verificationParts(state, report, languages);
      return done({ template: 'verification.typ', title: wordsOf(state)[first].records.report.title, parts });
    }
    case 'figures': {
      if (!state.elections.has(request.electionId)) return refuse('election.unknown');
      const parts = figureParts(state, request.electionId, request.day, languages);
      return done({ template: 'figures.typ', title: wordsOf(state)[first].totals.reconciliation.title, parts });
    }
    default:
      return assertNever(request);
  }
}

/** ASCII, so that it can go on any stick. */
function fileNameOf(office: OfficeContext, request: DocumentRequest): string {
  const safe = (text: string) => text.replace(/[^A-Za-z0-9-]+/gu, '-').replace(/^-+|-+$/gu, '');
  const state = office.state();
  switch (request.kind) {
    case 'certificate':
    case 'badge': {
      const [only, ...more] = request.certificateIds;
      const number = only && more.length === 0 ? state.certificates.get(only)?.number : null;
      return number ? `${request.kind}-${safe(number)}` : `${request.kind}s-${String(request.certificateIds.length)}`;
    }
    case 'badge-list':
      return `badge-list-${office.today()}`;
    case 'decision':
      return `decision-${safe(state.decisions.get(request.decisionId)?.number ?? 'draft') || 'adopted'}`;
    case 'decision-letter':
      return `letters-${safe(state.decisions.get(request.decisionId)?.number ?? '') || 'decision'}`;
    case 'incomplete-letter':
      return `incomplete-${office.today()}`;
    case 'issue-log':
      if (request.givenOn) return `signatures-${request.givenOn}`;
      return `${request.only === 'all' ? 'issue-log' : 'not-collected'}-${office.today()}`;
    case 'incident-report':
      return `report-${safe(state.certificates.get(request.certificateId)?.number ?? '')}`;
    case 'number-register':
      return `numbers-${office.today()}`;
    case 'list':
      return `${request.list.kind}-${office.today()}`;
    case 'calibration':
      return 'calibration-page';
    case 'handover-act':
      return `handover-act-${String(state.handovers.get(request.handoverId)?.number ?? 0)}`;
    case 'receipt-act':
      return `receipt-act-${String(state.received.get(request.receiptId)?.number ?? 0)}`;
    case 'statement':
      return `statement-${request.from}-${request.to}`;
    case 'verification':
      return `records-check-${office.today()}`;
    case 'figures':
      return `figures-${request.day}`;
    default:
      return assertNever(request);
  }
}
