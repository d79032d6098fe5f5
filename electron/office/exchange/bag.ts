/**
 * A BagIt bag (RFC 8493) on a stick. It is written under a name that says it is not whole, each file flushed to the
 * device, and gets its real name last; then every file is opened anew, read back and compared with what was meant.
 * Names are ASCII and short, for FAT and exFAT.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openerName } from './bag-opener.ts';
import { signatureName } from './bag-signature.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { nodeFiles } from '../device/device.ts';
import type { HandoverFile } from '#shared/domain/records/handover.ts';

export type BagFile = {
  /** Path below `data/`, with `/`, ASCII. */
  path: string;
  bytes: Uint8Array;
};

export type BagInfo = { 'Bagging-Date': string } & Record<string, string>;

/** The file operations a bag needs; a test gives ones that fail. */
export type BagDevice = {
  makeFolder(path: string): Promise<void>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Makes a rename in the folder last, where the system can. */
  flushFolder(path: string): Promise<void>;
};

export type WriteBag = {
  /** The stick's folder. */
  folder: string;
  /** Name of the bag's own folder, ASCII. */
  name: string;
  files: readonly BagFile[];
  info: BagInfo;
  /** Makes the file that vouches for the tag manifest (`bag-signature.ts`); left out, the bag is not signed. */
  sign?: (tagManifest: Uint8Array) => Uint8Array;
  /** The text of the file that opens the bag (`bag-opener.ts`); in neither manifest. */
  opener?: Uint8Array;
  device?: BagDevice;
  /** Enters the bag, when it stands whole, into the giver's register; one that was not entered does not stay. */
  record?: (written: Pick<WrittenBag, 'files' | 'manifest'>) => Promise<Outcome<object>>;
  signal: AbortSignal;
  /** Bytes written and read back so far, of all. */
  onProgress: (done: number, total: number) => void;
};

export type WrittenBag = { path: string; files: HandoverFile[]; manifest: string };

/** Writes the bag and reads it back. Whatever goes wrong, no folder stays that looks like a whole bag. */
export async function writeBag(job: WriteBag): Promise<Outcome<WrittenBag>> {
  const device = job.device ?? disk;
  const whole = join(job.folder, job.name);
  const partial = `${whole}.partial`;
  try {
    if (await device.exists(whole)) return refuse('handover.exists', { name: job.name });
    await device.remove(partial);
    const written = await writeAll(job, device, partial);
    if (!written) {
      await removeQuietly(device, partial);
      return refuse('job.cancelled');
    }
    const same = await readBack(job, device, partial, written);
    if (same !== true) {
      await removeQuietly(device, partial);
      return same === null ? refuse('job.cancelled') : refuse('handover.verifyFailed', { name: job.name });
    }
    // Only what was read back the same gets the name of a whole bag.
    await device.rename(partial, whole);
    await device.flushFolder(job.folder);
    if (!(await device.exists(join(whole, 'bagit.txt')))) return refuse('handover.stickGone');
    const { files, manifest } = written;
    const recorded = (await job.record?.({ files, manifest })) ?? done({});
    if (!recorded.ok) {
      await device.rename(whole, partial);
      await removeQuietly(device, partial);
      return recorded;
    }
    job.onProgress(1, 1);
    return done({ path: whole, files, manifest });
  } catch (error) {
    await removeQuietly(device, partial);
    return refusalOf(error);
  }
}

type Written = { files: HandoverFile[]; manifest: string; tags: BagFile[] };

/** Null when it was cancelled. */
async function writeAll(job: WriteBag, device: BagDevice, root: string): Promise<Written | null> {
  const total = 2 * job.files.reduce((sum, { bytes }) => sum + bytes.length, 0) + 1;
  let bytesWritten = 0;
  const made = new Set<string>();
  const makeFolders = async (path: string): Promise<void> => {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 0; depth <= parts.length; depth += 1) {
      const folder = join(root, ...parts.slice(0, depth));
      if (!made.has(folder)) await device.makeFolder(folder);
      made.add(folder);
    }
  };
  const files: HandoverFile[] = [];
  for (const file of job.files) {
    if (job.signal.aborted) return null;
    const path = `data/${file.path}`;
    await makeFolders(path);
    await device.write(join(root, ...path.split('/')), file.bytes);
    files.push({ path, bytes: file.bytes.length, sha256: sha256(file.bytes) });
    bytesWritten += file.bytes.length;
    job.onProgress(bytesWritten, total);
  }
  const manifest = files.map(({ path, sha256: hash }) => `${hash}  ${path}\n`).join('');
  const octets = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const info = { ...job.info, 'Payload-Oxum': `${String(octets)}.${String(files.length)}` };
  const tags: BagFile[] = [
    { path: 'manifest-sha256.txt', bytes: text(manifest) },
    { path: 'bag-info.txt', bytes: text(tagLines(info)) },
    { path: 'bagit.txt', bytes: text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
  ];
  const tagManifest = tags.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join('');
  const signed = job.sign?.(text(tagManifest));
  if (signed) tags.unshift({ path: signatureName, bytes: signed });
  if (job.opener) tags.unshift({ path: openerName, bytes: job.opener });
  tags.unshift({ path: 'tagmanifest-sha256.txt', bytes: text(tagManifest) });
  if (job.signal.aborted) return null;
  await makeFolders('data/');
  // `bagit.txt` comes last: without it a folder is no bag.
  for (const tag of tags) await device.write(join(root, tag.path), tag.bytes);
  // The files' names must last before the bag's own does.
  for (const folder of [...made].reverse()) await device.flushFolder(folder);
  return { files, manifest: sha256(text(manifest)), tags };
}

/** True when all reads back the same, null when it was cancelled. */
async function readBack(job: WriteBag, device: BagDevice, root: string, written: Written): Promise<boolean | null> {
  const octets = written.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytesRead = 0;
  for (const { path, bytes, sha256: hash } of written.files) {
    if (job.signal.aborted) return null;
    const back = await device.read(join(root, ...path.split('/')));
    if (back.length !== bytes || sha256(back) !== hash) return false;
    bytesRead += bytes;
    job.onProgress(octets + bytesRead, 2 * octets + 1);
  }
  for (const tag of written.tags) {
    const back = await device.read(join(root, tag.path));
    if (sha256(back) !== sha256(tag.bytes)) return false;
  }
  return true;
}

/** `Label: value` lines; a line break in a value would start another tag. */
const tagLines = (info: Record<string, string>): string =>
  Object.entries(info)
    .map(([label, value]) => `${label}: ${value.replace(/[\r\n]+/gu, ' ')}\n`)
    .join('');

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The stick may be gone by now: what cannot be removed keeps the name that says it is not whole. */
async function removeQuietly(device: BagDevice, path: string): Promise<void> {
  await device.remove(path).catch(() => undefined);
}

function refusalOf(error: unknown): ReturnType<typeof refuse> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return refuse('handover.diskFull');
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTCONN':
    case 'EIO':
    case 'ENOTDIR':
      return refuse('handover.stickGone');
    case 'EFBIG':
      return refuse('handover.fileTooLarge');
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return refuse('handover.readOnly');
    case '':
      throw error;
    default:
      return refuse('handover.writeFailed', { reason: code });
  }
}

export const disk: BagDevice = {
  async makeFolder(path) {
    await mkdir(path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  },
  async write(path, bytes) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  read: (path) => readFile(path),
  rename: (from, to) => nodeFiles.rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  exists: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  async flushFolder(path) {
    // Windows cannot open a folder to flush it; there the rename is flushed with the file system's own metadata.
    const folder = await open(path, 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  },
};
