/**
 * `npm run sign-update -- <installer> --key <file>`: makes of an installer the file that goes on a stick,
 * `<installer>.observer-update` beside it. Version, system and kind are read from the installer's name, as
 * electron-builder.yml gives it. Ends with 1 and one line when it cannot.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { platformOf, product, UpdateManifest, type InstallationKind } from '#shared/domain/records/update.ts';
import { fingerprintOf, publisherKey } from '../office/update/publisher-key.ts';
import { updateExtension, updateHeader } from '../office/update/update-file.ts';
import { isProgram, say } from './project.ts';
import { readPrivateKey } from './update-key.ts';

/** `observer-accreditation-1.2.0-x64-setup.exe` and its like; null for another name. */
export function readInstallerName(name: string) {
  const match = /^observer-accreditation-(\d+\.\d+\.\d+)-(x64|arm64)(-setup|-portable)?\.(exe|AppImage|deb|dmg)$/u.exec(
    name,
  );
  if (!match) return null;
  const [, version = '', architecture = '', form, extension] = match;
  if ((extension === 'exe') !== (form !== undefined)) return null;
  const kind = extension === 'exe' ? (form === '-setup' ? 'nsis' : 'portable') : (extension as InstallationKind);
  return { version, architecture, kind, platform: platformOf[kind] };
}

/** Writes the update beside the installer, whole or not at all; answers with its path. */
export async function signUpdate(installer: string, keyFile: string, made: Date = new Date()): Promise<string> {
  const file = basename(installer);
  const named = readInstallerName(file);
  if (!named) throw new Error(`${file} is not named as electron-builder.yml names an installer.`);
  const { privateKey } = readPrivateKey(keyFile);
  const sum = createHash('sha256');
  for await (const piece of createReadStream(installer)) sum.update(piece as Buffer);
  const manifest = UpdateManifest.parse({
    ...{ product, ...named, file, bytes: (await stat(installer)).size },
    ...{ sha256: sum.digest('hex'), made: made.toISOString() },
  });
  const update = `${installer}.${updateExtension}`;
  const partial = `${update}.partial`;
  try {
    const out = createWriteStream(partial, { flush: true });
    out.write(updateHeader(manifest, privateKey));
    await pipeline(createReadStream(installer), out);
    await rename(partial, update);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return update;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  const [named] = positionals;
  if (!named || !values.key) throw new Error('Usage: npm run sign-update -- <installer> --key <private key file>');
  const here = process.env.INIT_CWD ?? process.cwd();
  const keyFile = resolve(here, values.key);
  const update = await signUpdate(resolve(here, named), keyFile);
  const { publicKey } = readPrivateKey(keyFile);
  const builtIn = publisherKey();
  if (!builtIn?.equals(publicKey)) say('Careful: this is not the key that the program of this folder believes.');
  say(`${update} is signed by the key ${fingerprintOf(publicKey)}.`);
}

if (isProgram(import.meta.url)) {
  await main().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
