/** Makes a document: checks that every letter can be drawn, maps in photos and codes, and compiles. */
import { done, refuse, type Outcome, type Refusal } from '#shared/domain/base/refusals.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import type { Printer } from '#shared/domain/records/printer.ts';
import type { OfficeWords } from '../wording/words.ts';
import { pictureExtensions, type PhotoStore } from '../store/photos.ts';
import { batchesOf } from './batches.ts';
import type { CalibrationData } from './calibration-data.ts';
import type { MappedFile } from './compile-job.ts';
import type { Compiler } from './compiler.ts';
import { coverageOf, missingGlyph } from './glyphs.ts';
import { fittedFaces, marginFault, type FittedFaces } from '#shared/domain/design/printer-fit.ts';
import { paperGroup, type MappedCode, type MappedPerson, type Paper, type PaperGroup } from './paper-data.ts';
import type { PersonData } from './person-data.ts';
import { qrPixels } from './qr.ts';

export type PaperContent = {
  template: 'paper.typ';
  title: string;
  papers: Paper[];
  printer: Printer | null;
  /** Fields, as `a6.organisation`, that are known not to fit and are shown so: a design that is being tried. */
  unfit?: readonly string[];
};

export type DocumentContent =
  | PaperContent
  | { template: 'calibration.typ'; title: string; calibration: CalibrationData }
  | {
      template:
        | 'badge-list.typ'
        | 'decision.typ'
        | 'letter.typ'
        | 'issue-log.typ'
        | 'number-register.typ'
        | 'verification.typ'
        | 'table.typ'
        | 'incident-report.typ'
        | 'handover-act.typ'
        | 'receipt-act.typ'
        | 'statement.typ'
        | 'figures.typ';
      title: string;
      parts: unknown[];
    };

export type RenderOptions = {
  compiler: Compiler;
  photos: Pick<PhotoStore, 'read'>;
  emblems: Pick<PhotoStore, 'find'>;
  sample: boolean;
  words: OfficeWords;
  languages: readonly Language[];
  signal: AbortSignal;
  progress: (done: number, total: number) => void;
};

export type MadePdf = { pdf: Uint8Array; pages: number };

/** Documents print Kyrgyz first, then Russian, then English, whatever the order they were asked in. */
export const inOrder = (chosen: readonly Language[]): Language[] =>
  languages.filter((language) => chosen.includes(language));

/** Papers are made in batches, a batch after its pictures are read; people count as done with their batch. */
export async function render(content: DocumentContent, options: RenderOptions): Promise<Outcome<MadePdf>> {
  const covered = glyphsOf(options.compiler);
  const missing =
    'papers' in content
      ? missingInPeople(
          content.papers.flatMap(({ people }) => people),
          covered,
        )
      : missingIn(content, covered, '');
  if (missing) return refuse('document.missingGlyph', missing);
  const made = await ('papers' in content ? renderPapers(content, options) : compile(content, [], [], options));
  if (!made.ok) return made;
  options.progress(1, 1);
  return done({ pdf: made.value, pages: countPages(made.value) });
}

async function renderPapers(content: PaperContent, options: RenderOptions): Promise<Outcome<Uint8Array>> {
  const total = content.papers.reduce((sum, { people }) => sum + people.length, 0);
  const parts: Uint8Array[] = [];
  let finished = 0;
  for (const batch of batchesOf(content.papers)) {
    const files: MappedFile[] = [];
    const groups: PaperGroup[] = [];
    let read = 0;
    for (const paper of batch) {
      const faces = facesOf(paper, content);
      if (!faces.ok) return faces;
      const emblem = await mapEmblem(paper.design.emblem, options.emblems);
      if (!emblem.ok) return emblem;
      files.push(...emblem.value);
      const people: MappedPerson[] = [];
      for (const person of paper.people) {
        if (options.signal.aborted) return refuse('job.cancelled');
        const mapped = await mapPerson(person, read, options.photos);
        if (!mapped.ok) return mapped;
        files.push(...mapped.value.files);
        people.push(mapped.value.item);
        read += 1;
      }
      groups.push(paperGroup(paper, faces.value, people, emblem.value[0]?.path ?? null, content.printer));
    }
    const made = await compile(content, groups, files, options);
    if (!made.ok) return made;
    parts.push(made.value);
    finished += read;
    options.progress(finished, total + 1);
  }
  const [only, ...more] = parts;
  if (!only) return refuse('document.nothingToPrint');
  const [language = 'ky'] = options.languages;
  return more.length === 0
    ? done(only)
    : options.compiler.join(parts, { title: content.title, language }, options.signal);
}

/** Both faces, clear of what the printer cannot reach. */
function facesOf(paper: Paper, content: PaperContent): Outcome<FittedFaces> {
  const { margin, name } = content.printer ?? { margin: 0, name: '' };
  const faces = fittedFaces(paper, margin, 'unfit' in content);
  if (faces) return done(faces);
  return refuse('design.marginTooWide', { printer: name, format: paper.format, margin, ...marginFault(paper, margin) });
}

