/** The few file operations the store stands on, in one place, so that a test can make any of them fail. */
import { mkdir, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';

export type FileHandle = {
  /** Writes at the end. */
  append(bytes: Uint8Array): Promise<void>;
  /** Waits until the device has it. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
};

export type Files = {
  openAppend(path: string): Promise<FileHandle>;
  openNew(path: string): Promise<FileHandle>;
  read(path: string): Promise<Buffer | null>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  truncate(path: string, length: number): Promise<void>;
  size(path: string): Promise<number | null>;
  makeFolder(path: string): Promise<void>;
  /** Makes new names in the folder last. */
  syncFolder(path: string): Promise<void>;
};

const handle = async (path: string, flags: string): Promise<FileHandle> => {
  const file = await open(path, flags);
  return {
    append: async (bytes) => {
      let written = 0;
      while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
    },
    sync: () => file.datasync(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
};

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const nodeFiles: Files = {
  openAppend: (path) => handle(path, 'a'),
  openNew: (path) => handle(path, 'w'),
  read: (path) =>
    readFile(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  truncate: (path, length) => truncate(path, length),
  size: (path) =>
    stat(path).then(
      ({ size }) => size,
      () => null,
    ),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  syncFolder: async (path) => {
    // Windows cannot open a folder; NTFS journals its own names.
    const folder = await open(path, 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  },
};
