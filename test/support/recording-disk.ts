/**
 * Disks in memory that write down every change made to them, so that any moment can be looked at again: what a process
 * that was killed leaves (all that was asked for so far), and whatever a power cut may leave of it. Nothing counts as kept
 * but what was flushed: of other bytes and names each may be there or not, in any order.
 */
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { BackupDevice } from '../../electron/office/device/device.ts';
import type { FileHandle } from '../../electron/office/device/files.ts';

type FileNode = { now: Buffer; kept: Buffer };
type Entry = FileNode | 'folder';
export type Names = Map<string, Entry>;

type NameChange =
  | { kind: 'put'; folder: string; path: string; entry: Entry }
  | { kind: 'remove'; folder: string; path: string }
  | { kind: 'move'; folder: string; from: string; to: string };

const failure = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code });
const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const moved = (path: string, from: string, to: string) => (isBelow(path, from) ? to + path.slice(from.length) : path);

const withParents = (path: string): string[] => (dirname(path) === path ? [] : [...withParents(dirname(path)), path]);

function carryOut(names: Names, change: NameChange): void {
  switch (change.kind) {
    case 'put':
      // Its folder's own name may be flushed after it.
      names.set(change.path, change.entry);
      return;
    case 'remove':
      for (const path of [...names.keys()]) if (isBelow(path, change.path)) names.delete(path);
      return;
    case 'move': {
      const { from, to } = change;
      const entry = names.get(from);
      // A full folder is never moved over.
      if (entry === undefined || (entry === 'folder' && [...names.keys()].some((path) => isBelow(path, to)))) return;
      const all = [...names].filter(([path]) => isBelow(path, from));
      for (const [path] of all) names.delete(path);
      for (const [path, one] of all) names.set(moved(path, from, to), one);
    }
  }
}

export type RecordingDisk = {
  device: BackupDevice;
  /** Changes asked for so far. */
  readonly operations: number;
  /** Called before each change with its number from 0 and the path; what it throws is what the system says. */
  before: (operation: number, path: string) => void;
  /** Called after each change, when a crash would find what it left. */
  after: (() => void) | null;
  /** What a process that is killed now leaves. */
  afterKill(): RecordingDisk;
  /** Every disk that a power cut at this moment may leave, each once; at most `most` of them, spread evenly. */
  afterPowerCuts(most?: number): Generator<RecordingDisk>;
  /** Two disks with the same are the same. */
  fingerprint(): string;
  names: Names;
};

