/** Taking in what another office hands over. One bag at a time is looked at; nothing of it is kept before it is taken in. */
import { readBag, type ReadBag } from '../exchange/read-bag.ts';
import { openBag, sealOf, type OpenedBag } from '../exchange/open-bag.ts';
import { namesOf, questionsOf, rowsOf, type Answers, type Viewed } from '../exchange/receive-views.ts';
import { previewOf } from '#shared/domain/decide/receive.ts';
import { changesNothing, isWeighty, type Merge } from '#shared/domain/merge/index.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { rowVerdicts, type BagSeen, type ReceivePreview, type RowVerdict } from '#shared/contract/receiving.ts';
import { keepPhotos, picturesBeside } from './received-photos.ts';
import { newKeys } from '#shared/domain/records/signing-key.ts';
import { sumOfText } from '../store/seal.ts';
import { wordsOf } from '../wording/words.ts';
import type { CertificateSeries } from '#shared/domain/records/office.ts';
import type { CommandOf } from '#shared/domain/register/commands.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import type { JobControl } from '../context/jobs.ts';
import type { Settlement } from '#shared/domain/records/received-handover.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Trilingual } from '#shared/domain/base/primitives.ts';
import type { receivingOperations } from '#shared/contract/receiving.ts';

type Receiving = {
  receiveId: string;
  bag: ReadBag;
  sealedWith: BagSeen['sealedWith'];
  /** Null until it was opened. */
  opened: OpenedBag | null;
  answers: Answers;
  /** The clerk has compared the fingerprint with the paper act. */
  compared: boolean;
  /** What it comes to on a state; reckoned anew when the register or an answer has changed. */
  reckoned: { state: State; viewed: Viewed } | null;
};

