/** Rule: the window shows the screens and nothing else; no other window can be opened, from wherever it is asked. */
import type { App } from 'electron';
import { isStartPage, readAddress } from '../addresses.ts';

export function forbidNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
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

/** A frame may hold a document of ours, or be emptied when the preview is closed. */
const isFrameOfOurs = (url: string): boolean => url === 'about:blank' || readAddress(url)?.kind === 'document';