/** `folders`: those that are there from the beginning. */
export function recordingDisk(folders: readonly string[], found?: Names): RecordingDisk {
  const names: Names = found ?? new Map<string, Entry>(folders.flatMap(withParents).map((path) => [path, 'folder']));
  const kept: Names = new Map(names);
  let unkept: NameChange[] = [];

  const disk: RecordingDisk = {
    device: {} as BackupDevice,
    operations: 0,
    before: () => undefined,
    after: null,
    names,
    afterKill: () =>
      recordingDisk(
        [],
        copied(names, ({ now }) => now),
      ),
    *afterPowerCuts(most = 40) {
      const all = [...states(kept, unkept)];
      const step = Math.max(1, all.length / most);
      for (let at = 0; at < all.length; at += step) {
        const state = all[Math.floor(at)];
        if (state) yield recordingDisk([], state);
      }
    },
    fingerprint: () => fingerprintOf(names),
  };
  const counted = disk as { operations: number };

  function change<T>(path: string, work: () => T): Promise<T> {
    try {
      disk.before(counted.operations, path);
      counted.operations += 1;
      const result = work();
      disk.after?.();
      return Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
  function rename(nameChange: NameChange): void {
    carryOut(names, nameChange);
    unkept.push({ ...nameChange });
    if (nameChange.kind !== 'move') return;
    const { from, to } = nameChange;
    for (const earlier of unkept.slice(0, -1)) earlier.folder = moved(earlier.folder, from, to);
  }
  function create(path: string): FileNode {
    const folder = dirname(path);
    if (names.get(folder) !== 'folder') throw failure('ENOENT', path);
    const entry = { now: Buffer.alloc(0), kept: Buffer.alloc(0) };
    rename({ kind: 'put', folder, path, entry });
    return entry;
  }
  const fileAt = (path: string): FileNode | null => {
    const entry = names.get(path);
    if (entry === 'folder') throw failure('EISDIR', path);
    return entry ?? null;
  };
  const handle = (path: string, file: FileNode, start: number): FileHandle => {
    let place = start;
    return {
      append: (bytes) =>
        change(path, () => {
          const after = file.now.subarray(place + bytes.length);
          file.now = Buffer.concat([file.now.subarray(0, place), bytes, after]);
          place += bytes.length;
        }),
      sync: () =>
        change(path, () => {
          file.kept = file.now;
        }),
      truncate: (length) =>
        change(path, () => {
          file.now = file.now.subarray(0, length);
          place = length;
        }),
      close: () => Promise.resolve(),
    };
  };

  disk.device = {
    openBehind: (path, length) => change(path, () => handle(path, fileAt(path) ?? create(path), length)),
    openNew: (path) =>
      change(path, () => {
        const file = fileAt(path) ?? create(path);
        file.now = Buffer.alloc(0);
        return handle(path, file, 0);
      }),
    read: (path) => Promise.resolve().then(() => fileAt(path)?.now ?? null),
    async *pieces(path, from = 0, to = Number.POSITIVE_INFINITY) {
      const bytes = await Promise.resolve(fileAt(path)?.now.subarray(from, to));
      if (bytes && bytes.length > 0) yield Buffer.from(bytes);
    },
    rename: (from, to) =>
      change(from, () => {
        if (!names.has(from)) throw failure('ENOENT', from);
        const isFull = names.get(from) === 'folder' && [...names.keys()].some((path) => path.startsWith(`${to}/`));
        if (isFull) throw failure('ENOTEMPTY', to);
        rename({ kind: 'move', folder: dirname(to), from, to });
      }),
    remove: (path) =>
      change(path, () => {
        if (names.has(path)) rename({ kind: 'remove', folder: dirname(path), path });
      }),
    removeFolder: (path) =>
      change(path, () => {
        if (names.has(path)) rename({ kind: 'remove', folder: dirname(path), path });
      }),
    size: (path) => {
      const entry = names.get(path);
      return Promise.resolve(entry === undefined ? null : entry === 'folder' ? 4096 : entry.now.length);
    },
    makeFolder: async (path) => {
      const missing: string[] = [];
      for (let at = path; !names.has(at); at = dirname(at)) missing.unshift(at);
      for (const folder of missing) {
        await change(folder, () => {
          rename({ kind: 'put', folder: dirname(folder), path: folder, entry: 'folder' });
        });
      }
    },
    syncFolder: (path) =>
      change(path, () => {
        const flushed = unkept.filter(({ folder }) => folder === path);
        unkept = unkept.filter(({ folder }) => folder !== path);
        for (const one of flushed) {
          carryOut(kept, one);
          if (one.kind === 'move') unkept = unkept.map((other) => repathed(other, one.from, one.to));
        }
      }),
    list: (path) =>
      Promise.resolve(
        [...names]
          .filter(([one]) => one !== path && dirname(one) === path)
          .map(([one, entry]) => ({ name: basename(one), isFolder: entry === 'folder' }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
  };
  return disk;
}

function repathed(change: NameChange, from: string, to: string): NameChange {
  return change.kind === 'move'
    ? { ...change, from: moved(change.from, from, to), to: moved(change.to, from, to) }
    : { ...change, path: moved(change.path, from, to) };
}

function copied(names: Names, bytesOf: (file: FileNode) => Buffer): Names {
  const files = new Map<FileNode, FileNode>();
  return new Map(
    [...names].map(([path, entry]): [string, Entry] => {
      if (entry === 'folder') return [path, entry];
      const bytes = bytesOf(entry);
      const file = files.get(entry) ?? { now: bytes, kept: bytes };
      files.set(entry, file);
      return [path, file];
    }),
  );
}

/** Which of the names' changes that were not flushed are there: all choices of a few; of many, the likelier ones. */
function* choices(count: number): Generator<(index: number) => boolean> {
  if (count <= 5) {
    for (let bits = 0; bits < 2 ** count; bits += 1) yield (index) => (bits & (1 << index)) !== 0;
    return;
  }
  for (let length = 0; length <= count; length += 1) yield (index) => index < length;
  for (let only = 0; only < count; only += 1) {
    yield (index) => index !== only;
    yield (index) => index === only;
  }
}

function* states(kept: Names, unkept: readonly NameChange[]): Generator<Names> {
  const seen = new Set<string>();
  for (const isThere of choices(unkept.length)) {
    const names: Names = new Map(kept);
    let changes = [...unkept];
    for (let index = 0; index < changes.length; index += 1) {
      const one = changes[index];
      if (!one || !isThere(index)) continue;
      // A folder whose move is there has its later changes under the new name, and its earlier ones went along.
      carryOut(names, one);
      if (one.kind === 'move') {
        const { from, to } = one;
        changes = changes.map((other, at) => (at > index ? other : repathed(other, from, to)));
      }
    }
    for (const path of [...names.keys()]) if (!hasFolder(names, path)) names.delete(path);
    const dirty = [...new Set([...names.values()])].filter(
      (entry): entry is FileNode => entry !== 'folder' && !entry.now.equals(entry.kept),
    );
    for (const lostOf of contentsLeft(dirty)) {
      const state = copied(names, lostOf);
      const print = fingerprintOf(state);
      if (seen.has(print)) continue;
      seen.add(print);
      yield state;
    }
  }
}

/** A root is there by itself; anything else needs every folder above it. */
function hasFolder(names: Names, path: string): boolean {
  const parent = dirname(path);
  return parent === '/' || parent === path || (names.get(parent) === 'folder' && hasFolder(names, parent));
}

/** One file after the other in every way, the others flushed by luck or not at all. */
function* contentsLeft(dirty: readonly FileNode[]): Generator<(file: FileNode) => Buffer> {
  yield ({ now }) => now;
  yield ({ kept }) => kept;
  for (const one of dirty) {
    for (const left of remains(one)) {
      yield (file) => (file === one ? left : file.now);
      yield (file) => (file === one ? left : file.kept);
    }
  }
}

const sectorBytes = 512;
const mostCuts = 6;

/** Torn at any byte or sector, or grown with sectors that never came and read as zeros. */
function* remains({ now, kept }: FileNode): Generator<Buffer> {
  const [shorter, longer] = now.length < kept.length ? [now.length, kept.length] : [kept.length, now.length];
  const whole = now.length < kept.length ? kept : now;
  const sectors: number[] = [];
  for (let at = shorter - (shorter % sectorBytes); at < longer; at += sectorBytes) sectors.push(Math.max(at, shorter));
  const few = sectors.filter((_, index) => index % Math.ceil(sectors.length / mostCuts) === 0);
  const cuts = new Set([shorter + 1, Math.floor((shorter + longer) / 2), longer - 1, ...few]);
  for (const cut of cuts) if (cut > shorter && cut < longer) yield whole.subarray(0, cut);
  if (now.length <= kept.length) {
    if (now.length === kept.length)
      yield Buffer.concat([now.subarray(0, now.length >> 1), kept.subarray(now.length >> 1)]);
    return;
  }
  yield Buffer.concat([now.subarray(0, shorter), Buffer.alloc(longer - shorter)]);
  for (const at of few) {
    const end = Math.min(longer, at - (at % sectorBytes) + sectorBytes);
    const lost = Buffer.from(now);
    lost.fill(0, at, end);
    yield lost;
  }
}

const sums = new WeakMap<Buffer, string>();
function fingerprintOf(names: Names): string {
  const hash = createHash('sha256');
  for (const [path, entry] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(path);
    if (entry === 'folder') continue;
    let sum = sums.get(entry.now);
    if (sum === undefined) sums.set(entry.now, (sum = createHash('sha256').update(entry.now).digest('hex')));
    hash.update(sum);
  }
  return hash.digest('hex');
}
