/** A short piece of an office's work with all that it keeps: changes, photos, an unsaved form, backups, a snapshot. */
import { createHash } from 'node:crypto';
import type { Office } from '../../electron/office/office.ts';
import { recordsOfState } from '../../electron/office/store/state-records.ts';
import { someOrganisation, someElection, somePerson, someSettings } from './fictitious.ts';
import { ask } from './open-office.ts';
import { pngOf } from '../unit/store/pictures.ts';

/** What was acknowledged: it must be there ever after. */
export type Promised = {
  seq: number;
  /** Sum of the whole register at that change. */
  state: string;
  /** Sums of photos. */
  photos: string[];
  /** What the unsaved form held. */
  drafts: string | null;
  /** The change up to which a backup was made. */
  backup: number | null;
};

export const sumOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const sumOfState = (office: Office): string => sumOf(JSON.stringify([...recordsOfState(office.state())]));

/** Changes of the whole work, the signing key's own among them, and up to which the first backup goes. */
export const changesOfWork = { all: 6, inFirstBackup: 5 };

/** Its dialogs must show the folder for backups. `note` hears of every acknowledgement. */
export async function workInOffice(office: Office, note: (there: Promised) => void): Promise<void> {
  const seen = (more: Partial<Promised> = {}): void => {
    note({ seq: office.head().seq, state: sumOfState(office), photos: [], drafts: null, backup: null, ...more });
  };
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  seen();
  const { id: electionId } = await ask(office, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(office, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  seen();
  const form = { key: 'application.new', kind: 'application' as const, electionId, recordId: null, basis: null };
  const title = { ky: 'Бир', ru: 'Бир', en: 'One' };
  await ask(office, 'drafts.keep', { work: { ...form, title, content: { typed: 'бир'.repeat(300) } } });
  seen({ drafts: 'бир' });
  const [original, picture] = [Uint8Array.from(pngOf(300, 400)), Uint8Array.from(pngOf(301, 400))];
  const crop = { x: 0, y: 0, width: 300, height: 400 };
  const photo = await ask(office, 'photo.add', { original, picture, crop });
  const photos = [photo.original, photo.picture];
  seen({ photos });
  await ask(office, 'application.save', { id: null, electionId, organisationId, fields: { ...somePerson(1), photo } });
  await ask(office, 'drafts.keep', { work: { ...form, title, content: { typed: 'эки' } } });
  seen({ photos, drafts: 'эки' });
  await ask(office, 'backup.chooseFolder', { language: 'ky' });
  await ask(office, 'backup.make', { job: 'b' });
  seen({ photos, drafts: 'эки', backup: office.head().seq });
  await ask(office, 'application.save', { id: null, electionId, organisationId, fields: somePerson(2) });
  seen({ photos, drafts: 'эки', backup: office.head().seq - 1 });
  // Writes the snapshot, and one more backup.
  await office.close();
  seen({ photos, drafts: 'эки', backup: office.head().seq });
}

/**
 * What of the promises an opened office does not keep, in words; `said` are all of the whole work in their order, of which
 * so many were acknowledged.
 */
export async function brokenPromises(
  office: Office,
  said: readonly Promised[],
  acknowledged: number,
): Promise<string[]> {
  const promised = said[acknowledged - 1];
  const { seq } = office.head();
  const lost: string[] = [];
  if (promised && seq < promised.seq) lost.push(`stands at ${String(seq)}, not ${String(promised.seq)}`);
  const whole = said.find((one) => one.seq === seq)?.state;
  if (whole !== undefined && whole !== sumOfState(office)) lost.push(`the state at ${String(seq)} is another`);
  for (const photo of promised?.photos ?? []) if ((await office.photo(photo)) === null) lost.push('a photo');
  if (promised?.drafts) {
    const kept = await ask(office, 'drafts.take', { key: 'application.new' });
    const typed = JSON.stringify(kept?.content ?? null);
    const later = said.slice(acknowledged).flatMap(({ drafts }) => drafts ?? []);
    // What was typed last may be there before it was acknowledged.
    if (![promised.drafts, ...later, 'эки'].some((text) => typed.includes(text))) lost.push('unsaved work');
  }
  return lost;
}
