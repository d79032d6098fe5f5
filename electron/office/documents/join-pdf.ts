/** One PDF of several: what was printed in batches is previewed, saved and printed as one file. */
import { PDFDocument } from '@cantoo/pdf-lib';

/** Pages in the order of the parts. The same parts give the same bytes: no date and no random name is written. */
export async function joinPdf(
  parts: readonly Uint8Array[],
  { title, language }: { title: string; language: string },
): Promise<Uint8Array> {
  const joined = await PDFDocument.create({ updateMetadata: false });
  for (const part of parts) {
    const source = await PDFDocument.load(part, { updateMetadata: false });
    const pages = await joined.copyPages(source, source.getPageIndices());
    for (const page of pages) joined.addPage(page);
  }
  joined.setTitle(title, { showInWindowTitleBar: true });
  joined.setLanguage(language);
  return joined.save({ addDefaultPage: false });
}
