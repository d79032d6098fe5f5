/** Two offices that hand bags to each other over a folder that stands for the stick. */
import { join } from 'node:path';
import type { Compiler } from '../../electron/office/documents/compiler.ts';
import type { BagSeen, ReceivePreview } from '#shared/contract/receiving.ts';
import type { Office } from '../../electron/office/office.ts';
import type { ReceivedHandover } from '#shared/domain/records/received-handover.ts';
import { ask, noAnswers, openTestOffice, standingClock, temporaryFolder, type Answers } from './open-office.ts';
import { someSettings } from './fictitious.ts';
import { must } from './accredited-office.ts';

export const passphrase = 'күчтүү сырсөз айкашы';

export type ExchangingOffice = { office: Office; answers: Answers; folder: string; close(): Promise<void> };

/** An empty office of its own series. */
export async function openExchanging(
  compiler: Compiler,
  series: string,
  clerk: string,
  sample = false,
): Promise<ExchangingOffice> {
  const { folder, remove } = await temporaryFolder();
  const answers = noAnswers();
  const office = await openTestOffice(folder, compiler, standingClock('2025-11-21'), answers);
  const certificates = { ...someSettings.certificates, series };
  await must(office, { type: 'office.establish', settings: { ...someSettings, clerk, certificates }, sample });
  return {
    ...{ office, answers, folder },
    async close() {
      await office.close();
      await remove();
    },
  };
}

/** Hands everything of an election over; answers the bag's folder. */
export async function handOver(
  { office, answers }: Pick<ExchangingOffice, 'office' | 'answers'>,
  electionId: string,
  stick: string,
  encrypt: { passphrase: string } | { receiverKey: string } = { passphrase },
): Promise<string> {
  answers.chooseFolder = stick;
  await ask(office, 'handover.chooseFolder', { language: 'ky' });
  const handover = await ask(office, 'handover.write', {
    ...{ electionId, scope: { kind: 'everything' }, level: 'full', folder: stick, passphrase: null, ...encrypt },
    ...{ giver: office.state().settings?.clerk ?? '', receiver: 'Ош', languages: ['ky'], job: 'give' },
  });
  return join(stick, handover.bag);
}

/** Chooses and opens a bag; the fingerprint is compared as the clerk would. */
export async function lookAt(
  { office, answers }: Pick<ExchangingOffice, 'office' | 'answers'>,
  bag: string,
): Promise<{ seen: BagSeen; preview: ReceivePreview }> {
  answers.chooseFolder = bag;
  const seen = await ask(office, 'receive.choose', { language: 'ky', job: 'look' });
  if (!seen) throw new Error('nothing was chosen');
  const { receiveId, fingerprint } = seen;
  const preview = await ask(office, 'receive.open', {
    ...{ receiveId, comparedFingerprint: fingerprint, job: 'open' },
    passphrase: seen.encryptedWith === 'passphrase' ? passphrase : null,
  });
  return { seen, preview };
}

export async function takeIn(
  exchanging: Pick<ExchangingOffice, 'office' | 'answers'>,
  bag: string,
): Promise<ReceivedHandover> {
  const { seen } = await lookAt(exchanging, bag);
  return ask(exchanging.office, 'receive.commit', { receiveId: seen.receiveId, job: 'take' });
}
