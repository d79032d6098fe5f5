/** What the office needs of the world around it; the shell gives windows' dialogs, a test gives answers. */
import type { Outcome } from '#shared/domain/base/refusals.ts';
import type { IsoDate } from '#shared/domain/base/primitives.ts';
import type { InstallationKind } from '#shared/domain/records/update.ts';

export type FileFilter = { name: string; extensions: string[] };

/** The system's dialogs. Each answers with a path, or null when the clerk thought better of it. */
export type Dialogs = {
  openFile(options: { title: string; filters: FileFilter[] }): Promise<string | null>;
  saveFile(options: { title: string; name: string; filters: FileFilter[] }): Promise<string | null>;
  chooseFolder(options: { title: string }): Promise<string | null>;
};

/**
 * The keyring of the system's account (Keychain, Data Protection API, Secret Service). Each answers null where there is
 * none, or only one that protects nothing, and where it cannot open what is given.
 */
export type SystemKeyring = {
  encrypt(secret: string): Promise<Buffer | null>;
  open(encrypted: Buffer): Promise<string | null>;
};

/** The handover whose own file somebody opened. The screens never name its path. */
export type OfferedPackage = {
  /** Looked at anew; refused as `folderOfOpener` refuses, and with `handover.unknown` when none was opened. */
  folder(): Promise<Outcome<string>>;
  /** This one is being looked through: there is no need to offer it any more. Another that was opened meanwhile stays. */
  taken(folder: string): void;
};

export type Ports = {
  dialogs: Dialogs;
  /** Left out where there is none. */
  systemKeyring?: SystemKeyring;
  /** Left out where no file can be opened with the program. */
  offeredPackage?: OfferedPackage;
  /** Pastes into the page as Ctrl+V does; left out where there is no window. */
  paste?: () => void;
  /** This program alone is open on the data folder; left out where there is no window. */
  isOnlyInstance?: () => boolean;
  /** Starts an installer and ends the program soon after; throws when it cannot. Left out where there is no window. */
  startInstaller?: (installer: { path: string; kind: InstallationKind }) => Promise<void>;
};

export type Clock = {
  now(): Date;
};

/** The day at the office: in the laptop's own zone, YYYY-MM-DD. */
export function todayOf(clock: Clock): IsoDate {
  const now = clock.now();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const systemClock: Clock = { now: () => new Date() };

/** For an office with no window: nobody is there to choose a file. */
export const noDialogs: Dialogs = {
  openFile: () => Promise.resolve(null),
  saveFile: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
};
