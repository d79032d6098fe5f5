/** This laptop's preferences: convenience, not record. A damaged file is as good as none. */
import { join } from 'node:path';
import { Preferences } from '#shared/contract/entry.ts';
import { nodeFiles } from '../device/device.ts';
import type { Files } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';
import { preferencesWithTodaysNames } from '../store/first-names.ts';

const byDefault: Preferences = {
  language: null,
  colourScheme: 'auto',
  electionId: null,
  documentLanguages: ['ky', 'ru', 'en'],
};

export type PreferenceStore = {
  get(): Preferences;
  set(change: { [K in keyof Preferences]?: Preferences[K] | undefined }): Promise<Preferences>;
};

export async function openPreferences(folder: string, files: Files = nodeFiles): Promise<PreferenceStore> {
  const path = join(folder, 'preferences.json');
  let current = await read(files, path);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get: () => current,
    async set(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      current = Preferences.parse({ ...current, ...given });
      const text = JSON.stringify(current, null, 2);
      const turn = writing.then(() => write(files, path, text));
      writing = turn;
      await turn;
      return current;
    },
  };
}

async function read(files: Files, path: string): Promise<Preferences> {
  try {
    const kept: unknown = JSON.parse((await files.read(path))?.toString('utf8') ?? '');
    return Preferences.parse(preferencesWithTodaysNames(kept));
  } catch {
    return byDefault;
  }
}

/** A preference that cannot be kept (full disk, read-only folder) must not stop the work. */
async function write(files: Files, path: string, text: string): Promise<void> {
  await writeWhole(files, path, () => text).catch(() => undefined);
}