export function receivingHandlers(
  office: OfficeContext,
  ageWorkerFile: string,
): Handlers<keyof typeof receivingOperations> {
  let current: Receiving | null = null;
  const find = (receiveId: string): Receiving | null => (current?.receiveId === receiveId ? current : null);
  const gone = () => refuse('handover.unknown');

  /** Who gave what was last taken in under this key. */
  const knownAs = (publicKey: string): string | null => {
    const earlier = [...office.state().received.values()].filter(({ signer }) => signer.publicKey === publicKey);
    return earlier.sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.giver ?? null;
  };

  const duplicateReason = (): Trilingual => {
    const reason = (language: 'ky' | 'ru' | 'en') => wordsOf(office.state())[language].receiving.duplicateReason;
    return { ky: reason('ky'), ru: reason('ru'), en: reason('en') };
  };

  async function look(folder: string, control: JobControl): Promise<Outcome<BagSeen>> {
    const bag = await readBag(folder, control);
    if (!bag.ok) return bag;
    const sealedWith = await sealOf(bag.value);
    if (!sealedWith.ok) return sealedWith;
    const { name, files, signer } = bag.value;
    const receiveId = office.newId();
    current = {
      ...{ receiveId, bag: bag.value, sealedWith: sealedWith.value },
      ...{ opened: null, answers: new Map(), compared: false, reckoned: null },
    };
    return done({
      ...{ receiveId, folder, bag: name, files: files.length, fingerprint: signer.fingerprint },
      sealedWith: sealedWith.value,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      knownAs: knownAs(signer.publicKey),
    });
  }

  function reckon(receiving: Receiving): Outcome<NonNullable<Receiving['reckoned']>> {
    const state = office.state();
    const { opened, answers, reckoned } = receiving;
    if (!opened) return gone();
    if (reckoned?.state === state) return done(reckoned);
    const { bundle } = opened.file;
    const settlements = settlementsOf(answers);
    const context = {
      ...{ today: office.today(), at: office.clock.now().toISOString() },
      ...{ duplicateReason: duplicateReason(), officer: office.actor().name, sha256: sumOfText },
    };
    const preview = previewOf(state, bundle, settlements, context);
    if ('ok' in preview) return preview;
    const viewed = { state, bundle, merged: preview.merged, answers };
    receiving.reckoned = { state, viewed };
    return done(receiving.reckoned);
  }

  function preview(receiving: Receiving): Outcome<ReceivePreview> {
    const reckoned = reckon(receiving);
    if (!reckoned.ok || !receiving.opened) return reckoned.ok ? gone() : reckoned;
    const { file } = receiving.opened;
    const { viewed, state } = reckoned.value;
    const { merged, bundle } = viewed;
    const counts = Object.fromEntries(rowVerdicts.map((verdict) => [verdict, 0])) as Record<RowVerdict, number>;
    for (const { verdict, ours, theirs } of merged.compared) {
      if (ours !== null || theirs !== null) counts[verdict] += 1;
    }
    const { number, giver, asOf } = file.handover;
    return done({
      ...{ number, giver, asOf, counts },
      event: bundle.records.events[0]?.name ?? { ky: '', ru: '', en: '' },
      isNewEvent: !state.events.has(bundle.eventId),
      questions: merged.questions.length,
      open: merged.open.length,
      openAlike: openAlike(merged).length,
      adjusted: merged.counts.adjusted,
      renumbered: merged.renumbered.length,
      sameSeries: sharedSeries(state.settings?.certificates ?? null, bundle.numbering),
      keys: newKeys(state.signingKeys, bundle.keys, { giver, at: asOf }).map(({ fingerprint, from }) => ({
        ...{ fingerprint, giver: from?.giver ?? giver },
      })),
      nothingNew: changesNothing(merged) && bundle.keys.every(({ id }) => state.signingKeys.has(id)),
    });
  }

  return {
    'receive.choose': async ({ language, job }) => {
      const folder = await office.ports.dialogs.chooseFolder({
        title: wordsOf(office.state())[language].receiving.dialog.chooseBag,
      });
      if (!folder) return done(null);
      return office.jobs.run(job, (control) => look(folder, control));
    },
    'receive.lookAtOffered': ({ job }) =>
      office.jobs.run(job, async (control) => {
        const { offeredBag } = office.ports;
        const folder = offeredBag ? await offeredBag.folder() : gone();
        if (!folder.ok) return folder;
        const seen = await look(folder.value, control);
        if (seen.ok) offeredBag?.taken(folder.value);
        return seen;
      }),
    'receive.open': ({ receiveId, passphrase, comparedFingerprint, job }) =>
      office.jobs.run(job, async (control) => {
        const receiving = find(receiveId);
        if (!receiving) return gone();
        const { signer } = receiving.bag;
        if (knownAs(signer.publicKey) === null && comparedFingerprint !== signer.fingerprint) {
          return refuse('handover.otherKey');
        }
        const by = opener(office, receiving.sealedWith, passphrase);
        if (!by.ok) return by;
        const opened = await openBag(receiving.bag, by.value, ageWorkerFile, control);
        if (!opened.ok) return opened;
        if (opened.value.file.sample !== office.state().sample) return refuse('handover.sample');
        receiving.opened = opened.value;
        receiving.compared = comparedFingerprint === signer.fingerprint;
        receiving.reckoned = null;
        return preview(receiving);
      }),
    'receive.preview': ({ receiveId }) => {
      const receiving = find(receiveId);
      return receiving ? preview(receiving) : gone();
    },
    'receive.rows': ({ receiveId, show, language, offset, limit }) => {
      const receiving = find(receiveId);
      if (!receiving) return gone();
      const reckoned = reckon(receiving);
      if (!reckoned.ok) return reckoned;
      const { viewed } = reckoned.value;
      const rows = rowsOf(viewed, show, namesOf(viewed), language);
      return done({ total: rows.length, rows: rows.slice(offset, offset + limit) });
    },
    'receive.questions': async ({ receiveId, language, offset, limit }) => {
      const receiving = find(receiveId);
      if (!receiving) return gone();
      const reckoned = reckon(receiving);
      if (!reckoned.ok) return reckoned;
      const { viewed } = reckoned.value;
      const { opened } = receiving;
      const questions = viewed.merged.questions.slice(offset, offset + limit);
      const shown = questionsOf({ ...viewed, merged: { ...viewed.merged, questions } }, namesOf(viewed), language);
      const rows = await Promise.all(
        shown.map(async (row, n) => ({ ...row, pictures: await picturesBeside(office, opened, questions[n]) })),
      );
      return done({ total: viewed.merged.questions.length, rows });
    },
    'receive.settle': ({ receiveId, settlements }) => {
      const receiving = find(receiveId);
      if (!receiving) return gone();
      for (const { question, ...said } of settlements) receiving.answers.set(question, said);
      receiving.reckoned = null;
      return preview(receiving);
    },
    'receive.settleRest': ({ receiveId, choice }) => {
      const receiving = find(receiveId);
      if (!receiving) return gone();
      const reckoned = reckon(receiving);
      if (!reckoned.ok) return reckoned;
      for (const key of openAlike(reckoned.value.viewed.merged))
        receiving.answers.set(key, { choice, reason: '', sides: {} });
      receiving.reckoned = null;
      return preview(receiving);
    },
    'receive.commit': ({ receiveId, job }) =>
      office.jobs.run(job, async (control) => {
        const receiving = find(receiveId);
        if (!receiving?.opened) return gone();
        const { bag, opened, answers, compared } = receiving;
        const kept = await keepPhotos(office, opened, control);
        if (!kept.ok) return kept;
        if (control.signal.aborted) return refuse('job.cancelled');
        const { bundle, handover, head } = opened.file;
        const id = office.newId();
        const command: CommandOf<'handover.receive'> = {
          type: 'handover.receive',
          bundle,
          receipt: {
            ...{ id, eventId: bundle.eventId, giver: handover.giver, receiver: office.actor().name },
            ...{ number: handover.number, bag: bag.name, asOf: handover.asOf, manifest: bag.manifest },
            ...{ laptop: bundle.laptop, signer: bag.signer, head, compared },
          },
          settlements: settlementsOf(answers),
          duplicateReason: duplicateReason(),
        };
        const taken = await office.execute(command);
        if (!taken.ok) return taken;
        const receipt = office.state().received.get(id);
        if (!receipt) return refuse('handover.nothingNew');
        current = null;
        return done(receipt);
      }),
    'receive.discard': ({ receiveId }) => {
      if (find(receiveId)) current = null;
      return done({});
    },
    'receive.list': ({ eventId }) =>
      done(
        [...office.state().received.values()]
          .filter((received) => received.eventId === eventId)
          .sort((a, b) => (a.at < b.at ? 1 : -1)),
      ),
  };
}

