/** Tables of editable documents: lists whose head comes back on every page, and lines to sign on. */
import {
  BorderStyle,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableBordersOptions,
} from 'docx';
import type { Language } from '#shared/domain/base/primitives.ts';
import { millimetres, paragraph, quietColour, run } from './styles.ts';

/** Between the margins of the house's A4 page. */
export const textWidth = 167;

const line = (colour: string, size: number) => ({ style: BorderStyle.SINGLE, size, color: colour });
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const bare: ITableBordersOptions = {
  top: nothing,
  bottom: nothing,
  left: nothing,
  right: nothing,
  insideHorizontal: nothing,
  insideVertical: nothing,
};
const margins = { top: 50, bottom: 50, left: 90, right: 90 };

/** Column widths in millimetres that fill the page in the proportion of some shares. */
const widths = (shares: readonly number[]): number[] => {
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => millimetres((textWidth * share) / sum));
};

/** No row is torn between two pages, and the head stands on each of them. */
export function listTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  language: Language,
): Table {
  const columns = widths(shares);
  const cells = (texts: readonly string[], isHead: boolean) =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          margins,
          children: [
            paragraph([run(text, language, isHead ? { size: 9, bold: true, colour: quietColour } : { size: 10 })], {
              after: 0,
            }),
          ],
        }),
    );
  return new Table({
    width: { size: millimetres(textWidth), type: WidthType.DXA },
    columnWidths: columns,
    borders: { ...bare, top: line('14212E', 6), bottom: line('14212E', 6), insideHorizontal: line('B9C2CA', 2) },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

export type Signature = { role: string; name: string };

/** A row for each who signs: the role, a line to sign on, the name. */
export function signatureTable(signatures: readonly Signature[], language: Language): Table {
  const columns = widths([56, 56, 55]);
  const cell = (text: string, at: number, options: { bold?: boolean; ruled?: boolean } = {}) =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      margins: { ...margins, top: 400 },
      verticalAlign: VerticalAlignTable.BOTTOM,
      borders: { top: nothing, left: nothing, right: nothing, bottom: options.ruled ? line('14212E', 4) : nothing },
      children: [
        paragraph([run(text, language, { bold: options.bold ?? false })], {
          after: 0,
          align: at === 2 ? 'right' : 'left',
          withNext: true,
        }),
      ],
    });
  return new Table({
    width: { size: millimetres(textWidth), type: WidthType.DXA },
    columnWidths: columns,
    borders: bare,
    rows: signatures.map(
      ({ role, name }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(role, 0), cell('', 1, { ruled: true }), cell(name, 2, { bold: true })],
        }),
    ),
  });
}

/** Two texts on one line, at its two ends. */
export function twoEnds(left: string, right: string, language: Language): Table {
  const columns = widths([1, 1]);
  const cell = (text: string, at: number) =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      margins: { ...margins, left: 0, right: 0 },
      children: [paragraph([run(text, language)], { after: 0, align: at === 0 ? 'left' : 'right' })],
    });
  return new Table({
    width: { size: millimetres(textWidth), type: WidthType.DXA },
    columnWidths: columns,
    borders: bare,
    rows: [new TableRow({ children: [cell(left, 0), cell(right, 1)] })],
  });
}
