/** Documents on request: made, kept for the preview until closed, saved; paper that counts is recorded as printed. */
import { createHash, randomBytes } from 'node:crypto';
import { positionsAround, type PositionsAround } from '../audit/journal-position.ts';
import { editable } from '../documents/docx/editable.ts';
import { handoverActParts } from '../documents/act-data.ts';
import { inOrder, render, type DocumentContent, type MadePdf } from '../documents/render.ts';
import { preparedBy } from '../documents/prepared-by.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { wordsOf } from '../wording/words.ts';
import type { DocumentRequest, documentOperations } from '#shared/contract/documents.ts';
import type { RenderForHandover } from '../exchange/handover-files.ts';
import type { JobControl } from '../context/jobs.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import { makeAndRecord, printCommand } from './record-print.ts';
import { contentOf, fileNameOf } from './document-kinds.ts';
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
