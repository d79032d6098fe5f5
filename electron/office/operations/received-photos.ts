/** The photos of a bag: shown beside ours before anything is taken in, and kept before the journal names them. */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { partsApart } from '#shared/domain/merge/fields.ts';
import { checkPicture } from '../store/photos.ts';
import type { AnyRecord } from '#shared/domain/merge/compare.ts';
import type { Application } from '#shared/domain/records/application.ts';
import type { JobControl } from '../context/jobs.ts';
import type { OfficeContext } from './handlers.ts';
import type { OpenedBag } from '../exchange/open-bag.ts';
import type { Question } from '#shared/domain/merge/index.ts';
import type { ReceiveQuestion } from '#shared/contract/receiving.ts';

/** Both photos of a person whose photo is not the same on both; theirs are not on this device yet. */
export async function picturesBeside(
  { photos }: OfficeContext,
  opened: OpenedBag | null,
  question: Question | undefined,
): Promise<ReceiveQuestion['pictures']> {
  if (question?.kind !== 'record' || question.record.kind !== 'application') return null;
  if (!partsApart(question.record).includes('photo')) return null;
  const url = async (record: AnyRecord | null): Promise<string | null> => {
    const hash = (record as Application | null)?.photo?.picture;
    if (hash === undefined) return null;
    const bytes = opened?.photos.get(hash) ?? (await photos.read(hash))?.bytes;
    const size = bytes ? checkPicture(bytes) : null;
    if (!bytes || !size?.ok) return null;
    return `data:${size.value.type};base64,${Buffer.from(bytes).toString('base64')}`;
  };
  return { ours: await url(question.record.ours), theirs: await url(question.record.theirs) };
}

/** Every photo that a record of the bag names is on the device before the journal names it. */
export async function keepPhotos(
  office: OfficeContext,
  { file, photos }: OpenedBag,
  { signal, progress }: JobControl,
): Promise<Outcome<null>> {
  const { applications, certificates } = file.bundle.records;
  const named = new Map<string, Application | null>();
  for (const application of applications) {
    const { photo } = application;
    if (photo) for (const hash of [photo.original, photo.picture]) named.set(hash, application);
  }
  for (const { printed } of certificates) if (printed?.picture) named.set(printed.picture, null);
  let made = 0;
  for (const [hash, application] of named) {
    if (signal.aborted) return refuse('job.cancelled');
    made += 1;
    progress(made, named.size);
    if (await office.photos.read(hash)) continue;
    const bytes = photos.get(hash);
    if (!bytes) {
      const person = application?.names.latin.surname ?? '';
      return refuse('handover.notWhole', { file: `photos/${hash.slice(0, 8)} ${person}`.trim() });
    }
    const kept = await office.photos.add(bytes);
    if (!kept.ok) return kept;
  }
  return done(null);
}
