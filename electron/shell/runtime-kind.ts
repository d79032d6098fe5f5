/** Which Electron this is. */

/** Put in by the build: the version that the lock file names. */
declare const LOCKED_ELECTRON_VERSION: string;

/** `development` for any engine but the one the project is locked to: with it, made-up data only. */
export const runtimeKind = (): 'official' | 'development' =>
  process.versions.electron === LOCKED_ELECTRON_VERSION ? 'official' : 'development';
