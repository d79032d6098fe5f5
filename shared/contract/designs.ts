/** How certificates and badges look: tried on a sample, put in force, carried to another laptop; and the printers. */
import { z } from 'zod';
import { ObserverCategory } from '../domain/records/application.ts';
import { BadgeFormat, Design, DesignField, Face } from '../domain/records/design.ts';
import { Id, Instant, Language, Line, Sha256 } from '../domain/base/primitives.ts';
import { Printer, mostPrinters } from '../domain/records/printer.ts';
import { RenderedDocument } from './documents.ts';
import { heads, workers } from '../domain/records/operator.ts';
import { Done, Job, operation, writing } from './operation.ts';

/** A field whose longest text has no room at a legible size. */
export const UnfitField = z.strictObject({ face: Face, field: DesignField });
export type UnfitField = z.infer<typeof UnfitField>;

export const DesignInForce = z.strictObject({
  /** 0: the program's own. */
  version: z.int().min(0),
  design: Design,
  officer: Line.nullable(),
  at: Instant.nullable(),
});
export type DesignInForce = z.infer<typeof DesignInForce>;

export const designOperations = {
  'design.current': operation('everybody', z.strictObject({}), DesignInForce),
  /**
   * The very PDF of a sample person with the longest names, in the design given; what does not fit is framed in red on
   * it and named.
   */
  'design.preview': operation(
    'everybody',
    z.strictObject({
      design: Design,
      paper: z.enum(['certificate', ...BadgeFormat.options]),
      category: ObserverCategory,
      twoSided: z.boolean(),
      languages: z.array(Language).min(1).max(3),
      job: Job,
    }),
    RenderedDocument.extend({ unfit: z.array(UnfitField) }),
  ),
  /** Puts a design in force. Refused, with the fields, while any text of the sample does not fit on a paper it uses. */
  'design.save': operation(writing('office.changeDesign'), z.strictObject({ design: Design, job: Job }), Done),
  /** Asks for the emblem's file (PNG or SVG) and keeps it; null when the clerk thought better of it. */
  'design.chooseEmblem': operation(
    heads,
    z.strictObject({ language: Language }),
    z.strictObject({ emblem: Sha256 }).nullable(),
  ),
  /**
   * Asks for the file of an emblem that is no longer on the disk, and keeps it when it is the very same picture: no
   * design changes. `design.otherEmblem` for another picture; not restored when the clerk thought better of it.
   */
  'design.restoreEmblem': operation(
    workers,
    z.strictObject({ emblem: Sha256, language: Language }),
    z.strictObject({ restored: z.boolean() }),
  ),
  /** Saves a design with its emblem as one file. */
  'design.export': operation(
    'everybody',
    z.strictObject({ design: Design, language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** Asks for such a file and reads it; nothing is changed yet. Null when the clerk thought better of it. */
  'design.read': operation(
    heads,
    z.strictObject({ language: Language }),
    z.strictObject({ design: Design }).nullable(),
  ),
  'printer.list': operation('everybody', z.strictObject({}), z.array(Printer)),
  'printer.set': operation(
    writing('office.setPrinters'),
    z.strictObject({ printers: z.array(Printer.extend({ id: Id.nullable() })).max(mostPrinters) }),
    Done,
  ),
};
