/**
 * The papers an office asks for with an application: a setting, since what is asked differs between elections, organisations
 * and categories of observers (shared/domain/README.md: what is not marked fixed is a setting).
 */
import { z } from 'zod';
import { ObserverCategory, PaperId, mostPapers, type ApplicationFields } from './application.ts';
import { OrganisationKind } from './organisation.ts';
import type { FieldFault } from '../base/refusals.ts';
import { Trilingual, isComplete } from '../base/primitives.ts';

/** Papers the program has words for: their name in the settings may stay empty. */
export const standardPapers = ['application-form', 'passport-copy', 'photo', 'consent'] as const;
export type StandardPaper = (typeof standardPapers)[number];
export const isStandardPaper = (id: PaperId): id is StandardPaper => standardPapers.some((paper) => paper === id);

/** `off`: asked for no longer; applications that came with it keep it. */
export const paperDemands = ['required', 'optional', 'off'] as const;
export const PaperDemand = z.enum(paperDemands);
export type PaperDemand = z.infer<typeof PaperDemand>;

export const AskedPaper = z.strictObject({
  id: PaperId,
  /** Empty in all three languages for a standard paper that bears the program's name for it. */
  name: Trilingual,
  demand: PaperDemand,
  /** Of whom it is asked; an empty list asks everybody. */
  categories: z.array(ObserverCategory),
  organisationKinds: z.array(OrganisationKind),
});
export type AskedPaper = z.infer<typeof AskedPaper>;

/** Each paper stands in it once. */
export const Checklist = z
  .array(AskedPaper)
  .max(mostPapers)
  .refine((papers) => new Set(papers.map(({ id }) => id)).size === papers.length);
export type Checklist = z.infer<typeof Checklist>;

const standard = (id: StandardPaper, demand: PaperDemand): AskedPaper => ({
  id,
  name: { ky: '', ru: '', en: '' },
  demand,
  categories: [],
  organisationKinds: [],
});

export const defaultChecklist: Checklist = [
  standard('application-form', 'optional'),
  standard('passport-copy', 'required'),
  standard('photo', 'optional'),
  standard('consent', 'optional'),
];

/** The papers asked for of an observer of a category whom an organisation of a kind sends, in the order of the checklist. */
export const papersAskedOf = (
  checklist: Checklist,
  { category }: Pick<ApplicationFields, 'category'>,
  organisationKind: OrganisationKind | null,
): AskedPaper[] =>
  checklist.filter(
    ({ demand, categories, organisationKinds }) =>
      demand !== 'off' &&
      (categories.length === 0 || categories.includes(category)) &&
      (organisationKinds.length === 0 || (organisationKind !== null && organisationKinds.includes(organisationKind))),
  );

export const missingPapers = ({ papers }: Pick<ApplicationFields, 'papers'>, asked: readonly AskedPaper[]) =>
  asked.filter(({ id }) => !papers.includes(id));

/** That a paper is missing; the name goes along where it is the office's own, since the office may change it later. */
export const paperFault = ({ id, name }: AskedPaper): FieldFault => ({
  path: `${paperPath}${id}`,
  code: 'field.required',
  ...(isComplete(name) ? { params: { ...name } } : {}),
});
export const paperPath = 'papers.';

/** What is wrong with the checklist, field by field: names in three languages, each paper once. */
export const checkChecklist = (checklist: Checklist): FieldFault[] =>
  checklist.flatMap(({ id, name }, index): FieldFault[] => {
    const path = `checklist.${String(index)}.name`;
    const mayBeEmpty = isStandardPaper(id) && (name.ky + name.ru + name.en).trim() === '';
    return mayBeEmpty || isComplete(name) ? [] : [{ path, code: 'field.threeLanguages' }];
  });
