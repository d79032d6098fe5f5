/** This laptop's preferences: convenience, not record. A damaged file is as good as none. */
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Preferences } from '../../shared/contract/lobby.ts';

const byDefault: Preferences = {
  language: null,
  colourScheme: 'auto',
  eventId: null,
  documentLanguages: ['ky', 'ru', 'en'],
};

export type PreferenceStore = {
  get(): Preferences;
  set(change: { [K in keyof Preferences]?: Preferences[K] | undefined }): Promise<Preferences>;
};

export async function openPreferences(folder: string): Promise<PreferenceStore> {
  const path = join(folder, 'preferences.json');
  let current = await read(path);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get: () => current,
    async set(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      current = Preferences.parse({ ...current, ...given });
      const text = JSON.stringify(current, null, 2);
      const turn = writing.then(() => write(path, text));
      writing = turn;
      await turn;
      return current;
    },
  };
}

async function read(path: string): Promise<Preferences> {
  try {
    return Preferences.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return byDefault;
  }
}

/** A preference that cannot be kept (full disk, read-only folder) must not stop the work. */
async function write(path: string, text: string): Promise<void> {
  try {
    const partial = `${path}.partial`;
    const file = await open(partial, 'w');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch {
    return;
  }
}
