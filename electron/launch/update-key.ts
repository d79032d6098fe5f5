/**
 * `npm run update-key -- <file>`: makes the publisher's key for updates, once. The private half goes into the file named,
 * which must lie outside of the project and be kept as the encrypt of the commission is kept; the public half goes into the
 * program. Ends with 1 and one line when it cannot.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fingerprintOf } from '../office/update/publisher-key.ts';
import { inProject, isProgram, projectRoot, say } from './project.ts';

/** Where the public half is kept. */
const builtIn = inProject('electron', 'office', 'update', 'publisher-key.json');

/** Makes a key pair, writes both halves, and answers with the fingerprint. Never writes over a private key. */
export function makeUpdateKey(privateFile: string, publicFile: string): string {
  if (!relative(projectRoot, privateFile).startsWith('..')) {
    throw new Error('The private key must not lie in the project: name a file outside of it.');
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(privateFile, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  writeFileSync(publicFile, `${JSON.stringify({ algorithm: 'Ed25519', publicKey: spki }, null, 2)}\n`);
  return fingerprintOf(publicKey);
}

/** The private key of a file, and its public half as the program keeps it. Throws for anything else. */
export function readPrivateKey(file: string) {
  const privateKey = createPrivateKey(readFileSync(file, 'utf8'));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key.`);
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, spki: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') };
}

if (isProgram(import.meta.url)) {
  const [named] = process.argv.slice(2);
  try {
    if (!named) throw new Error('Usage: npm run update-key -- <file for the private key, outside of the project>');
    const file = resolve(process.env.INIT_CWD ?? process.cwd(), named);
    say(
      `The publisher's key: ${makeUpdateKey(file, builtIn)}. Its private half is in ${file}; keep it off the network.`,
    );
    say('Commit electron/office/update/publisher-key.json: programs built from now on take updates of this key.');
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
