/** Certificates and badges as their template reads them: people by the design, format and side they are printed in. */
import type { FaceLayout } from '#shared/domain/design/layout.ts';
import type { BadgeFormat, Design } from '#shared/domain/records/design.ts';
import { faceOf, type FittedFaces } from '#shared/domain/design/printer-fit.ts';
import { sheets, type Sheet } from '#shared/domain/design/imposition.ts';
import type { ObserverCategory } from '#shared/domain/records/application.ts';
import type { Printer } from '#shared/domain/records/printer.ts';
import { fieldLines, type FieldLine } from './field-lines.ts';
import type { PersonData } from './person-data.ts';

/** People who are printed alike, in their order. */
export type Paper = {
  format: BadgeFormat | 'certificate';
  twoSided: boolean;
  design: Design;
  people: PersonData[];
};

/** A person with the files that the template reads. */
export type MappedPerson = { person: PersonData; photo: string | null; qr: MappedCode; backQr: MappedCode | null };
export type MappedCode = { path: string; side: number };

export type PaperItem = {
  number: string;
  category: ObserverCategory;
  photo: string | null;
  qr: MappedCode;
  backQr: MappedCode | null;
  lines: Partial<Record<string, FieldLine[]>>;
};

export type PaperGroup = {
  sheet: Sheet;
  front: FaceLayout;
  back: FaceLayout | null;
  emblem: string | null;
  colours: Record<string, string>;
  shift: Pick<Printer, 'front' | 'back'>;
  items: PaperItem[];
};

const unmoved: PaperGroup['shift'] = { front: { x: 0, y: 0 }, back: { x: 0, y: 0 } };

export function paperGroup(
  { format, design }: Paper,
  { front, back }: FittedFaces,
  people: readonly MappedPerson[],
  emblem: string | null,
  printer: Printer | null,
): PaperGroup {
  const face = faceOf(format);
  const sheet = sheets[format];
  const fields = new Set([...front.boxes, ...(back?.boxes ?? [])].map(({ field }) => field));
  return {
    ...{ sheet, front, back, emblem },
    colours: Object.fromEntries(Object.entries(design.categories).map(([category, { colour }]) => [category, colour])),
    shift: printer ? { front: printer.front, back: printer.back } : unmoved,
    items: people.map(({ person, photo, qr, backQr }) => ({
      ...{ number: person.number, category: person.category, photo, qr, backQr },
      lines: Object.fromEntries([...fields].map((field) => [field, fieldLines(field, person, face)])),
    })),
  };
}
