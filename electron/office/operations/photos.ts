/** Photos: kept as they come, pasted, and a folder of them given to the people they show. */
import { applicationRow } from '../registry/rows.ts';
import { photoMatcher } from '#shared/domain/rules/photo-matching.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { mostMeant, type photoOperations } from '#shared/contract/photos.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';

export function photoHandlers(office: OfficeContext): Handlers<keyof typeof photoOperations> {
  return {
    'photo.paste': () => {
      office.ports.paste?.();
      return done({});
    },
    'photo.add': async ({ original, picture, crop }) => {
      const originalKept = await office.photos.add(original);
      if (!originalKept.ok) return originalKept;
      const pictureKept = await office.photos.add(picture);
      if (!pictureKept.ok) return pictureKept;
      return done({ original: originalKept.value.hash, picture: pictureKept.value.hash, crop });
    },
    'photo.match': ({ electionId, organisationId, fileNames }) => {
      const state = office.state();
      const today = office.today();
      const match = photoMatcher(
        [...state.applications.values()].filter(
          (application) =>
            application.electionId === electionId &&
            (organisationId === null || application.organisationId === organisationId),
        ),
      );
      return done(
        fileNames.map((fileName) => {
          const { by, people, sure } = match(fileName);
          return { by, people: people.slice(0, mostMeant).map((one) => applicationRow(state, one, today)), sure };
        }),
      );
    },
    'photo.assign': ({ rows }) => carryOut(office, { type: 'application.setPhotos', rows }),
  };
}
