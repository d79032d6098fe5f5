/** Who is printed on which paper: people of one design, format and side together, in the order asked. */
import { currentVersion, designOf, printVersion } from '../../../shared/domain/design-version.ts';
import type { DocumentRequest } from '../../../shared/contract/documents.ts';
import type { Language } from '../../../shared/domain/primitives.ts';
import type { Printer } from '../../../shared/domain/printer.ts';
import type { State } from '../../../shared/domain/state.ts';
import type { Paper } from './paper-data.ts';
import { personData } from './person-data.ts';

type Request = Extract<DocumentRequest, { kind: 'certificate' | 'badge' }>;

/** Null when any of the certificates is not in the register. */
export function papersOf(state: State, request: Request, languages: readonly Language[]): Paper[] | null {
  const papers = new Map<string, Paper>();
  for (const id of request.certificateIds) {
    const certificate = state.certificates.get(id);
    if (!certificate) return null;
    const version =
      request.design === 'current' ? currentVersion(state) : printVersion(state, certificate, request.kind);
    const design = designOf(state, version);
    const person = personData(state, certificate, languages, design.texts);
    if (!person) return null;
    const own = design.categories[person.category];
    const format: Paper['format'] = request.kind === 'certificate' ? 'certificate' : (request.format ?? own.format);
    const twoSided = request.kind === 'badge' && (request.twoSided ?? own.twoSided);
    const key = `${String(version)} ${format} ${String(twoSided)}`;
    const paper = papers.get(key) ?? { format, twoSided, design, people: [] };
    paper.people.push(person);
    papers.set(key, paper);
  }
  return [...papers.values()];
}

/** The printer that this paper goes to on this laptop; null when none is named. */
export const printerFor = (state: State, kind: Request['kind']): Printer | null =>
  state.printers.find((printer) => (kind === 'certificate' ? printer.certificates : printer.badges)) ?? null;
