/** What follows from the table of the observer's fields: names and types of the fields of a sort, and pieces of records. */
import type { z } from 'zod';
import { observerFields } from './observer-fields.ts';
import type { BadgeField, FieldKind, MergePart, ObserverField } from './observer-field.ts';

export type ObserverFields = typeof observerFields;
export type ObserverFieldName = keyof ObserverFields;
export type ObserverValue<K extends ObserverFieldName> = z.infer<ObserverFields[K]['schema']>;

/** In the order of the record. */
export const observerFieldNames = Object.keys(observerFields) as ObserverFieldName[];

/** The entry without what is peculiar to it, for code that reads any of them. */
export const observerField = (name: ObserverFieldName): ObserverField => observerFields[name];

/** The names of the fields whose entry has a property of some type. */
type NamesWith<P extends keyof ObserverField, T> = {
  [K in ObserverFieldName]: ObserverFields[K][P] extends T ? K : never;
}[ObserverFieldName];

export type FieldOfKind<K extends FieldKind> = NamesWith<'kind', K>;
export const isOfKind = <K extends FieldKind>(name: ObserverFieldName, kind: K): name is FieldOfKind<K> =>
  observerFields[name].kind === kind;

/** Fields that the form draws by their kind. */
export type FormFieldName = Exclude<ObserverFieldName, NamesWith<'form', null>>;
export const formFieldsOf = (section: NonNullable<ObserverField['form']>['section']): FormFieldName[] =>
  (observerFieldNames as FormFieldName[]).filter((name) => observerField(name).form?.section === section);

/** A piece of the table's columns, such as every field's schema, under the fields' names. */
const piece = <P extends keyof ObserverField, K extends ObserverFieldName>(property: P, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, observerField(name)[property]])) as {
    [N in K]: ObserverFields[N][P];
  };

/** Some fields of a record. */
const pick = <K extends ObserverFieldName>(names: readonly K[], fields: { [N in K]: ObserverValue<N> }) =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as { [N in K]: ObserverValue<N> };

export const observerShape = piece('schema', observerFieldNames);
export const emptyObserver: { [K in ObserverFieldName]: ObserverValue<K> } = piece('empty', observerFieldNames);

/** Fields that a badge or certificate shows by their kind. */
export type PrintedFieldName = Exclude<ObserverFieldName, NamesWith<'badge', null>>;
export const printedFields = (observerFieldNames as PrintedFieldName[]).filter((name) => observerField(name).badge);
export const printedShape = piece('schema', printedFields);
export const printedOf = (fields: { [K in PrintedFieldName]: ObserverValue<K> }) => pick(printedFields, fields);

const columnOfBadges = <P extends keyof BadgeField>(property: P) =>
  Object.fromEntries(printedFields.map((name) => [name, observerFields[name].badge[property]]));
export const badgeSizes = columnOfBadges('size') as Record<PrintedFieldName, BadgeField['size']>;
export const printedSample = columnOfBadges('sample') as { [K in PrintedFieldName]: ObserverValue<K> };

/** In the order in which the usual design has them. */
export const badgeOrder = [...printedFields].sort(
  (one, other) => observerFields[one].badge.order - observerFields[other].badge.order,
);

type SubstituteFieldName = NamesWith<'forSubstitute', true>;
const substituteFields = (observerFieldNames as SubstituteFieldName[]).filter(
  (name) => observerField(name).forSubstitute,
);
/** The fields that stay with the place when somebody else takes it. */
export const placeOf = (fields: { [K in SubstituteFieldName]: ObserverValue<K> }) => pick(substituteFields, fields);

/** The parts of an application's fields that a merge takes from one side or the other, in the order of the record. */
export const observerParts: readonly MergePart[] = observerFieldNames.flatMap((name) => {
  const { merge } = observerField(name);
  return merge === 'alone' ? [[name, name] as const] : merge;
});

type ImportedField = ObserverFields[ObserverFieldName]['imports'][number][0];

/** In an organisation's table the category follows the document. */
const importOrder: ObserverFieldName[] = observerFieldNames.filter((name) => name !== 'category');
importOrder.splice(importOrder.indexOf('document') + 1, 0, 'category');
const importColumns = importOrder.flatMap((name) => observerField(name).imports);
export const importedFields = importColumns.map(([field]) => field as ImportedField);

/** What the template's example row has in a column; empty for one that has its example elsewhere, or none. */
export const importExample = (field: string): string => importColumns.find(([name]) => name === field)?.[1] ?? '';
