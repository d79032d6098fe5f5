/** What an entry of the table of the observer's fields (`observer-fields.ts`) says. */
import type { z } from 'zod';
import type { FieldFault } from '../base/refusals.ts';
import type { IsoDate } from '../base/primitives.ts';

/**
 * How a field is typed, read, compared and shown. `own` is none of these: the field keeps its own code in the form, the
 * import, the lists and the badge.
 */
export type FieldKind = 'text' | 'paragraph' | 'date' | 'choice' | 'country' | 'trilingual' | 'own';

/** Where the form has the field; the label is the word of its name in `locales/*\/applications.json`. */
export type FieldForm = {
  section: 'intake' | 'person' | 'position' | 'stay';
  /** The calendar offers no day after today. */
  past?: boolean;
  /** Where the calendar opens while the field is empty. */
  suggested?: IsoDate;
  /** The most characters that can be typed. */
  longest?: number;
};

/** A column that an organisation's table may have, with the template's example; empty for one that keeps its own. */
export type ImportColumn = readonly [field: string, example: string];

/** A part of the record that the merge takes whole from one side, and the places where it lies. */
export type MergePart = readonly [name: string, ...places: string[]];

/** The columns of the list of people and of the handover's table, titled in `locales/*\/handover-tables.json`. */
export type FieldColumns = {
  /** `badge-list` may be handed to anybody who checks badges; the other two are in the full level alone. */
  place: 'badge-list' | 'person' | 'end';
  ids: readonly string[];
};

/** How a plain field stands on badges and certificates: hidden until a design shows it. */
export type BadgeField = {
  /** Its place among the fields of its region in the usual design. */
  order: number;
  /** On A6: the least, usual and largest size in points, and the height at the usual size in millimetres. */
  size: readonly [least: number, usual: number, most: number, height: number];
  /** What the sample person has, with which designs are tried. */
  sample: unknown;
};

export type ObserverField = {
  schema: z.ZodType;
  /** What stands in a new application. */
  empty: unknown;
  kind: FieldKind;
  /** The list of a choice, as `locales/*\/domain.json` names it. */
  choice: { list: 'receivedHow' | 'category' | 'sex'; values: readonly string[]; required: boolean } | null;
  /** Null: the form has code of its own for it, or does not show it. */
  form: FieldForm | null;
  imports: readonly ImportColumn[];
  /** `alone`: the field is a part by itself. Empty: it belongs to another field's part. */
  merge: 'alone' | readonly MergePart[];
  columns: FieldColumns | null;
  /** Null: on no badge, or with code of its own. */
  badge: BadgeField | null;
  /** A substitute takes it over from the withdrawn observer. */
  forSubstitute: boolean;
  /** What is wrong with a value by itself; checks that look at more are in `rules/application-rules.ts`. */
  check: ((value: never) => FieldFault['code'] | null) | null;
};
