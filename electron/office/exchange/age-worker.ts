/**
 * The thread in which personal data is encrypted and opened (age). A passphrase is made into a key by scrypt, which takes a
 * second or more and a quarter of a gigabyte by design; the office goes on meanwhile.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Decrypter, Encrypter } from 'age-encryption';

export type AgeTask =
  | { kind: 'encrypt'; bytes: Uint8Array; to: { passphrase: string; workFactor: number } | { recipient: string } }
  | { kind: 'open'; bytes: Uint8Array; by: { passphrase: string } | { identity: string } };
/** Null: it could not be opened so, or is no encrypted file. */
export type AgeAnswer = { bytes: Uint8Array | null };

const task = workerData as AgeTask;

async function carryOut(): Promise<Uint8Array | null> {
  if (task.kind === 'encrypt') {
    const encrypter = new Encrypter();
    if ('recipient' in task.to) encrypter.addRecipient(task.to.recipient);
    else {
      encrypter.setPassphrase(task.to.passphrase);
      encrypter.setScryptWorkFactor(task.to.workFactor);
    }
    return encrypter.encrypt(task.bytes);
  }
  const decrypter = new Decrypter();
  if ('identity' in task.by) decrypter.addIdentity(task.by.identity);
  else decrypter.addPassphrase(task.by.passphrase);
  return decrypter.decrypt(task.bytes).catch(() => null);
}

const answer: AgeAnswer = { bytes: await carryOut() };
parentPort?.postMessage(answer);
