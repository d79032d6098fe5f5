/** The register of all numbers of an election: what became of each. */
import { z } from 'zod';
import { CertificateStatus, Receipt } from '../domain/records/certificate.ts';
import { Id, IsoDate, Language, Line } from '../domain/base/primitives.ts';
import { Search, Window, operation } from './operation.ts';

/**
 * `unused`: this laptop's to give, not given yet. `elsewhere`: not in this register, for it is of a block that another
 * laptop gives or of one that was taken back.
 */
export const numberStates = ['unused', ...CertificateStatus.options, 'elsewhere'] as const;
export const NumberState = z.enum(numberStates);
export type NumberState = z.infer<typeof NumberState>;

export const NumberFilter = z.strictObject({
  electionId: Id,
  /** Folded substring over numbers and the names of their bearers. */
  search: Search,
  states: z.array(NumberState),
});
export type NumberFilter = z.infer<typeof NumberFilter>;

/** A number, or a run of numbers that nobody bears: then `last` is the end of it and `count` how many they are. */
export const NumberRow = z.strictObject({
  series: z.string(),
  number: Line,
  last: Line,
  count: z.int().positive(),
  state: NumberState,
  bearer: z
    .strictObject({
      certificateId: Id,
      applicationId: Id,
      latin: z.string(),
      ky: z.string(),
      ru: z.string(),
      organisation: z.string(),
      issuedOn: IsoDate,
      receipt: Receipt.nullable(),
      returnedOn: IsoDate.nullable(),
      report: z.string(),
      /** The number it stands in for, and the one that stands in for it. */
      replaces: z.string().nullable(),
      replacedBy: z.string().nullable(),
    })
    .nullable(),
});
export type NumberRow = z.infer<typeof NumberRow>;

export const numberRegisterOperations = {
  /** By series and number; `counts` are numbers, not rows, whatever the states asked for. */
  'numberRegister.list': operation(
    'everybody',
    z.strictObject({ filter: NumberFilter, language: Language, ...Window }),
    z.strictObject({
      total: z.int(),
      rows: z.array(NumberRow),
      counts: z.array(z.strictObject({ state: NumberState, count: z.int() })),
    }),
  ),
};
