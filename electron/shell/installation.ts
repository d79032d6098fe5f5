/** How this program is installed, and how an installer that came on a stick is started. */
import { spawn } from 'node:child_process';
import { appendFileSync, constants, readFileSync } from 'node:fs';
import { access, chmod, copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { app, shell } from 'electron';
import { publisherKey, readPublicKey } from '../office/update/publisher-key.ts';
import type { InstallationKind } from '#shared/domain/records/update.ts';

export type Installed = {
  key: KeyObject | null;
  /** Null when the program runs from its sources. */
  kind: InstallationKind | null;
  /** Throws what the system says when it cannot be started; then nothing ends. */
  startInstaller(installer: { path: string; kind: InstallationKind }): Promise<void>;
};

/**
 * `trialFile` makes a program that runs from its sources behave as an installed one, for the tests: with a key of their
 * own, and the installer written down instead of started. An installed program knows no such thing.
 */
export function howInstalled(trialFile: string | undefined): Installed {
  if (app.isPackaged) return { key: publisherKey(), kind: packagedKind(), startInstaller: startAndQuit };
  return trialFile === undefined ? { key: publisherKey(), kind: null, startInstaller: startAndQuit } : trial(trialFile);
}

function packagedKind(): InstallationKind {
  if (process.platform === 'win32') return process.env.PORTABLE_EXECUTABLE_FILE === undefined ? 'nsis' : 'portable';
  if (process.platform === 'darwin') return 'dmg';
  return process.env.APPIMAGE === undefined ? 'deb' : 'AppImage';
}

/** Milliseconds for the screen to hear that it went well. */
const farewell = 1500;

async function startAndQuit({ path, kind }: { path: string; kind: InstallationKind }): Promise<void> {
  await access(path, constants.R_OK);
  if (kind === 'deb' || kind === 'dmg') {
    // Installing these is the system's own work, which asks for the administrator.
    const problem = await shell.openPath(path);
    if (problem !== '') throw Object.assign(new Error('the system did not open it'), { code: 'EIO' });
  } else {
    const program = kind === 'nsis' ? path : await putBeside(path);
    // Only when everything is closed: an installer cannot replace a program that runs.
    app.once('quit', () => {
      spawn(program, [], { detached: true, stdio: 'ignore' }).unref();
    });
  }
  quitSoon();
}

/** A program of one file is put beside the one that runs, under its own name: the old one stays, to go back to. */
async function putBeside(path: string): Promise<string> {
  const own = process.env.APPIMAGE ?? process.env.PORTABLE_EXECUTABLE_FILE ?? app.getPath('exe');
  const target = join(dirname(own), basename(path));
  await copyFile(path, target);
  await chmod(target, 0o755);
  return target;
}

function quitSoon(): void {
  setTimeout(() => {
    app.quit();
  }, farewell);
}

function trial(file: string): Installed {
  const { publicKey, kind, record } = JSON.parse(readFileSync(file, 'utf8')) as {
    publicKey: string;
    kind: InstallationKind;
    record: string;
  };
  return {
    key: readPublicKey(publicKey),
    kind,
    startInstaller: (installer) => {
      appendFileSync(record, `${JSON.stringify(installer)}\n`);
      quitSoon();
      return Promise.resolve();
    },
  };
}
