/** One table written for spreadsheet programs: XLSX of typed text cells, and CSV that a double click opens right. */
import writeXlsxFile from 'write-excel-file/node';

export type WrittenTable = { sheet: string; header: string[]; rows: string[][] };

/**
 * CSV as Excel wants it: UTF-8 with BOM, `;`, CRLF. A cell that a spreadsheet program would run as a formula is
 * prefixed with an apostrophe.
 */
export function writeCsv({ header, rows }: WrittenTable): Uint8Array {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(';');
  return new TextEncoder().encode('\ufeff' + [header, ...rows].map(line).join('\r\n') + '\r\n');
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const longestSheetName = 31;
const widest = 60;

/** XLSX with one sheet; every cell is text, so that no number loses a zero and nothing is a formula. */
export async function writeXlsx({ sheet, header, rows }: WrittenTable): Promise<Uint8Array> {
  const cell = (value: string) => ({ value, type: String });
  const data = [
    header.map((value) => ({ ...cell(value), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cell)),
  ];
  const columns = header.map((title, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), title.length);
    return { width: Math.min(widest, longest + 2) };
  });
  const name = sheet.replace(/[\\/?*[\]:]/gu, ' ').slice(0, longestSheetName);
  return writeXlsxFile(data, { sheet: name, columns, stickyRowsCount: 1 }).toBuffer();
}
