/** Makes a document: checks that every letter can be drawn, maps in photos and codes, and compiles. */
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { languages, type Language } from '../../../shared/domain/primitives.ts';
import type { OfficeWords } from '../words.ts';
import type { PhotoStore } from '../store/photos.ts';
import type { MappedFile } from './compile-job.ts';
import type { Compiler } from './compiler.ts';
import { coverageOf, missingGlyph } from './glyphs.ts';
import type { PersonData } from './person-data.ts';
import { qrPixels } from './qr.ts';

export type DocumentContent =
  | { template: 'certificate.typ' | 'badge.typ'; title: string; people: PersonData[] }
  | { template: 'badge-sheet.typ'; title: string; people: PersonData[]; format: 'a6' | 'card' }
  | {
      template: 'badge-list.typ' | 'decision.typ' | 'issue-log.typ' | 'handover-act.typ';
      title: string;
      parts: unknown[];
    };

export type RenderOptions = {
  compiler: Compiler;
  photos: PhotoStore;
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

/** Pictures are read one by one; the compiler's own work cannot be measured, so it counts for as much again. */
export async function render(content: DocumentContent, options: RenderOptions): Promise<Outcome<MadePdf>> {
  const covered = glyphsOf(options.compiler);
  const missing = 'people' in content ? missingInPeople(content.people, covered) : missingIn(content, covered, '');
  if (missing) return refuse('document.missingGlyph', missing);
  const files: MappedFile[] = [];
  const items: unknown[] = [];
  const people = 'people' in content ? content.people : [];
  for (const [index, person] of people.entries()) {
    if (options.signal.aborted) return refuse('job.cancelled');
    const mapped = await mapPerson(person, index, options.photos);
    if (!mapped.ok) return mapped;
    files.push(...mapped.value.files);
    items.push(mapped.value.item);
    options.progress(index + 1, people.length * 2);
  }
  const data = { ...frameOf(content, options), ...('people' in content ? { items } : { parts: content.parts }) };
  const made = await options.compiler.compile(
    { template: content.template, data: JSON.stringify(data), files },
    options.signal,
  );
  if (!made.ok) return made;
  options.progress(1, 1);
  return done({ pdf: made.value, pages: countPages(made.value) });
}

function frameOf(content: DocumentContent, { sample, words: spoken, languages: chosen }: RenderOptions) {
  const [first = 'ky'] = chosen;
  const words = spoken[first].documents;
  return {
    title: content.title,
    sample,
    format: 'format' in content ? content.format : null,
    words: {
      sampleMarks: languages.map((language) => spoken[language].documents.sampleMark),
      emblem: words.emblem,
      photo: words.certificate.photo,
      seal: words.certificate.seal,
    },
  };
}

async function mapPerson(person: PersonData, index: number, photos: PhotoStore) {
  const { picture, qrText, ...shown } = person;
  const files: MappedFile[] = [];
  const code = qrPixels(qrText);
  const qr = { path: `/qr/${String(index)}.raw`, side: code.side };
  files.push({ path: qr.path, bytes: code.bytes });
  let photo: string | null = null;
  if (picture) {
    const stored = await photos.read(picture);
    if (!stored) return refuse('photo.missing', { person: `${person.surname} ${person.given}`, number: person.number });
    photo = `/photos/${String(index)}.${stored.type === 'image/png' ? 'png' : 'jpg'}`;
    files.push({ path: photo, bytes: stored.bytes });
  }
  return done({ files, item: { ...shown, photo, qr } });
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