/** What opens the bag: the clerk's passphrase, or the office's own key. */
function opener(
  office: OfficeContext,
  sealedWith: BagSeen['sealedWith'],
  passphrase: string | null,
): Outcome<{ passphrase: string } | { identity: string }> {
  if (sealedWith === 'passphrase') return passphrase ? done({ passphrase }) : refuse('handover.wrongPassphrase');
  const signer = office.signer();
  return signer.ok ? done({ identity: signer.value.identity() }) : signer;
}

/** Questions of ours or theirs that wait for an answer; about adopted decisions each is answered by itself. */
function openAlike({ questions, open }: Merge): string[] {
  const unanswered = new Set(open);
  return questions
    .filter((question) => question.kind === 'record' && !isWeighty(question) && unanswered.has(question.key))
    .map(({ key }) => key);
}

const settlementsOf = (answers: Answers): Settlement[] =>
  [...answers].map(([question, said]) => ({ question, ...said }));

/** The series, when both computers may print one number from it. */
function sharedSeries(ours: CertificateSeries | null, theirs: CertificateSeries | null): string | null {
  if (ours === null || theirs === null) return null;
  if (ours.series !== theirs.series) return null;
  if (ours.blocks.length === 0 || theirs.blocks.length === 0) return ours.series;
  const meets = ours.blocks.some((a) => theirs.blocks.some((b) => a.from <= b.to && b.from <= a.to));
  return meets ? ours.series : null;
}
