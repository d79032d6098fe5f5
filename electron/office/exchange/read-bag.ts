/**
 * Reads a bag that somebody brought, trusting nothing of it: its structure (RFC 8493), its names, its sizes, the sum of
 * every file and the signature over all of them. No link is followed, nothing outside the folder is opened, and nothing
 * in it is written or run.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { done, refuse, type Outcome, type Refused } from '#shared/domain/base/refusals.ts';
import { openerName, shownName } from './bag-opener.ts';
import { readSignature, signatureName } from './bag-signature.ts';
import { systemCode } from '../device/files.ts';
import type { BagSigner } from '#shared/domain/records/received-handover.ts';
import type { HandoverFile } from '#shared/domain/records/handover.ts';
import type { JobControl } from '../context/jobs.ts';

export type ReadBag = {
  /** The bag's folder. */
  root: string;
  name: string;
  files: HandoverFile[];
  /** SHA-256 of the manifest. */
  manifest: string;
  signer: BagSigner;
};

/** Far more than a handover has. */
export const bagLimits = {
  entries: 5_000,
  depth: 4,
  fileBytes: 2 * 1024 ** 3 - 1,
  allBytes: 4 * 1024 ** 3,
  tagBytes: 4 * 1024 ** 2,
};

const mark = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const tagNames = ['manifest-sha256.txt', 'bag-info.txt', 'bagit.txt'];
const rootNames = new Set([...tagNames, 'tagmanifest-sha256.txt', signatureName, openerName]);
/** What systems leave in folders that were only looked at. */
const leavings = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/iu;
const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/u;
/** Names that Windows gives to devices: a file of such a name cannot be opened as a file there. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/iu;

const isSafe = (name: string): boolean =>
  safeName.test(name) && !deviceName.test(name) && !name.endsWith('.') && !name.includes('..');

/**
 * Refuses with `handover.notABag`, `handover.hostileName`, `handover.tooLarge`, `handover.notWhole`, `handover.altered`,
 * `handover.notSigned`, `handover.badSignature`, `handover.stickGone` or `job.cancelled`.
 */
export async function readBag(root: string, { signal, progress }: JobControl): Promise<Outcome<ReadBag>> {
  try {
    const found = await walk(root);
    if (!found.ok) return found;
    const tags = await readTags(root, found.value);
    if (!tags.ok) return tags;
    const { listed, manifest, signer } = tags.value;
    const payload = new Map([...found.value].filter(([path]) => path.startsWith('data/')));
    const strange = [...payload.keys()].find((path) => !listed.has(path));
    const missing = [...listed.keys()].find((path) => !payload.has(path));
    if (strange ?? missing) return refuse('handover.notWhole', { file: strange ?? missing ?? '' });
    const total = [...payload.values()].reduce((sum, bytes) => sum + bytes, 0);
    const files: HandoverFile[] = [];
    let read = 0;
    for (const [path, sha256] of listed) {
      const bytes = payload.get(path) ?? 0;
      const sum = await sumOfFile(join(root, ...path.split('/')), bytes, signal, (more) => {
        read += more;
        progress(read, total);
      });
      if (signal.aborted) return refuse('job.cancelled');
      if (sum !== sha256) return refuse('handover.altered', { file: path });
      files.push({ path, bytes, sha256 });
    }
    return done({ root, name: basename(root), files, manifest, signer });
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return refuse('handover.stickGone');
  }
}

