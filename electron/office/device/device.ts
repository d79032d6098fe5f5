/** The device's files: those the store needs, and what backups need beyond them. A test gives ones that fail. */
import { readdir, rm } from 'node:fs/promises';
import { plainFiles, systemCode, type Files } from './files.ts';
import { withRetry } from './retrying-files.ts';

export const nodeFiles: Files = withRetry(plainFiles);

export type BackupDevice = Files & {
  /** What is in a folder, in the order of the names; nothing when there is no such folder. */
  list(path: string): Promise<{ name: string; isFolder: boolean }[]>;
  /** With all that is in it; nothing happens when there is no such folder. */
  removeFolder(path: string): Promise<void>;
};

export const backupDevice: BackupDevice = {
  ...nodeFiles,
  async list(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  },
  removeFolder: (path) => rm(path, { recursive: true, force: true, maxRetries: 5 }),
};
