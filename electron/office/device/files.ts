/** The few file operations the store stands on, in one place, so that a test can make any of them fail. */
import { constants } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';

export type FileHandle = {
  /** Writes all of it, behind what was written last. */
  append(bytes: Uint8Array): Promise<void>;
  /** Waits until the device has it. */
  sync(): Promise<void>;
  /** Cuts the file to this many bytes; what is appended next goes there. */
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
};

export type Files = {
  /** Opens a file to go on writing behind its first `length` bytes; makes an empty one where there is none. */
  openBehind(path: string, length: number): Promise<FileHandle>;
  /** An empty file in the place of whatever was there. */
  openNew(path: string): Promise<FileHandle>;
  /** Null when there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /**
   * The bytes from one place up to another in pieces, each good only until the next is asked for; none when there is no
   * such file.
   */
  pieces(path: string, from?: number, to?: number): AsyncIterable<Buffer>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Bytes; null when there is no such file. */
  size(path: string): Promise<number | null>;
  makeFolder(path: string): Promise<void>;
  /** Makes new and changed names in the folder last. */
  syncFolder(path: string): Promise<void>;
};

const pieceBytes = 1024 * 1024;

/** What is kept here is personal data: on a shared computer it is for this account alone. */
const ownFile = 0o600;
const ownFolder = 0o700;

/** The system's code of a failed file operation (`ENOSPC`), or null for an error that is a bug. */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z0-9]+$/u.test(code) ? code : null;
}

export const isDiskFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '');

const unlessMissing = (error: unknown): null => {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
};

/**
 * Writes at a place it keeps itself: a file opened for appending could not be cut again on Windows, where that right
 * excludes every other.
 */
async function handle(path: string, flags: number, start: number): Promise<FileHandle> {
  const file = await open(path, flags, ownFile);
  let place = start;
  return {
    async append(bytes) {
      for (let from = 0; from < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, from, bytes.length - from, place);
        if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
        from += bytesWritten;
        place += bytesWritten;
      }
    },
    sync: () => file.datasync(),
    async truncate(length) {
      await file.truncate(length);
      place = length;
    },
    close: () => file.close(),
  };
}

async function* pieces(path: string, from = 0, to = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch(unlessMissing);
  if (!file) return;
  let next: Promise<Buffer> | null = null;
  try {
    const end = Math.min(to, (await file.stat()).size);
    // Two buffers in turns: a new one for each piece would have the collector walk the whole register again and again.
    const length = Math.max(0, Math.min(pieceBytes, end - from));
    let [reading, other] = [Buffer.allocUnsafeSlow(length), Buffer.allocUnsafeSlow(length)];
    const readAt = async (place: number): Promise<Buffer> => {
      const buffer = reading;
      [reading, other] = [other, reading];
      return buffer.subarray(0, (await file.read(buffer, 0, Math.min(length, end - place), place)).bytesRead);
    };
    next = readAt(from);
    for (let place = from; place < end;) {
      const piece: Buffer = await next;
      if (piece.length === 0) return;
      place += piece.length;
      // The disk reads on while the piece is worked on.
      next = readAt(place);
      next.catch(() => undefined);
      yield piece;
    }
  } finally {
    await next?.catch(() => undefined);
    await file.close();
  }
}

/** Windows cannot open a folder, and NTFS journals its own names; some removable file systems cannot flush one. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await folder.close();
  }
}

/** The file system as Node gives it: nothing is tried again. */
export const plainFiles: Files = {
  openBehind: (path, length) => handle(path, constants.O_RDWR | constants.O_CREAT, length),
  openNew: (path) => handle(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0),
  read: (path) => readFile(path).catch(unlessMissing),
  pieces,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  size: (path) => stat(path).then(({ size }) => size, unlessMissing),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: ownFolder });
  },
  syncFolder,
};
