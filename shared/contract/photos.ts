/** Photos: kept as files, pasted, and a folder of them given to the people they show. */
import { z } from 'zod';
import { photoMatches } from '../domain/rules/photo-matching.ts';
import { Crop, Photo } from '../domain/records/person.ts';
import { Id } from '../domain/base/primitives.ts';
import { ApplicationRow } from './applications.ts';
import { workers } from '../domain/records/operator.ts';
import { Done, maximumSelection, operation, writing } from './operation.ts';

/** Pictures cross as bytes; the office stores only what it has checked. */
const PictureBytes = z.instanceof(Uint8Array);

/** Files taken from a folder at once. */
export const mostPhotos = 2000;
/** More people than this whom a file's name could mean are no help to the clerk. */
export const mostMeant = 10;

/** Whom a file's name could mean; `sure` when it is one person and nothing speaks against it. */
export const PhotoProposal = z.strictObject({
  by: z.enum(photoMatches).nullable(),
  people: z.array(ApplicationRow).max(mostMeant),
  sure: z.boolean(),
});
export type PhotoProposal = z.infer<typeof PhotoProposal>;

export const photoOperations = {
  /** Refuses with `photo.notAnImage`, `photo.tooLarge`, `photo.tooSmall`, `store.diskFull` or `store.writeFailed`. */
  'photo.add': operation(workers, z.strictObject({ original: PictureBytes, picture: PictureBytes, crop: Crop }), Photo),
  /** Pastes into the page as Ctrl+V does: the page itself may not read the clipboard. */
  'photo.paste': operation(workers, z.strictObject({}), Done),
  /** A proposal for each file name, in the order given; among the people of one organisation, or of all. */
  'photo.match': operation(
    workers,
    z.strictObject({
      electionId: Id,
      organisationId: Id.nullable(),
      fileNames: z.array(z.string().max(1000)).max(mostPhotos),
    }),
    z.array(PhotoProposal),
  ),
  /** All of them or none: one change in the journal. */
  'photo.assign': operation(
    writing('application.setPhotos'),
    z.strictObject({
      rows: z
        .array(z.strictObject({ id: Id, photo: Photo }))
        .min(1)
        .max(maximumSelection),
    }),
    Done,
  ),
};
