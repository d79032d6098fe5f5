/**
 * A disk that forgets: what was not flushed when the power is cut may be there, be there in part, read as zeros, or be
 * gone, and a new name that was not flushed with its folder may be gone as well. Chance decides each, harsher than any
 * one file system.
 */
import { dirname } from 'node:path';
import type { FileHandle, Files } from '../../../electron/office/device/files.ts';

/** What a file holds now, and what it held when it was last flushed. */
type Content = { now: Buffer; kept: Buffer };
type NameChange = { folder: string; apply: (names: Map<string, Content>) => void };

export type ForgetfulDisk = {
  files: Files;
  /** The operation with this number (from 0) and all after it fail: the power is gone. */
  cutAt(operation: number): void;
  /** The disk as it is found when the power is back; `chance` gives numbers from 0 up to 1. */
  afterCut(chance: () => number): ForgetfulDisk;
  /** Operations so far that change something. */
  readonly operations: number;
};

const sectorBytes = 512;
const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

export function forgetfulDisk(found = new Map<string, Content>()): ForgetfulDisk {
  const names = new Map(found);
  const keptNames = new Map(found);
  let unkept: NameChange[] = [];
  let operations = 0;
  let cut = Number.POSITIVE_INFINITY;

  const change = (): void => {
    operations += 1;
    if (operations > cut) throw Object.assign(new Error('EIO: no power'), { code: 'EIO' });
  };
  const rename = (folder: string, apply: NameChange['apply']): void => {
    apply(names);
    unkept.push({ folder, apply });
  };
  const create = (path: string): Content => {
    const content = { now: Buffer.alloc(0), kept: Buffer.alloc(0) };
    rename(dirname(path), (all) => all.set(path, content));
    return content;
  };
  const handle = (content: Content, start: number): FileHandle => {
    let place = start;
    return {
      append: (bytes) =>
        attempt(() => {
          const upTo = operations === cut ? Math.ceil(bytes.length / 2) : bytes.length;
          content.now = Buffer.concat([content.now.subarray(0, place), bytes.subarray(0, upTo)]);
          change();
          place += bytes.length;
        }),
      sync: () =>
        attempt(() => {
          change();
          content.kept = content.now;
        }),
      truncate: (length) =>
        attempt(() => {
          change();
          content.now = content.now.subarray(0, length);
          place = length;
        }),
      close: () => Promise.resolve(),
    };
  };

  const files: Files = {
    openBehind: (path, length) =>
      attempt(() => {
        change();
        return handle(names.get(path) ?? create(path), length);
      }),
    openNew: (path) =>
      attempt(() => {
        change();
        return handle(create(path), 0);
      }),
    read: (path) => Promise.resolve(names.get(path)?.now ?? null),
    async *pieces(path, from, to) {
      yield await Promise.resolve(names.get(path)?.now.subarray(from, to) ?? Buffer.alloc(0));
    },
    rename: (from, to) =>
      attempt(() => {
        change();
        if (!names.has(from)) throw missing(from);
        rename(dirname(to), (all) => {
          const content = all.get(from);
          if (!content) return;
          all.delete(from);
          all.set(to, content);
        });
      }),
    remove: (path) =>
      attempt(() => {
        change();
        rename(dirname(path), (all) => all.delete(path));
      }),
    size: (path) => Promise.resolve(names.get(path)?.now.length ?? null),
    makeFolder: () => Promise.resolve(),
    syncFolder: (path) =>
      attempt(() => {
        change();
        for (const { folder, apply } of unkept) if (folder === path) apply(keptNames);
        unkept = unkept.filter(({ folder }) => folder !== path);
      }),
  };

  return {
    files,
    cutAt(operation) {
      cut = operation;
    },
    get operations() {
      return operations;
    },
    afterCut(chance) {
      const after = new Map(keptNames);
      for (const { apply } of unkept) if (chance() < 0.5) apply(after);
      const contents = new Map<string, Content>();
      for (const [path, content] of after) {
        const bytes = whatIsLeft(content, chance);
        contents.set(path, { now: bytes, kept: bytes });
      }
      return forgetfulDisk(contents);
    },
  };
}

const attempt = async <T>(work: () => T): Promise<T> => Promise.resolve(work());

/** What was flushed, and of what was not each sector or zeros; the file's length is flushed apart from its bytes. */
function whatIsLeft({ now, kept }: Content, chance: () => number): Buffer {
  const [shorter, longer] = now.length < kept.length ? [now.length, kept.length] : [kept.length, now.length];
  const sometimes = chance();
  const length =
    sometimes < 0.3 ? shorter : sometimes < 0.6 ? longer : Math.round(shorter + (longer - shorter) * chance());
  const left = Buffer.alloc(length);
  for (let start = 0; start < length;) {
    const end = Math.min(length, start - (start % sectorBytes) + sectorBytes);
    const from = chance() < 0.5 ? now : kept;
    if (start < from.length) from.copy(left, start, start, end);
    start = end;
  }
  return left;
}
