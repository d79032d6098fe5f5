/** Tries a design on paper with the sample person, and finds every field that has no room at a legible size. */
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import { observerCategories, type ObserverCategory } from '#shared/domain/records/application.ts';
import { designFields, faces, type BadgeFormat, type Design } from '#shared/domain/records/design.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import type { UnfitField } from '#shared/contract/designs.ts';
import { wordsOf } from '../wording/words.ts';
import type { JobControl } from '../context/jobs.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { PhotoStore } from '../store/photos.ts';
import type { Compiler } from './compiler.ts';
import { faceOf } from '#shared/domain/design/printer-fit.ts';
import { inOrder, render, type MadePdf } from './render.ts';
import { longestCategory, samplePerson } from './sample-person.ts';

/** What a trial needs of the office. */
type Drawing = { state(): State; compiler: Compiler; photos: PhotoStore; emblems: PhotoStore };

export type Trial = {
  design: Design;
  format: BadgeFormat | 'certificate';
  category: ObserverCategory;
  twoSided: boolean;
  languages: readonly Language[];
};

/** The sample in a design, with all that does not fit framed on it. */
export async function unfitOf(
  office: Drawing,
  { design, format, category, twoSided, languages: asked }: Trial,
  control: JobControl,
): Promise<Outcome<MadePdf & { unfit: UnfitField[] }>> {
  const state = office.state();
  const words = wordsOf(state);
  const chosen = inOrder(asked);
  const people = [samplePerson(state, category, chosen, design.texts, faceOf(format))];
  const printer = null;
  const unfit: UnfitField[] = [];
  for (;;) {
    const made = await render(
      {
        ...{ template: 'paper.typ', title: words[chosen[0] ?? 'ky'].designs.sample, printer },
        papers: [{ format, twoSided, design, people }],
        unfit: unfit.map(({ face, field }) => `${face}.${field}`),
      },
      {
        ...{ compiler: office.compiler, photos: office.photos, emblems: office.emblems, sample: state.sample },
        ...{ words, languages: chosen, ...control },
      },
    );
    if (made.ok) return done({ ...made.value, unfit });
    const { code, params } = made.refusal;
    const face = faces.find((one) => one === params?.face);
    const field = designFields.find((one) => one === params?.field);
    const isKnown = unfit.some((one) => one.face === face && one.field === field);
    if (code !== 'design.doesNotFit' || !face || !field || isKnown) return made;
    unfit.push({ face, field });
  }
}

/** Everything without room on the certificate and on the badges of every category, all three languages printed. */
export async function unfitOnPapersInUse(
  office: Drawing,
  design: Design,
  control: JobControl,
): Promise<Outcome<UnfitField[]>> {
  const words = wordsOf(office.state());
  const formats = new Set<Trial['format']>(['certificate']);
  for (const category of observerCategories) formats.add(design.categories[category].format);
  const category = longestCategory((one) => languages.map((language) => words[language].domain.category[one]).join(''));
  const found = new Map<string, UnfitField>();
  const quietly = { ...control, progress: () => undefined };
  for (const [index, format] of [...formats].entries()) {
    control.progress(index, formats.size);
    const tried = await unfitOf(office, { design, format, category, twoSided: true, languages }, quietly);
    if (!tried.ok) return tried;
    for (const field of tried.value.unfit) found.set(`${field.face}.${field.field}`, field);
  }
  return done([...found.values()]);
}
