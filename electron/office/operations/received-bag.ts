/**
 * The bag that is being looked through: one at a time. It keeps what was opened of it and what the clerk has answered, and
 * works out what taking it in would come to. Nothing of it is recorded here.
 */
import { readBag, type ReadBag } from '../exchange/read-bag.ts';
import { openBag, encryptOf, type OpenedBag } from '../exchange/open-bag.ts';
import type { Answers, Viewed } from '../exchange/receive-views.ts';
import { previewOf } from '#shared/domain/decide/receive.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { sumOfText } from '../store/checksum.ts';
import { wordsOf } from '../wording/words.ts';
import type { BagSeen } from '#shared/contract/receiving.ts';
import type { JobControl } from '../context/jobs.ts';
import type { Language, Trilingual } from '#shared/domain/base/primitives.ts';
import type { OfficeContext } from './handlers.ts';
import type { Said } from '#shared/domain/merge/decisions.ts';
import type { Resolution } from '#shared/domain/records/received-handover.ts';
import type { State } from '#shared/domain/register/state.ts';

export type Receiving = {
  receiveId: string;
  bag: ReadBag;
  encryptedWith: BagSeen['encryptedWith'];
  /** Null until it was opened. */
  opened: OpenedBag | null;
  answers: Answers;
  /** The clerk has compared the fingerprint with the paper act. */
  compared: boolean;
  /** What it comes to on a state; worked out anew when the register or an answer has changed. */
  viewed: Viewed | null;
};

export type ReceivedBag = {
  /** Reads and checks a bag, which takes the place of the one before. */
  look(folder: string, control: JobControl): Promise<Outcome<BagSeen>>;
  /** `comparedFingerprint`: what the clerk has compared with the paper act; a key that is not known here asks for it. */
  open(
    receiving: Receiving,
    by: { passphrase: string | null; comparedFingerprint: string | null },
    control: JobControl,
  ): Promise<Outcome<null>>;
  /** What taking it in would come to, with the answers given so far. */
  view(receiving: Receiving): Outcome<Viewed>;
  answer(receiving: Receiving, answers: Iterable<readonly [question: string, said: Said]>): void;
  /** Refused when it is not this bag that is being looked through. */
  find(receiveId: string): Outcome<Receiving>;
  forget(): void;
};

export function receivedBag(office: OfficeContext, ageWorkerFile: string): ReceivedBag {
  let current: Receiving | null = null;

  return {
    async look(folder, control) {
      const bag = await readBag(folder, control);
      if (!bag.ok) return bag;
      const encryptedWith = await encryptOf(bag.value);
      if (!encryptedWith.ok) return encryptedWith;
      const receiveId = office.newId();
      current = {
        receiveId,
        bag: bag.value,
        encryptedWith: encryptedWith.value,
        opened: null,
        answers: new Map(),
        compared: false,
        viewed: null,
      };
      const { name, files, signer } = bag.value;
      return done({
        receiveId,
        folder,
        bag: name,
        files: files.length,
        fingerprint: signer.fingerprint,
        encryptedWith: encryptedWith.value,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        knownAs: knownAs(office.state(), signer.publicKey),
      });
    },
    async open(receiving, { passphrase, comparedFingerprint }, control) {
      const { signer } = receiving.bag;
      if (knownAs(office.state(), signer.publicKey) === null && comparedFingerprint !== signer.fingerprint) {
        return refuse('handover.otherKey');
      }
      const by = opener(office, receiving.encryptedWith, passphrase);
      if (!by.ok) return by;
      const opened = await openBag(receiving.bag, by.value, ageWorkerFile, control);
      if (!opened.ok) return opened;
      if (opened.value.file.sample !== office.state().sample) return refuse('handover.sample');
      receiving.opened = opened.value;
      receiving.compared = comparedFingerprint === signer.fingerprint;
      receiving.viewed = null;
      return done(null);
    },
    view(receiving) {
      const { opened, answers, viewed } = receiving;
      if (!opened) return refuse('handover.unknown');
      const state = office.state();
      if (viewed?.state === state) return done(viewed);
      const { bundle } = opened.file;
      const preview = previewOf(state, bundle, settlementsOf(answers), {
        today: office.today(),
        at: office.clock.now().toISOString(),
        duplicateReason: duplicateReason(state),
        officer: office.actor().name,
        sha256: sumOfText,
      });
      if ('ok' in preview) return preview;
      receiving.viewed = { state, bundle, merged: preview.merged, answers };
      return done(receiving.viewed);
    },
    answer(receiving, answers) {
      for (const [question, said] of answers) receiving.answers.set(question, said);
      receiving.viewed = null;
    },
    find: (receiveId) => (current?.receiveId === receiveId ? done(current) : refuse('handover.unknown')),
    forget() {
      current = null;
    },
  };
}

/** Who gave what was last taken in under this key. */
function knownAs(state: State, publicKey: string): string | null {
  const earlier = [...state.received.values()].filter(({ signer }) => signer.publicKey === publicKey);
  return earlier.sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.giver ?? null;
}

/** Why a person's second application is closed, in the words of this office. */
export function duplicateReason(state: State): Trilingual {
  const reason = (language: Language) => wordsOf(state)[language].receiving.duplicateReason;
  return { ky: reason('ky'), ru: reason('ru'), en: reason('en') };
}

/** What opens the bag: the clerk's passphrase, or the office's own key. */
function opener(
  office: OfficeContext,
  encryptedWith: BagSeen['encryptedWith'],
  passphrase: string | null,
): Outcome<{ passphrase: string } | { identity: string }> {
  if (encryptedWith === 'passphrase') return passphrase ? done({ passphrase }) : refuse('handover.wrongPassphrase');
  const signer = office.signer();
  return signer.ok ? done({ identity: signer.value.identity() }) : signer;
}

export const settlementsOf = (answers: Answers): Resolution[] =>
  [...answers].map(([question, said]) => ({ question, ...said }));
