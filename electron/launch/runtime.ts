/** Which Electron runs the application on this machine. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { developmentRuntime } from './development-runtime.ts';
import { lockedElectronVersion, officialRuntime } from './official-runtime.ts';
import { say } from './project.ts';

export interface Runtime {
  readonly kind: 'official' | 'development';
  readonly executable: string;
}

/** Downloads are kept here for every clone on the machine; OBSERVER_RUNTIME_CACHE names another folder. */
const cacheFolder = process.env.OBSERVER_RUNTIME_CACHE ?? join(homedir(), '.cache', 'observer-accreditation');

/**
 * The official binary where it can be had, else the development runtime, said in one line. OBSERVER_RUNTIME=development
 * asks for the development runtime at once. Null when there is neither, also said in one line.
 */
export async function findRuntime(): Promise<Runtime | null> {
  const asked = process.env.OBSERVER_RUNTIME;
  const official = asked === 'development' ? null : await officialRuntime(cacheFolder);
  if (official) return { kind: 'official', executable: official };

  const executable = await developmentRuntime(cacheFolder);
  if (executable) {
    const why = asked === 'development' ? 'As asked' : `Electron ${lockedElectronVersion()} cannot be downloaded here`;
    say(`${why}: using the development runtime, an older Electron for made-up data only.`);
    return { kind: 'development', executable };
  }
  say(
    `Electron ${lockedElectronVersion()} cannot be downloaded here, and the development runtime is only for Linux x64.`,
  );
  return null;
}
