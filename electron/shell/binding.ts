/** Binds the office to the window: one channel for calls, one for notices. */
import { type BrowserWindow, ipcMain } from 'electron';
import type { Entry } from '../office/session/entry.ts';
import { callChannel, noticeChannel } from './channels.ts';
import { isOurScreen } from './security/sender.ts';

/**
 * Passes calls of our window to the office and the office's notices to our window. Names and inputs are checked in the
 * office, by the contract. `onAnswered` hears of every call that was answered, after its reply is known.
 */
export function bindOffice(
  entry: Entry,
  currentWindow: () => BrowserWindow | null,
  onAnswered: (name: string) => void,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isOurScreen(event, currentWindow())) throw new Error('The office answers its own window only.');
    if (typeof name !== 'string') throw new Error('An operation has a name.');
    const reply = await entry.call(name, input).catch((error: unknown) => {
      // A bug. What it was goes to the terminal; the page learns only that it happened.
      console.error(`Operation ${name} failed:`, error);
      throw new Error('The operation failed.');
    });
    onAnswered(name);
    return reply;
  });
  entry.on((notice) => {
    const window = currentWindow();
    if (window && !window.isDestroyed()) window.webContents.send(noticeChannel, notice);
  });
}
