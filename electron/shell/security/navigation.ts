/** Rule: the window shows the screens and nothing else; no other window can be opened, from wherever it is asked. */
import type { App, WebContents } from 'electron';
import { isStartPage, pdfViewer, readAddress } from '../addresses.ts';

/**
 * Contents that are there. Nobody else holds the PDF viewer's; when its object was collected while a document was still
 * loading, the preview stayed empty.
 */
const present = new Set<WebContents>();

export function forbidNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    present.add(contents);
    contents.once('destroyed', () => present.delete(contents));
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      const allowed = event.isMainFrame ? isStartPage(event.url) : isFrameOfOurs(event.url);
      if (!allowed) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
  });
}

/**
 * A frame may hold a document of ours, be emptied when the preview is closed, and, inside Chromium's PDF viewer (an
 * extension of its own), receive the document's bytes. The screens' policy keeps them from framing the extension.
 */
const isFrameOfOurs = (url: string): boolean =>
  url === 'about:blank' || url.startsWith(`${pdfViewer}/`) || readAddress(url)?.kind === 'document';
