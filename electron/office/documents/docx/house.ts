/** The house style of documents to be edited in a word processor: A4, the same families as the printed ones. */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { IRunOptions, ParagraphChild } from 'docx';
import type { Language } from '../../../../shared/domain/primitives.ts';

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

export const paragraph = (
  children: readonly ParagraphChild[],
  { after = 8, centred = false, newPage = false, justified = false } = {},
): Paragraph =>
  new Paragraph({
    children,
    pageBreakBefore: newPage,
    alignment: centred ? AlignmentType.CENTER : justified ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
    spacing: { after: after * 20, line: 276 },
  });

/** The whole file. `sample` says on every page that nobody in it exists. */
export async function docxFile({
  title,
  head,
  sample,
  children,
}: {
  title: string;
  /** The commission's name, on every page. */
  head: string;
  /** What to say of made-up people; null for real ones. */
  sample: string | null;
  children: readonly Paragraph[];
}): Promise<Uint8Array> {
  const quiet: IRunOptions = { size: 16, color: '53606D' };
  const mark: IRunOptions = { ...quiet, bold: true, color: '8F1D2C' };
  const document = new Document({
    title,
    creator: head,
    styles: { default: { document: { run: { font: serif, size: 24 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { top: millimetres(24), bottom: millimetres(20), left: millimetres(25), right: millimetres(18) },
          },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: head, ...quiet })] })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  ...(sample === null ? [] : [new TextRun({ ...mark, text: `${sample}   ` })]),
                  new TextRun({ children: [PageNumber.CURRENT], ...quiet }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
