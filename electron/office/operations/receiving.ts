/** Taking in what another office hands over. One bag at a time is looked at; nothing of it is kept before it is taken in. */
import { namesOf, questionsOf, rowsOf } from '../exchange/receive-views.ts';
import { openAlike, previewShown } from '../exchange/receive-preview.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { keepPhotos, picturesBeside } from './received-photos.ts';
import { duplicateReason, receivedBag, settlementsOf, type ReceivedBag, type Receiving } from './received-bag.ts';
import { wordsOf } from '../wording/words.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import type { JobControl } from '../context/jobs.ts';
import type { ReceivedHandover } from '#shared/domain/records/received-handover.ts';
import type { ReceivePreview, receivingOperations } from '#shared/contract/receiving.ts';

type ReceivingOperation = keyof typeof receivingOperations;
type LookOperation = 'receive.choose' | 'receive.lookAtOffered' | 'receive.open';
type AnswerOperation =
  'receive.preview' | 'receive.rows' | 'receive.questions' | 'receive.settle' | 'receive.settleRest';
type EndOperation = Exclude<ReceivingOperation, LookOperation | AnswerOperation>;

export function receivingHandlers(office: OfficeContext, ageWorkerFile: string): Handlers<ReceivingOperation> {
  const received = receivedBag(office, ageWorkerFile);
  return {
    ...lookHandlers(office, received),
    ...answerHandlers(office, received),
    ...endHandlers(office, received),
  };
}

function preview(received: ReceivedBag, receiving: Receiving): Outcome<ReceivePreview> {
  const viewed = received.view(receiving);
  if (!viewed.ok) return viewed;
  return receiving.opened ? done(previewShown(viewed.value, receiving.opened.file)) : refuse('handover.unknown');
}

/** A bag is chosen or was offered, and opened. */
function lookHandlers(office: OfficeContext, received: ReceivedBag): Handlers<LookOperation> {
  return {
    'receive.choose': async ({ language, job }) => {
      const folder = await office.ports.dialogs.chooseFolder({
        title: wordsOf(office.state())[language].receiving.dialog.chooseBag,
      });
      if (!folder) return done(null);
      return office.jobs.run(job, (control) => received.look(folder, control));
    },
    'receive.lookAtOffered': ({ job }) =>
      office.jobs.run(job, async (control) => {
        const { offeredPackage } = office.ports;
        const folder = offeredPackage ? await offeredPackage.folder() : refuse('handover.unknown');
        if (!folder.ok) return folder;
        const seen = await received.look(folder.value, control);
        if (seen.ok) offeredPackage?.taken(folder.value);
        return seen;
      }),
    'receive.open': ({ receiveId, passphrase, comparedFingerprint, job }) =>
      office.jobs.run(job, async (control) => {
        const receiving = received.find(receiveId);
        if (!receiving.ok) return receiving;
        const opened = await received.open(receiving.value, { passphrase, comparedFingerprint }, control);
        return opened.ok ? preview(received, receiving.value) : opened;
      }),
  };
}

/** What the bag holds is shown, and the questions about it are answered. */
function answerHandlers(office: OfficeContext, received: ReceivedBag): Handlers<AnswerOperation> {
  return {
    'receive.preview': ({ receiveId }) => {
      const receiving = received.find(receiveId);
      return receiving.ok ? preview(received, receiving.value) : receiving;
    },
    'receive.rows': ({ receiveId, show, language, offset, limit }) => {
      const receiving = received.find(receiveId);
      if (!receiving.ok) return receiving;
      const viewed = received.view(receiving.value);
      if (!viewed.ok) return viewed;
      const rows = rowsOf(viewed.value, show, namesOf(viewed.value), language);
      return done({ total: rows.length, rows: rows.slice(offset, offset + limit) });
    },
    'receive.questions': async ({ receiveId, language, offset, limit }) => {
      const receiving = received.find(receiveId);
      if (!receiving.ok) return receiving;
      const { opened } = receiving.value;
      const reckoned = received.view(receiving.value);
      if (!reckoned.ok) return reckoned;
      const viewed = reckoned.value;
      const questions = viewed.merged.questions.slice(offset, offset + limit);
      const shown = questionsOf({ ...viewed, merged: { ...viewed.merged, questions } }, namesOf(viewed), language);
      const rows = await Promise.all(
        shown.map(async (row, n) => ({ ...row, pictures: await picturesBeside(office, opened, questions[n]) })),
      );
      return done({ total: viewed.merged.questions.length, rows });
    },
    'receive.settle': ({ receiveId, settlements }) => {
      const receiving = received.find(receiveId);
      if (!receiving.ok) return receiving;
      received.answer(
        receiving.value,
        settlements.map(({ question, ...said }) => [question, said] as const),
      );
      return preview(received, receiving.value);
    },
    'receive.settleRest': ({ receiveId, choice }) => {
      const receiving = received.find(receiveId);
      if (!receiving.ok) return receiving;
      const viewed = received.view(receiving.value);
      if (!viewed.ok) return viewed;
      received.answer(
        receiving.value,
        openAlike(viewed.value.merged).map((key) => [key, { choice, reason: '', sides: {} }] as const),
      );
      return preview(received, receiving.value);
    },
  };
}

/** The bag is taken in or put away; and what was taken in before. */
function endHandlers(office: OfficeContext, received: ReceivedBag): Handlers<EndOperation> {
  return {
    'receive.commit': ({ receiveId, job }) =>
      office.jobs.run(job, async (control) => {
        const receiving = received.find(receiveId);
        if (!receiving.ok) return receiving;
        const taken = await takeIn(office, receiving.value, control);
        if (taken.ok) received.forget();
        return taken;
      }),
    'receive.discard': ({ receiveId }) => {
      if (received.find(receiveId).ok) received.forget();
      return done({});
    },
    'receive.list': ({ electionId }) =>
      done(
        [...office.state().received.values()]
          .filter((one) => one.electionId === electionId)
          .sort((a, b) => (a.at < b.at ? 1 : -1)),
      ),
  };
}

/** The photos first: no line of the journal names one that is not on the device. */
async function takeIn(
  office: OfficeContext,
  { bag, opened, answers, compared }: Receiving,
  control: JobControl,
): Promise<Outcome<ReceivedHandover>> {
  if (!opened) return refuse('handover.unknown');
  const kept = await keepPhotos(office, opened, control);
  if (!kept.ok) return kept;
  if (control.signal.aborted) return refuse('job.cancelled');
  const { bundle, handover, head } = opened.file;
  const id = office.newId();
  const taken = await office.execute({
    type: 'handover.receive',
    bundle,
    receipt: {
      id,
      electionId: bundle.electionId,
      giver: handover.giver,
      receiver: office.actor().name,
      number: handover.number,
      bag: bag.name,
      asOf: handover.asOf,
      manifest: bag.manifest,
      replicaId: bundle.replicaId,
      signer: bag.signer,
      head,
      compared,
    },
    settlements: settlementsOf(answers),
    duplicateReason: duplicateReason(office.state()),
  });
  if (!taken.ok) return taken;
  const receipt = office.state().received.get(id);
  return receipt ? done(receipt) : refuse('handover.nothingNew');
}
