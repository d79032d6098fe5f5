/** Who is printed on which paper: people of one design, format and side together, in the order asked. */
import { currentVersion, designOf, printVersion } from '#shared/domain/rules/design-version.ts';
import type { Signer } from '../access/signing-key.ts';
import type { ObserverCategory } from '#shared/domain/records/application.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { Printer } from '#shared/domain/records/printer.ts';
import type { State } from '#shared/domain/register/state.ts';
import { faceOf } from '#shared/domain/design/printer-fit.ts';
import type { Paper } from './paper-data.ts';
import { codesFor } from './badge-code.ts';
import { personData } from './person-data.ts';

type Request = Extract<DocumentRequest, { kind: 'certificate' | 'badge' }>;

/** Null when any of the certificates is not in the register. */
export function papersOf(
  state: State,
  request: Request,
  languages: readonly Language[],
  signer: Signer,
): Paper[] | null {
  const papers = new Map<string, Paper>();
  for (const id of request.certificateIds) {
    const certificate = state.certificates.get(id);
    if (!certificate) return null;
    const version =
      request.design === 'current' ? currentVersion(state) : printVersion(state, certificate, request.kind);
    const design = designOf(state, version);
    const category = categoryOf(state, certificate);
    if (!category) return null;
    const own = design.categories[category];
    const format: Paper['format'] = request.kind === 'certificate' ? 'certificate' : (request.format ?? own.format);
    const face = faceOf(format);
    const person = personData(state, certificate, languages, design.texts, (printed) =>
      codesFor(face, state, certificate, printed, signer),
    );
    if (!person) return null;
    const twoSided = request.kind === 'badge' && (request.twoSided ?? own.twoSided);
    const key = `${String(version)} ${format} ${String(twoSided)}`;
    const paper = papers.get(key) ?? { format, twoSided, design, people: [] };
    paper.people.push(person);
    papers.set(key, paper);
  }
  return [...papers.values()];
}

/** As printed, or as the application has it while nothing is printed. */
const categoryOf = (state: State, { printed, applicationId }: Certificate): ObserverCategory | undefined =>
  printed?.category ?? state.applications.get(applicationId)?.category;

/** The printer that this paper goes to on this laptop; null when none is named. */
export const printerFor = (state: State, kind: Request['kind']): Printer | null =>
  state.printers.find((printer) => (kind === 'certificate' ? printer.certificates : printer.badges)) ?? null;
