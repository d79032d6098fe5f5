/** Handing lists over on a stick: what would go, where to, the bag itself, and the record of it. */
import { statfs } from 'node:fs/promises';
import { signatureFile } from '../exchange/bag-signature.ts';
import { openerFile } from '../exchange/bag-opener.ts';
import { writeBag } from '../exchange/bag.ts';
import { handoverFiles, plannedFiles, type RenderForHandover } from '../exchange/handover-files.ts';
import { recipientOf } from '../access/x25519-key.ts';
import { peopleOf } from '../lists/people-tables.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { isCompared } from '#shared/domain/rules/verified-keys.ts';
import { handoverSlot } from '#shared/domain/register/state.ts';
import { wordsOf } from '../wording/words.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import type { Handover } from '#shared/domain/records/handover.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { ParsedInput } from '#shared/contract/index.ts';

type HandoverOperation = 'handover.list' | 'handover.plan' | 'handover.chooseFolder' | 'handover.write';

export const shortestPassphrase = 12;

export function handoverHandlers(office: OfficeContext, render: RenderForHandover): Handlers<HandoverOperation> {
  /** Only a folder that the clerk chose in the system's dialog is ever written to. */
  const chosen = new Set<string>();
  /** One bag at a time: the number of the act is in the bag before it is in the register. */
  let last: Promise<unknown> = Promise.resolve();

  return {
    'handover.list': ({ electionId }) =>
      done(
        [...office.state().handovers.values()]
          .filter((handover) => handover.electionId === electionId)
          .sort((a, b) => b.number - a.number),
      ),
    'handover.plan': ({ electionId, scope, level, withVerifier }) => {
      const people = peopleOf(office.state(), electionId, scope, office.today());
      return done({
        people: people.length,
        organisations: new Set(people.map(({ organisationId }) => organisationId)).size,
        files: plannedFiles(level, { withVerifier: withVerifier && office.signer().ok }),
        encrypted: level === 'full',
      });
    },
    'handover.chooseFolder': async ({ language }) => {
      const folder = await office.ports.dialogs.chooseFolder({
        title: wordsOf(office.state())[language].handover.dialog.chooseFolder,
      });
      if (!folder) return done(null);
      const free = await freeBytes(folder);
      if (free === null) return refuse('handover.stickGone');
      chosen.add(folder);
      return done({ folder, freeBytes: free });
    },
    'handover.write': (input) => {
      if (!chosen.has(input.folder)) return refuse('handover.stickGone');
      const turn = last.then(() => write(office, render, input));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function write(
  office: OfficeContext,
  render: RenderForHandover,
  input: ParsedInput<'handover.write'>,
): Promise<Outcome<Handover>> {
  const { electionId, scope, level } = input;
  const state = office.state();
  if (!state.elections.has(electionId)) return refuse('election.unknown');
  const encryption = level === 'full' ? encryptionFor(state, input) : done(null);
  if (!encryption.ok) return encryption;
  const people = peopleOf(state, electionId, scope, office.today());
  if (people.length === 0) return refuse('handover.nothing');
  const asOf = office.clock.now().toISOString();
  const number = state.counters.get(handoverSlot(electionId), 0) + 1;
  const id = office.newId();
  const signer = office.signer();
  const bag = bagName(electionId, level, number, asOf, signer.ok ? signer.value.key.id : null);
  const draft = {
    id,
    electionId,
    level,
    scope,
    asOf,
    giver: input.giver,
    receiver: input.receiver,
    people: people.length,
    organisations: new Set(people.map(({ organisationId }) => organisationId)).size,
    bag,
    head: office.head(),
    key: signer.ok ? signer.value.key : null,
    receiverKey: encryption.value && 'recipient' in encryption.value ? input.receiverKey : null,
  };
  return office.jobs.run(input.job, async (control) => {
    const made = await handoverFiles({
      ...{ office, state, people, draft: { ...draft, number } },
      ...{ input, encryption: encryption.value, render, control },
    });
    if (!made.ok) return made;
    const bytes = made.value.reduce((sum, file) => sum + file.bytes.length, 0);
    const free = await freeBytes(input.folder);
    if (free === null) return refuse('handover.stickGone');
    if (free < bytes) return refuse('handover.diskFull');
    const written = await writeBag({
      folder: input.folder,
      name: bag,
      files: made.value,
      info: {
        'Source-Organization': state.settings?.commission.en ?? '',
        'Bagging-Date': asOf.slice(0, 10),
        'External-Identifier': bag,
        'External-Description': `Observer accreditation, ${level}, ${String(people.length)} people`,
        ...(state.sample ? { 'Sample-Data': 'yes, nobody in it exists' } : {}),
      },
      ...(signer.ok && { sign: (tagManifest: Uint8Array) => signatureFile(signer.value, tagManifest) }),
      opener: openerFile(bag, wordsOf(state)),
      record: ({ files, manifest }) => {
        const verifiedAt = office.clock.now().toISOString();
        return office.execute({ type: 'handover.record', handover: { ...draft, files, manifest, verifiedAt } });
      },
      signal: control.signal,
      onProgress: control.progress,
    });
    if (!written.ok) return written;
    const kept = office.state().handovers.get(id);
    return kept ? done(kept) : refuse('handover.unknown');
  });
}

/** Refuses with `handover.unknownKey` or `handover.passphraseTooShort`. */
function encryptionFor(
  { signingKeys, received }: State,
  { passphrase, receiverKey }: ParsedInput<'handover.write'>,
): Outcome<{ passphrase: string } | { recipient: string }> {
  if (receiverKey !== null) {
    const key = signingKeys.get(receiverKey);
    const recipient = key && isCompared(received.values(), key) ? recipientOf(key.publicKey) : null;
    return recipient ? done({ recipient }) : refuse('handover.unknownKey');
  }
  if (passphrase && passphrase.length >= shortestPassphrase) return done({ passphrase });
  return refuse('handover.passphraseTooShort', { characters: shortestPassphrase });
}

/**
 * ASCII, without a colon or a blank: it is a folder on FAT. The key's id keeps apart what two offices hand over on one
 * stick under the same number.
 */
const bagName = (electionId: string, level: string, number: number, asOf: string, keyId: string | null): string =>
  [electionId.slice(0, 12), 'handover', String(number).padStart(3, '0'), level, asOf.slice(0, 10), keyId ?? '']
    .filter((part) => part !== '')
    .join('-');

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
