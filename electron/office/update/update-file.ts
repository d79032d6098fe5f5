/**
 * The update file: three lines and the installer behind them.
 *
 *     observer-accreditation-update 1
 *     {"product":…,"version":…,…,"bytes":…,"sha256":…}
 *     <Ed25519 signature of the two lines above, their line ends included, in Base64>
 *     <the installer, byte by byte>
 */
import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { compareVersions } from '#shared/domain/base/program-version.ts';
import { platformOf, product, UpdateManifest, type InstallationKind } from '#shared/domain/records/update.ts';
import { systemCode } from '../device/files.ts';

export const updateExtension = 'observer-update';
const magic = 'observer-accreditation-update';
const formatVersion = 1;
const firstLine = `${magic} ${String(formatVersion)}\n`;
/** The three lines are far shorter; more is not read of a file that is something else. */
const largestHeader = 8192;

/** The three lines that stand before the installer. */
export function updateHeader(manifest: UpdateManifest, privateKey: KeyObject): Buffer {
  const signed = Buffer.from(`${firstLine}${JSON.stringify(UpdateManifest.parse(manifest))}\n`, 'utf8');
  return Buffer.concat([signed, Buffer.from(`${sign(null, signed, privateKey).toString('base64')}\n`, 'ascii')]);
}

export type ReadUpdate = { manifest: UpdateManifest; /** Where the installer begins, in bytes. */ start: number };

/** What is running: an update must fit it. */
export type Installation = {
  version: string;
  platform: NodeJS.Platform;
  architecture: string;
  /** Null when the program runs from its sources. */
  kind: InstallationKind | null;
};

/**
 * Reads the lines, believes nothing that the publisher did not sign, and refuses what does not belong here:
 * `update.notAFile`, `update.newerFormat`, `update.forged`, `update.otherProduct`, `update.wrongPlatform`,
 * `update.older`, `update.gone`. The installer itself is not read yet.
 */
export async function readUpdate(path: string, key: KeyObject, here: Installation): Promise<Outcome<ReadUpdate>> {
  return withFile(path, async (file) => {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(largestHeader), 0, largestHeader, 0);
    const head = buffer.subarray(0, bytesRead);
    const ends = lineEnds(head, 3);
    const [endOfFirst, endOfSecond, endOfThird] = ends;
    const opening = head.subarray(0, (endOfFirst ?? -1) + 1).toString('latin1');
    if (!opening.startsWith(`${magic} `)) return refuse('update.notAFile');
    if (opening !== firstLine) return refuse('update.newerFormat');
    if (endOfFirst === undefined || endOfSecond === undefined || endOfThird === undefined) {
      return refuse('update.notAFile');
    }
    const written = head.subarray(endOfSecond + 1, endOfThird).toString('latin1');
    const signature = Buffer.from(written, 'base64');
    // Base64 can be written in several ways; only one of them is what the publisher wrote.
    const isPlain = signature.length === 64 && signature.toString('base64') === written;
    if (!isPlain || !verify(null, head.subarray(0, endOfSecond + 1), key, signature)) {
      return refuse('update.forged');
    }
    const manifest = parseManifest(head.subarray(endOfFirst + 1, endOfSecond).toString('utf8'));
    if (!manifest) return refuse('update.newerFormat');
    const start = endOfThird + 1;
    const misfit = misfitOf(manifest, here);
    if (misfit) return misfit;
    return size === start + manifest.bytes ? done({ manifest, start }) : refuse('update.damaged');
  });
}

function misfitOf(manifest: UpdateManifest, here: Installation): Outcome<never> | null {
  if (manifest.product !== product) return refuse('update.otherProduct', { product: manifest.product });
  if (here.kind === null) return refuse('update.notInstalled');
  const fits =
    manifest.platform === here.platform &&
    manifest.platform === platformOf[manifest.kind] &&
    manifest.architecture === here.architecture &&
    manifest.kind === here.kind;
  if (!fits) {
    const given = `${manifest.platform} ${manifest.architecture} ${manifest.kind}`;
    return refuse('update.wrongPlatform', { given, own: `${here.platform} ${here.architecture} ${here.kind}` });
  }
  return compareVersions(manifest.version, here.version) > 0
    ? null
    : refuse('update.older', { version: manifest.version, current: here.version });
}

/**
 * Hands on the installer's bytes while they are summed; refuses with `update.damaged` when they are not what was signed,
 * and with `update.gone` when the stick was pulled out. `take` must have put a piece away when it answers.
 */
export async function readInstaller(
  path: string,
  { manifest, start }: ReadUpdate,
  take: (piece: Buffer) => Promise<void>,
  signal: AbortSignal,
): Promise<Outcome<Record<string, never>>> {
  const sum = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { start, highWaterMark: 1024 * 1024 })) {
      if (signal.aborted) return refuse('job.cancelled');
      const piece = chunk as Buffer;
      bytes += piece.length;
      if (bytes > manifest.bytes) return refuse('update.damaged');
      sum.update(piece);
      await take(piece);
    }
  } catch (error) {
    return unreadable(error);
  }
  return bytes === manifest.bytes && sum.digest('hex') === manifest.sha256 ? done({}) : refuse('update.damaged');
}

function parseManifest(line: string): UpdateManifest | null {
  try {
    return UpdateManifest.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Where the first lines end. */
function lineEnds(bytes: Buffer, count: number): number[] {
  const ends: number[] = [];
  for (let from = 0; ends.length < count;) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0) break;
    ends.push(end);
    from = end + 1;
  }
  return ends;
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    const file = await open(path, 'r');
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): Outcome<never> {
  const reason = systemCode(error);
  if (reason === null) throw error;
  return refuse('update.gone', { reason });
}
