/**
 * The thread in which personal data is sealed and opened (age). A passphrase is made into a key by scrypt, which takes a
 * second or more and a quarter of a gigabyte by design; the office goes on meanwhile.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Decrypter, Encrypter } from 'age-encryption';

export type AgeTask = { kind: 'seal' | 'open'; bytes: Uint8Array; passphrase: string };
/** Null: it could not be opened with this passphrase, or is no sealed file. */
export type AgeAnswer = { bytes: Uint8Array | null };

const { kind, bytes, passphrase } = workerData as AgeTask;

async function carryOut(): Promise<Uint8Array | null> {
  if (kind === 'seal') {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    return encrypter.encrypt(bytes);
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(bytes).catch(() => null);
}

const answer: AgeAnswer = { bytes: await carryOut() };
parentPort?.postMessage(answer);
