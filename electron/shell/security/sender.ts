/** Rule: the office answers the screens in our own window, and nobody else who can reach the channel. */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { isStartPage } from '../addresses.ts';

/** True when the call comes from the main frame of our window while it shows the screens. */
export function isOurScreen(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (!window || window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && isStartPage(frame.url);
}
