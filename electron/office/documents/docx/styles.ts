/** The house style of documents to be edited in a word processor: A4, the same families as the printed ones. */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { IRunOptions, ISectionOptions, ParagraphChild, Table } from 'docx';
import type { Language } from '#shared/domain/base/primitives.ts';

/** Present on every Windows; Word takes it where PT Serif is not installed, and it has Ң, Ө and Ү. */
const serif = 'Times New Roman';

/** Twentieths of a point and millimetres are what DOCX measures in. */
const twipsPerMillimetre = 56.7;
export const millimetres = (length: number): number => Math.round(length * twipsPerMillimetre);

/** Proofing languages, so that a word processor does not underline every Kyrgyz word. */
const proofing: Record<Language, string> = { ky: 'ky-KG', ru: 'ru-RU', en: 'en-GB' };

export type Style = { size?: number; bold?: boolean; colour?: string };

/** Text of one language; `size` in points. */
export function run(text: string, language: Language, { size = 12, bold = false, colour }: Style = {}): TextRun {
  const options: IRunOptions = {
    text,
    bold,
    size: size * 2,
    language: { value: proofing[language] },
    ...(colour === undefined ? {} : { color: colour }),
  };
  return new TextRun(options);
}

export type ParagraphStyle = {
  /** Points below. */
  after?: number;
  align?: 'left' | 'right' | 'centre' | 'justified';
  newPage?: boolean;
  /** Millimetres from the left margin. */
  indent?: number;
  /** Stays on the page of the paragraph or row that follows. */
  withNext?: boolean;
};

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  centre: AlignmentType.CENTER,
  justified: AlignmentType.JUSTIFIED,
} as const;

export const paragraph = (
  children: readonly ParagraphChild[],
  { after = 8, align = 'left', newPage = false, indent = 0, withNext = false }: ParagraphStyle = {},
): Paragraph =>
  new Paragraph({
    children,
    pageBreakBefore: newPage,
    keepNext: withNext,
    alignment: alignments[align],
    indent: { left: millimetres(indent) },
    spacing: { after: after * 20, line: 276 },
  });

export const quietColour = '53606D';
export const accentColour = '8F1D2C';

/** What stands in one language, with the commission's name on every page and, in a draft, the mark that it is one. */
export type DocxPart = {
  head: string;
  /** For instance the word "draft"; null for what is final. */
  mark?: string | null;
  children: readonly (Paragraph | Table)[];
};

/** The whole file; each part begins a page. `sample` says on every page that nobody in it exists. */
export async function docxFile({
  title,
  sample,
  parts,
}: {
  title: string;
  /** What to say of made-up people; null for real ones. */
  sample: string | null;
  parts: readonly DocxPart[];
}): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: parts[0]?.head ?? '',
    styles: { default: { document: { run: { font: serif, size: 24 } } } },
    sections: parts.map((part) => section(part, sample)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function section({ head, mark = null, children }: DocxPart, sample: string | null): ISectionOptions {
  const quiet: IRunOptions = { size: 16, color: quietColour };
  const loud: IRunOptions = { ...quiet, bold: true, color: accentColour };
  return {
    properties: {
      page: {
        size: { width: millimetres(210), height: millimetres(297) },
        margin: { top: millimetres(24), bottom: millimetres(20), left: millimetres(25), right: millimetres(18) },
      },
    },
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            children: [
              new TextRun({ text: head, ...quiet }),
              ...(mark === null ? [] : [new TextRun({ ...loud, text: `   ${mark}` })]),
            ],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [
              ...(sample === null ? [] : [new TextRun({ ...loud, text: `${sample}   ` })]),
              new TextRun({ children: [PageNumber.CURRENT], ...quiet }),
            ],
          }),
        ],
      }),
    },
    children,
  };
}
