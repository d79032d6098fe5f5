/**
 * The name under which this laptop's changes are counted (`shared/domain/records/version-vector.ts`). It lies beside the journal and is
 * in no backup, and it is good in this folder on this computer alone: an office brought back from a backup, or carried to
 * another computer as a folder, goes on under a new name, so that no count is given twice.
 */
import { createHash, randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Id } from '#shared/domain/base/primitives.ts';
import { nodeFiles } from '../device/device.ts';
import type { Files } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';

export const replicaFileName = 'laptop.json';

/** The file keeps its first name, and so does the identifier in it. */
const ReplicaFile = z.strictObject({ laptop: Id, place: z.string() });

/** The name kept here, or a new one; kept or not, it is the name as long as the office is open. */
export async function openReplicaId(folder: string, files: Files = nodeFiles): Promise<Id> {
  const path = join(folder, replicaFileName);
  const place = await placeOf(folder);
  try {
    const kept = ReplicaFile.parse(JSON.parse((await files.read(path))?.toString('utf8') ?? ''));
    if (kept.place === place) return kept.laptop;
  } catch {
    // None yet, or none that can be read: a new name costs nothing.
  }
  const replicaId = `l${randomBytes(6).toString('hex')}`;
  await writeWhole(files, path, () => `${JSON.stringify({ laptop: replicaId, place })}\n`).catch(() => undefined);
  return replicaId;
}

/** A sum of the computer's name and the folder: it tells nobody either of them. */
async function placeOf(folder: string): Promise<string> {
  const whole = await realpath(folder).catch(() => folder);
  return createHash('sha256').update(`${hostname()}|${whole}`).digest('hex').slice(0, 16);
}
