/** Opens the encrypted part of a bag whose files were found whole: the records to merge and the photos they name. */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { ageInThread } from './age-in-thread.ts';
import { bagLimits, readAtMost, type ReadBag } from './read-bag.ts';
import { withTodaysNames } from '../store/first-names.ts';
import { MergeFile, mergeFileName, encryptedName } from './merge-file.ts';
import { mergeFormat, mergeFormats, type BagSigner } from '#shared/domain/records/received-handover.ts';
import { fingerprintOf } from '../access/signing-key.ts';
import { largestPhotoBytes } from '../store/photos.ts';
import { sumOf } from '../store/checksum.ts';
import { systemCode } from '../device/files.ts';
import type { JobControl } from '../context/jobs.ts';

export type OpenedBag = { file: MergeFile; photos: ReadonlyMap<string, Uint8Array> };

const largestMergeFile = 1024 ** 3;
const mostEntries = 1_000_000;

/**
 * What the encrypted part asks for: a passphrase, or the key of the office that it is meant for. Read from its first lines,
 * and trusted no further: what does not open does not open. Refuses with `handover.nothingToMerge` or
 * `handover.stickGone`.
 */
export async function encryptOf(bag: ReadBag): Promise<Outcome<'passphrase' | 'key'>> {
  if (!bag.files.some(({ path }) => path === encryptedName)) return refuse('handover.nothingToMerge');
  try {
    const file = await open(join(bag.root, ...encryptedName.split('/')), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      const start = buffer.toString('latin1', 0, bytesRead);
      return done(start.startsWith('age-encryption.org/v1\n-> X25519 ') ? 'key' : 'passphrase');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return refuse('handover.stickGone');
  }
}

/**
 * Refuses with `handover.nothingToMerge` (no encrypted register, or one of an older kind), `handover.wrongPassphrase`,
 * `handover.notForThisKey`, `handover.newer`, `handover.inconsistent`, `handover.stickGone` or `job.cancelled`.
 */
export async function openBag(
  bag: ReadBag,
  by: { passphrase: string } | { identity: string },
  workerFile: string,
  { signal, progress }: JobControl,
): Promise<Outcome<OpenedBag>> {
  const listed = bag.files.find(({ path }) => path === encryptedName);
  if (!listed) return refuse('handover.nothingToMerge');
  let encrypted: Buffer;
  try {
    encrypted = await readAtMost(join(bag.root, ...encryptedName.split('/')), bagLimits.fileBytes);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return refuse('handover.stickGone');
  }
  // The stick may hold another file by now.
  if (sumOf(encrypted) !== listed.sha256) return refuse('handover.altered', { file: encryptedName });
  const archive = await ageInThread(workerFile, { kind: 'open', bytes: encrypted, by }, signal);
  if (!archive.ok) return archive;
  const parts = await unpack(Buffer.from(archive.value), signal, progress);
  if (!parts.ok) return parts;
  const file = readMergeFile(parts.value.get(mergeFileName), bag.signer);
  if (!file.ok) return file;
  const photos = new Map<string, Uint8Array>();
  for (const [path, bytes] of parts.value) {
    const hash = photoHash(path);
    if (hash !== null && sumOf(Buffer.from(bytes)) === hash) photos.set(hash, bytes);
  }
  return done({ file: file.value, photos });
}

function readMergeFile(bytes: Uint8Array | undefined, signer: BagSigner): Outcome<MergeFile> {
  if (!bytes) return refuse('handover.nothingToMerge');
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return refuse('handover.inconsistent', { reason: mergeFileName });
  }
  const format: unknown = content !== null && typeof content === 'object' && 'format' in content && content.format;
  if (!(mergeFormats as readonly unknown[]).includes(format)) {
    return typeof format === 'string' && format.startsWith('observer-accreditation-merge/')
      ? refuse('handover.newer')
      : refuse('handover.inconsistent', { reason: mergeFileName });
  }
  const parsed = MergeFile.safeParse(format === mergeFormat ? content : withTodaysNames(content));
  if (parsed.success)
    return keysHold(parsed.data.bundle, signer)
      ? done(parsed.data)
      : refuse('handover.inconsistent', { reason: 'keys' });
  const where = parsed.error.issues[0]?.path.slice(0, 4).map(String).join('.') ?? '';
  return refuse('handover.inconsistent', { reason: where.slice(0, 80) });
}

/** Every key is called by its own fingerprint, and the one that signed the bag is among them. */
function keysHold({ format, keys }: MergeFile['bundle'], signer: BagSigner): boolean {
  const own = keys.every(({ id, publicKey, fingerprint }) => {
    return fingerprint === fingerprintOf(publicKey) && id === fingerprint.slice(0, 8);
  });
  return own && (format === mergeFormats[0] || keys.some(({ publicKey }) => publicKey === signer.publicKey));
}

const photoHash = (path: string): string | null => /^photos\/([0-9a-f]{64})\.(?:jpg|png)$/u.exec(path)?.[1] ?? null;

/** The parts that are wanted, each no larger than it may be: an archive that unpacks to more than it says is refused. */
function unpack(
  archive: Buffer,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Outcome<Map<string, Uint8Array>>> {
  const damaged = refuse('handover.inconsistent', { reason: 'zip' });
  return new Promise((settle) => {
    fromBuffer(archive, { lazyEntries: true, validateEntrySizes: true }, (error: Error | null, zip) => {
      if (error) {
        settle(damaged);
        return;
      }
      const parts = new Map<string, Uint8Array>();
      let [seen, bytes] = [0, 0];
      const finish = (outcome: Outcome<Map<string, Uint8Array>>) => {
        zip.close();
        settle(outcome);
      };
      zip.on('error', () => {
        finish(damaged);
      });
      zip.on('end', () => {
        finish(done(parts));
      });
      zip.on('entry', (entry: Entry) => {
        seen += 1;
        const { fileName: path, uncompressedSize } = entry;
        const most = path === mergeFileName ? largestMergeFile : photoHash(path) === null ? 0 : largestPhotoBytes;
        if (signal.aborted) {
          finish(refuse('job.cancelled'));
          return;
        }
        progress(seen, Math.max(seen, zip.entryCount));
        if (most === 0) {
          zip.readEntry();
          return;
        }
        bytes += uncompressedSize;
        if (seen > mostEntries || uncompressedSize > most || bytes > bagLimits.allBytes || parts.has(path)) {
          finish(refuse('handover.tooLarge'));
          return;
        }
        void readEntry(zip, entry).then(
          async (part) => {
            parts.set(path, part);
            if (seen % 100 === 0) await nextTurn();
            zip.readEntry();
          },
          () => {
            finish(damaged);
          },
        );
      });
      zip.readEntry();
    });
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((settle, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        fail(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => {
        settle(Buffer.concat(chunks));
      });
    });
  });
}