async function compile(
  content: DocumentContent,
  groups: PaperGroup[],
  files: MappedFile[],
  options: RenderOptions,
): Promise<Outcome<Uint8Array>> {
  const data = JSON.stringify({ ...frameOf(content, options), ...organisationOf(content, groups) });
  const made = await options.compiler.compile({ template: content.template, data, files }, options.signal);
  return made.ok ? made : (unfitField(made.refusal) ?? made);
}

function frameOf(content: DocumentContent, { sample, words: spoken, languages: chosen }: RenderOptions) {
  const [first = 'ky'] = chosen;
  const words = spoken[first].documents;
  return {
    title: content.title,
    sample,
    words: {
      sampleMarks: languages.map((language) => spoken[language].documents.sampleMark),
      emblem: words.emblem,
      photo: words.certificate.photo,
      stamp: words.certificate.stamp,
    },
  };
}

function organisationOf(content: DocumentContent, groups: PaperGroup[]) {
  switch (content.template) {
    case 'paper.typ':
      return { groups, unfit: content.unfit ?? [] };
    case 'calibration.typ':
      return { calibration: content.calibration };
    default:
      return { parts: content.parts };
  }
}

/** Which field of which face had no room, as the template names it when it gives up. */
function unfitField({ code, params }: Refusal): { ok: false; refusal: Refusal } | null {
  const [, face, field, number] = /^([a-z0-9]+)\.([a-z]+) (.+)$/u.exec(String(params?.reason ?? '')) ?? [];
  if (code !== 'document.failed' || !face || !field || !number) return null;
  return refuse('design.doesNotFit', { face, field, number });
}

async function mapEmblem(hash: string | null, emblems: RenderOptions['emblems']): Promise<Outcome<MappedFile[]>> {
  if (hash === null) return done([]);
  const found = await emblems.find(hash);
  if (!found.ok) return refuse('design.emblemMissing', { emblem: hash });
  const { bytes, type } = found.value;
  return done([{ path: `/emblems/${hash}.${pictureExtensions[type]}`, bytes }]);
}

async function mapPerson(person: PersonData, index: number, photos: RenderOptions['photos']) {
  const { picture, codes } = person;
  const files: MappedFile[] = [];
  const mapCode = (text: string, side: 'front' | 'back'): MappedCode => {
    const code = qrPixels(text);
    const path = `/qr/${String(index)}-${side}.raw`;
    files.push({ path, bytes: code.bytes });
    return { path, side: code.side };
  };
  const qr = mapCode(codes.front, 'front');
  const backQr = codes.back === null ? null : mapCode(codes.back, 'back');
  let photo: string | null = null;
  if (picture) {
    const stored = await photos.read(picture);
    if (!stored) return refuse('photo.missing', { person: `${person.surname} ${person.given}`, number: person.number });
    photo = `/photos/${String(index)}.${pictureExtensions[stored.type]}`;
    files.push({ path: photo, bytes: stored.bytes });
  }
  return done({ files, item: { person, photo, qr, backQr } });
}

let covered: { compiler: Compiler; codes: ReadonlySet<number> } | null = null;

function glyphsOf(compiler: Compiler): ReadonlySet<number> {
  if (covered?.compiler !== compiler) covered = { compiler, codes: coverageOf(compiler.fonts) };
  return covered.codes;
}

function missingInPeople(people: readonly PersonData[], codes: ReadonlySet<number>) {
  for (const person of people) {
    const missing = missingIn(person, codes, `${person.surname} ${person.given}`.trim());
    if (missing) return { ...missing, number: person.number };
  }
  return null;
}

/** Looks through every text of a value; in lists the row's own second and third cells name the person. */
function missingIn(value: unknown, codes: ReadonlySet<number>, person: string): Record<string, string> | null {
  if (typeof value === 'string') {
    const letter = missingGlyph(value, codes);
    if (!letter) return null;
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { person: person === '' ? value : person, character: letter, codePoint: `U+${code}` };
  }
  if (Array.isArray(value)) {
    const isRow = value.length > 0 && value.every((cell) => typeof cell === 'string');
    const name = isRow ? value.slice(1, 3).join(' ') : person;
    for (const part of value) {
      const missing = missingIn(part, codes, name);
      if (missing) return missing;
    }
    return null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const part of Object.values(value)) {
    const missing = missingIn(part, codes, person);
    if (missing) return missing;
  }
  return null;
}

/** The page tree's own count; Typst writes it plainly. */
function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const counts = [
    ...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/gu),
  ];
  const numbers = counts.map((match) => Number(match[1] ?? match[2]));
  return numbers.length > 0 ? Math.max(...numbers) : (text.match(/\/Type\s*\/Page\b/gu)?.length ?? 1);
}
