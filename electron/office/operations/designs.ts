/** Designs of certificates and badges: tried on paper, put in force, carried in files; and the printers of this laptop. */
import { createHash } from 'node:crypto';
import { readAtMost } from '../exchange/read-at-most.ts';
import { designFile, largestDesignFile, readDesignFile } from '../exchange/design-file.ts';
import { unfitOf, unfitOnPapersInUse } from '../documents/try-design.ts';
import { largestPhotoBytes } from '../store/photos.ts';
import { completeDesign } from '#shared/domain/design/complete.ts';
import { checkDesign } from '#shared/domain/design/rules.ts';
import { designId } from '#shared/domain/records/design.ts';
import { currentVersion, designOf } from '#shared/domain/rules/design-version.ts';
import { done, refuse, refuseFields, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { wordsOf } from '../wording/words.ts';
import type { designOperations } from '#shared/contract/designs.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import { saveBytes } from '../context/save-file.ts';

export function designHandlers(
  office: OfficeContext,
  keep: (bytes: Uint8Array, name: string) => string,
): Handlers<keyof typeof designOperations> {
  return {
    'design.current': () => {
      const state = office.state();
      const version = currentVersion(state);
      const { officer = null, at = null } = state.designs.get(designId(version)) ?? {};
      return done({ version, design: designOf(state, version), officer, at });
    },
    'design.preview': ({ design, paper, category, twoSided, languages, job }) =>
      office.jobs.run(job, async (control) => {
        const tried = await unfitOf(office, { design, format: paper, category, twoSided, languages }, control);
        if (!tried.ok) return tried;
        const { pdf, pages, unfit } = tried.value;
        const fileName = `design-${paper}.pdf`;
        return done({ token: keep(pdf, fileName), fileName, pages, bytes: pdf.length, unfit });
      }),
    'design.save': ({ design: given, job }) =>
      office.jobs.run(job, async (control) => {
        const design = completeDesign(given);
        const faults = checkDesign(design);
        if (faults.length > 0) return refuseFields(faults);
        const unfit = await unfitOnPapersInUse(office, design, control);
        if (!unfit.ok) return unfit;
        if (unfit.value.length > 0) {
          return refuseFields(
            unfit.value.map(({ face, field }) => ({
              path: `faces.${face}.${field}`,
              code: 'field.noRoom',
              params: { face, field },
            })),
          );
        }
        return carryOut(office, { type: 'office.changeDesign', design });
      }),
    'design.chooseEmblem': async ({ language }) => {
      const bytes = await chosenEmblem(office, language);
      if (!bytes.ok) return bytes;
      return bytes.value ? keepEmblem(office, bytes.value) : done(null);
    },
    'design.restoreEmblem': async ({ emblem, language }) => {
      const bytes = await chosenEmblem(office, language);
      if (!bytes.ok) return bytes;
      if (!bytes.value) return done({ restored: false });
      if (createHash('sha256').update(bytes.value).digest('hex') !== emblem) return refuse('design.otherEmblem');
      const kept = await office.emblems.add(bytes.value);
      return kept.ok ? done({ restored: true }) : kept;
    },
    'design.export': async ({ design, language }) => {
      const words = wordsOf(office.state())[language].designs.dialog;
      const emblem = design.emblem === null ? null : await office.emblems.read(design.emblem);
      if (design.emblem !== null && !emblem) return refuse('design.emblemMissing', { emblem: design.emblem });
      return saveBytes(office.ports.dialogs, designFile({ design, emblem: emblem?.bytes ?? null }), {
        title: words.save,
        name: `design-${office.today()}.json`,
        filters: [{ name: words.json, extensions: ['json'] }],
      });
    },
    'design.read': async ({ language }) => {
      const words = wordsOf(office.state())[language].designs.dialog;
      const filters = [{ name: words.json, extensions: ['json'] }];
      const path = await office.ports.dialogs.openFile({ title: words.open, filters });
      if (path === null) return done(null);
      const bytes = await readAtMost(path, largestDesignFile);
      const read = bytes ? readDesignFile(bytes) : refuse('design.notAFile');
      if (!read.ok) return read;
      const { design, emblem } = read.value;
      if (!emblem) return done({ design });
      const kept = await keepEmblem(office, emblem);
      if (!kept.ok) return kept;
      return kept.value.emblem === design.emblem ? done({ design }) : refuse('design.damaged');
    },
    'printer.list': () => done([...office.state().printers.values()]),
    'printer.set': ({ printers }) =>
      carryOut(office, {
        type: 'office.setPrinters',
        printers: printers.map((printer) => ({ ...printer, id: printer.id ?? office.newId() })),
      }),
  };
}

async function chosenEmblem(office: OfficeContext, language: Language): Promise<Outcome<Uint8Array | null>> {
  const words = wordsOf(office.state())[language].designs.dialog;
  const filters = [{ name: words.emblem, extensions: ['png', 'svg'] }];
  const path = await office.ports.dialogs.openFile({ title: words.chooseEmblem, filters });
  if (path === null) return done(null);
  const bytes = await readAtMost(path, largestPhotoBytes);
  return bytes ? done(bytes) : refuse('photo.tooLarge', { megabytes: 8, most: 6000 });
}

/** An emblem is kept only after it was printed once: what the compiler cannot read would stop every later print. */
async function keepEmblem(office: OfficeContext, bytes: Uint8Array) {
  const kept = await office.emblems.add(bytes);
  if (!kept.ok) return kept;
  const emblem = kept.value.hash;
  const { faces, ...rest } = designOf(office.state(), 0);
  const design = { ...rest, emblem, faces: { ...faces, certificate: { ...faces.certificate, emblem: true } } };
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const trial = { design, format: 'certificate' as const, category: 'technical' as const, twoSided: false };
  const tried = await unfitOf(office, { ...trial, languages: ['en'] }, control);
  if (tried.ok) return done({ emblem });
  return ['document.failed', 'document.compilerFell'].includes(tried.refusal.code)
    ? refuse('design.emblemUnreadable')
    : tried;
}
