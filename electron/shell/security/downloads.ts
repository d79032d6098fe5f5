/** Rule: a document can be saved from the PDF viewer's own button; nothing else can be downloaded. */
import type { Session } from 'electron';
import { readAddress } from '../addresses.ts';

/** `nameOf` tells the file name of a document by its token, null when it is not there. */
export function limitDownloads(session: Session, nameOf: (token: string) => string | null): void {
  session.on('will-download', (event, item) => {
    const address = readAddress(item.getURL());
    const name = address?.kind === 'document' ? nameOf(address.token) : null;
    if (name === null) event.preventDefault();
    else item.setSaveDialogOptions({ defaultPath: name });
  });
}