/** Every file with its size, by its path in the bag. */
async function walk(root: string): Promise<Outcome<Map<string, number>>> {
  const files = new Map<string, number>();
  const folded = new Set<string>();
  let [entries, allBytes] = [0, 0];
  const top = await lstat(root).catch(() => null);
  if (!top?.isDirectory()) return refuse('handover.notABag');
  async function look(folder: string, prefix: string, depth: number): Promise<Refused | null> {
    for (const name of await readdir(folder)) {
      entries += 1;
      if (entries > bagLimits.entries) return refuse('handover.tooLarge');
      const path = `${prefix}${name}`;
      const entry = await lstat(join(folder, name));
      if (entry.isFile() && leavings.test(name)) continue;
      if (!isSafe(name) || folded.has(path.toLowerCase()))
        return refuse('handover.hostileName', { file: shownName(path) });
      folded.add(path.toLowerCase());
      if (entry.isDirectory()) {
        if (depth >= bagLimits.depth || (prefix === '' && name !== 'data')) {
          return refuse('handover.hostileName', { file: shownName(path) });
        }
        const wrong = await look(join(folder, name), `${path}/`, depth + 1);
        if (wrong) return wrong;
      } else if (!entry.isFile()) return refuse('handover.hostileName', { file: shownName(path) });
      else {
        if (prefix === '' && !rootNames.has(name)) return refuse('handover.notWhole', { file: shownName(path) });
        allBytes += entry.size;
        const most = prefix === '' ? bagLimits.tagBytes : bagLimits.fileBytes;
        if (entry.size > most || allBytes > bagLimits.allBytes) return refuse('handover.tooLarge');
        files.set(path, entry.size);
      }
    }
    return null;
  }
  // A folder that is no bag at all is said to be none, whatever lies in it.
  const first = await lstat(join(root, 'bagit.txt')).catch(() => null);
  if (!first?.isFile()) return refuse('handover.notABag');
  return (await look(root, '', 0)) ?? done(files);
}

type Tags = { listed: Map<string, string>; manifest: string; signer: BagSigner };

async function readTags(root: string, found: ReadonlyMap<string, number>): Promise<Outcome<Tags>> {
  const absent = ['tagmanifest-sha256.txt', ...tagNames].find((name) => !found.has(name));
  if (absent) return refuse('handover.notWhole', { file: absent });
  const read = (name: string) => readAtMost(join(root, name), bagLimits.tagBytes);
  if ((await read('bagit.txt')).toString('utf8') !== mark) return refuse('handover.notABag');
  if (!found.has(signatureName)) return refuse('handover.notSigned');
  const tagManifest = await read('tagmanifest-sha256.txt');
  const signer = readSignature(await read(signatureName), tagManifest);
  if (!signer) return refuse('handover.badSignature');
  const tagSums = parseManifest(tagManifest.toString('utf8'), (path) => tagNames.includes(path));
  if (!tagSums.ok) return tagSums;
  for (const name of tagNames) {
    const sum = tagSums.value.get(name);
    if (sum === undefined) return refuse('handover.notWhole', { file: name });
    if (sum !== sha256(await read(name))) return refuse('handover.altered', { file: name });
  }
  const manifest = await read('manifest-sha256.txt');
  const isPayload = (path: string) => path.startsWith('data/') && path.split('/').every(isSafe);
  const listed = parseManifest(manifest.toString('utf8'), isPayload);
  return listed.ok ? done({ listed: listed.value, manifest: sha256(manifest), signer }) : listed;
}

/** Lines of a sum, two blanks and a path; each path once. */
function parseManifest(text: string, allowed: (path: string) => boolean): Outcome<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const match = /^([0-9a-f]{64}) {2}(\S+)$/u.exec(line);
    const [, sum, path] = match ?? [];
    if (!sum || !path || !allowed(path) || sums.has(path)) {
      return refuse('handover.hostileName', { file: shownName(path ?? line) });
    }
    sums.set(path, sum);
  }
  return done(sums);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Throws for a file that has grown beyond what it may be. */
export async function readAtMost(path: string, most: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > most) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    const bytes = Buffer.alloc(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}

/** Reads no more than the file had when it was looked at; one that has grown since gets another sum. */
async function sumOfFile(
  path: string,
  bytes: number,
  signal: AbortSignal,
  onRead: (more: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash.digest('hex');
  for await (const piece of createReadStream(path, { end: bytes - 1 })) {
    if (signal.aborted) return '';
    hash.update(piece as Buffer);
    onRead((piece as Buffer).length);
  }
  return hash.digest('hex');
}
