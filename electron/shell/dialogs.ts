/** The system's file dialogs, which belong to the window. All words come from the office; a path of null means "thought better of it". */
import { type BrowserWindow, dialog } from 'electron';
import type { Dialogs } from '../office/context/ports.ts';

export function makeDialogs(currentWindow: () => BrowserWindow | null): Dialogs {
  const open = async (options: Electron.OpenDialogOptions): Promise<string | null> => {
    const window = currentWindow();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  return {
    openFile: ({ title, filters }) => open({ title, filters, properties: ['openFile', 'dontAddToRecent'] }),
    chooseFolder: ({ title }) => open({ title, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }),
    saveFile: async ({ title, name, filters }) => {
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: name,
        filters,
        properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
      };
      const window = currentWindow();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
