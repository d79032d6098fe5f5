/** A file of a folder of photos, and what becomes of it. */
import type { ApplicationRow } from '#shared/contract/applications.ts';
import type { PhotoProposal } from '#shared/contract/photos.ts';
import { applicationStatuses, isOpenForEdit } from '#shared/domain/records/application.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { Cut } from './crop-picture.ts';
import type { PhotoWarning, PictureFault } from './open-picture.ts';

export type FolderPhoto = {
  key: number;
  file: File;
  /** With its folders, as chosen. */
  name: string;
  proposal: PhotoProposal;
  /** What of it will be printed, small, as a data address; null when the file cannot be used. */
  thumb: string | null;
  fault: PictureFault | null;
  warnings: readonly PhotoWarning[];
  cut: Cut | null;
  person: ApplicationRow | null;
  /** The clerk, or a match that leaves no doubt, says that the person gets it. */
  taken: boolean;
};

/**
 * `unusable`: no picture to print; `nobody`: nobody chosen yet; `closed`: the person's application may not be changed any
 * more; `twice`: another file is taken for the same person; `taken` and `left` are what they say.
 */
export const folderStandings = ['taken', 'nobody', 'twice', 'closed', 'left', 'unusable'] as const;
export type FolderStanding = (typeof folderStandings)[number];

export const mayBeChanged = ({ status }: Pick<ApplicationRow, 'status'>): boolean =>
  applicationStatuses.some((one) => one === status && isOpenForEdit(one));

/** How each file stands, by its key. */
export function standingsOf(photos: readonly FolderPhoto[]): ReadonlyMap<number, FolderStanding> {
  const taken = new Map<Id, number>();
  for (const { person, taken: is } of photos) if (person && is) taken.set(person.id, (taken.get(person.id) ?? 0) + 1);
  return new Map(
    photos.map((photo) => {
      const { key, fault, person } = photo;
      if (fault !== null) return [key, 'unusable'];
      if (person === null) return [key, 'nobody'];
      if (!mayBeChanged(person)) return [key, 'closed'];
      if (!photo.taken) return [key, 'left'];
      return [key, (taken.get(person.id) ?? 0) > 1 ? 'twice' : 'taken'];
    }),
  );
}

/** Whom a file is proposed for, and whether without asking: never where a photo would be replaced. */
export function proposed({ people, sure }: PhotoProposal): Pick<FolderPhoto, 'person' | 'taken'> {
  const [only, another] = people;
  if (!only || another) return { person: null, taken: false };
  return { person: only, taken: sure && only.picture === null && mayBeChanged(only) };
}
