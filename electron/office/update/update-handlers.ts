/** Updating from a stick: the file is checked, the office backed up, the installer copied and checked again, and started. */
import { randomBytes, type KeyObject } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '#locales/index.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { OperationName, Output, ParsedInput } from '#shared/contract/index.ts';
import type { updateOperations } from '#shared/contract/update.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { JobControl, Jobs } from '../context/jobs.ts';
import type { Ports } from '../context/ports.ts';
import { isDiskFull, systemCode } from '../device/files.ts';
import { fingerprintOf } from './publisher-key.ts';
import { readInstaller, readUpdate, updateExtension, type Installation, type ReadUpdate } from './update-file.ts';

export const updateFolderName = 'update';

export type UpdateOptions = {
  /** The data folder: the installer is copied below it, where this account alone can write. */
  folder: string;
  ports: Ports;
  jobs: Jobs;
  /** Null in a build without a publisher's key. */
  key: KeyObject | null;
  here: Installation;
  /**
   * The backup that must be made before: `none` when there is no office here to lose; refused when an office is here that
   * is not open, or whose backup fails.
   */
  backUp: ((control: JobControl) => Promise<Outcome<Record<string, never>>>) | 'none';
};

export type UpdateOperation = Extract<OperationName, keyof typeof updateOperations>;
export type UpdateHandlers = {
  [N in UpdateOperation]: (input: ParsedInput<N>) => Promise<Outcome<Output<N>>> | Outcome<Output<N>>;
};

type Offered = { id: Id; path: string; read: ReadUpdate };

/** `options` is asked anew for every call: another office may be open by then. */
export function updateHandlers(options: () => Promise<UpdateOptions>): UpdateHandlers {
  let offered: Offered | null = null;

  return {
    'update.choose': async ({ language, job }) => {
      const { ports, jobs, key, here, backUp } = await options();
      offered = null;
      if (!key) return refuse('update.noKey');
      if (here.kind === null) return refuse('update.notInstalled');
      const words = locales[language].update;
      const path = await ports.dialogs.openFile({
        title: words.choose,
        filters: [{ name: words.file, extensions: [updateExtension] }],
      });
      if (!path) return done({ offer: null });
      const read = await readUpdate(path, key, here);
      if (!read.ok) return read;
      const { manifest } = read.value;
      const whole = await jobs.run(job, ({ signal, progress }) => {
        let bytes = 0;
        const count = (piece: Buffer): Promise<void> => {
          progress((bytes += piece.length), manifest.bytes);
          return Promise.resolve();
        };
        return readInstaller(path, read.value, count, signal);
      });
      if (!whole.ok) return whole;
      offered = { id: randomBytes(12).toString('hex'), path, read: read.value };
      const { version, kind, architecture, bytes, made } = manifest;
      return done({
        offer: {
          ...{ id: offered.id, version, current: here.version, kind, architecture, bytes, made },
          ...{ fingerprint: fingerprintOf(key), backupFirst: backUp !== 'none' },
        },
      });
    },
    'update.carryOut': async ({ id, job }) => {
      const { folder, ports, jobs, key, here, backUp } = await options();
      if (offered?.id !== id || !key) return refuse('update.gone', { reason: 'ENOENT' });
      const { path, read: known } = offered;
      return jobs.run(job, async (control): Promise<Outcome<Record<string, never>>> => {
        // First of all: whatever the installer does, the office can be brought back.
        if (backUp !== 'none') {
          const made = await backUp(control);
          if (!made.ok) return made;
        }
        // The stick may have been changed meanwhile: its lines are read again, and must be the ones that were shown.
        const read = await readUpdate(path, key, here);
        if (!read.ok) return read;
        if (read.value.manifest.sha256 !== known.manifest.sha256) return refuse('update.damaged');
        const copied = await copyInstaller(join(folder, updateFolderName), path, read.value, control);
        if (!copied.ok) return copied;
        return startInstaller(ports, copied.value, read.value.manifest.kind);
      });
    },
  };
}

/** An empty folder with the installer in it, on the device, read back and found to be what was signed. */
async function copyInstaller(
  folder: string,
  path: string,
  update: ReadUpdate,
  { signal, progress }: JobControl,
): Promise<Outcome<string>> {
  const { manifest } = update;
  const copy = join(folder, manifest.file);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(copy, 'wx', 0o700);
    let bytes = 0;
    const put = async (piece: Buffer): Promise<void> => {
      await file.appendFile(piece);
      progress((bytes += piece.length), 2 * manifest.bytes);
    };
    let copied: Outcome<Record<string, never>>;
    try {
      copied = await readInstaller(path, update, put, signal);
      await file.sync();
    } finally {
      await file.close();
    }
    const count = (piece: Buffer): Promise<void> => {
      progress((bytes += piece.length), 2 * manifest.bytes);
      return Promise.resolve();
    };
    const whole = copied.ok ? await readInstaller(copy, { manifest, start: 0 }, count, signal) : copied;
    if (whole.ok) return done(copy);
    await rm(folder, { recursive: true, force: true });
    return whole;
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return isDiskFull(error) ? refuse('file.diskFull') : refuse('file.notSaved', { reason });
  }
}

async function startInstaller(
  { startInstaller: start }: Ports,
  path: string,
  kind: ReadUpdate['manifest']['kind'],
): Promise<Outcome<Record<string, never>>> {
  if (!start) return refuse('update.notInstalled');
  try {
    await start({ path, kind });
    return done({});
  } catch (error) {
    return refuse('update.notStarted', { reason: systemCode(error) ?? 'EUNKNOWN' });
  }
}
