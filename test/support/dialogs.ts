/** Answers the system's file dialogs in a test, where nobody can click them. */
import type { ElectronApplication } from '@playwright/test';

export interface DialogAnswers {
  /** The file chosen to be opened; null when the clerk cancels. */
  readonly openFile?: string | null;
  /** Where a file is to be saved. */
  readonly saveFile?: string | null;
  readonly folder?: string | null;
}

/** From now on every file dialog is answered so; one that has no answer here is cancelled. */
export async function answerDialogs(electron: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await electron.evaluate(({ dialog }, given) => {
    const chosen = (path: string | null | undefined) => ({
      canceled: path == null,
      filePaths: path == null ? [] : [path],
    });
    dialog.showOpenDialog = (...args: unknown[]) => {
      const options = args.at(-1) as Electron.OpenDialogOptions;
      const wantsFolder = options.properties?.includes('openDirectory') ?? false;
      return Promise.resolve(chosen(wantsFolder ? given.folder : given.openFile));
    };
    dialog.showSaveDialog = () => {
      const path = given.saveFile ?? '';
      return Promise.resolve({ canceled: path === '', filePath: path });
    };
  }, answers);
}
