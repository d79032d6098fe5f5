/** The one window: how it looks before the screens are there, and what happens when it closes. */
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { startPage } from './addresses.ts';
import { windowPreferences } from './security/window-preferences.ts';
import type { ShellWords } from './words.ts';

/** Smallest size at which no screen is cut off. */
const smallest = { width: 1024, height: 700 };
const usual = { width: 1366, height: 768 };

interface WindowOptions {
  readonly preload: string;
  readonly allowDeveloperTools: boolean;
  /** The words in the language of the moment. */
  readonly words: () => ShellWords;
}

export function openWindow({ preload, allowDeveloperTools, words }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...usual,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    autoHideMenuBar: true,
    // What shines through until the first paint; the screens' own ground in either scheme.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: windowPreferences(preload, allowDeveloperTools),
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  askBeforeLosingWork(window, words);
  void window.loadURL(startPage);
  return window;
}

/** A form with unsaved changes holds the window back (beforeunload); Electron alone would just not close, silently. */
function askBeforeLosingWork(window: BrowserWindow, words: () => ShellWords): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { unsaved } = words();
    const [stay, leave] = [0, 1];
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: unsaved.question,
      detail: unsaved.detail,
      buttons: [unsaved.stay, unsaved.leave],
      defaultId: stay,
      cancelId: stay,
      noLink: true,
    });
    // Here "prevent" means: let the page go after all.
    if (chosen === leave) event.preventDefault();
  });
}
