/**
 * One office put in the place of another, which is kept beside it. A marker says where it went, so that an exchange that a
 * power cut stopped half-way is undone at the next start.
 */
import { join } from 'node:path';
import { writeWhole } from '../device/atomic-write.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';

const markerName = 'restoring.json';

export type ExchangePlaces = {
  /** Holds the office and what is made beside it. */
  folder: string;
  /** Folder of the office here. */
  own: string;
  files: BackupDevice;
};

/** Puts the office in `half` in the place of the one here; answers where that is kept, null when there was none. */
export async function exchangeOffices(
  { folder, own, files }: ExchangePlaces,
  half: string,
  at: Date,
): Promise<string | null> {
  if ((await files.size(own)) === null) {
    await files.rename(half, own);
    await files.syncFolder(folder);
    return null;
  }
  const kept = await freePlace(folder, files, `office-before-${at.toISOString().slice(0, 19).replaceAll(':', '-')}`);
  const marker = join(folder, markerName);
  // Whole on the device before anything is moved: it alone tells the next start where the office went.
  await writeWhole(files, marker, () => JSON.stringify({ kept }));
  await files.rename(own, kept);
  try {
    await files.rename(half, own);
  } catch (error) {
    await files.rename(kept, own);
    await files.syncFolder(folder);
    await files.remove(marker);
    throw error;
  }
  await files.syncFolder(folder);
  await files.remove(marker);
  return kept;
}

/** A clock that was set back may name a moment twice. */
async function freePlace(folder: string, files: BackupDevice, name: string): Promise<string> {
  let place = join(folder, name);
  for (let other = 2; (await files.size(place)) !== null; other += 1) place = join(folder, `${name}-${String(other)}`);
  return place;
}

/**
 * Undoes an exchange that a power cut stopped half-way: the office that was moved aside comes back. If that cannot be
 * done now, the next start tries again.
 */
export async function undoHalfExchange(folder: string, own: string, files: BackupDevice = backupDevice): Promise<void> {
  const marker = join(folder, markerName);
  const text = (await files.read(marker))?.toString('utf8') ?? null;
  if (text === null) return;
  const kept = readMarker(text);
  if (kept !== null && (await files.size(own)) === null && (await files.size(kept)) !== null) {
    await files.rename(kept, own);
    await files.syncFolder(folder);
  }
  await files.remove(marker);
}

function readMarker(text: string): string | null {
  try {
    const { kept } = JSON.parse(text) as { kept?: unknown };
    return typeof kept === 'string' ? kept : null;
  } catch {
    return null;
  }
}
