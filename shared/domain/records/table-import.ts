/** An organisation's table that was taken in: whom it brought, and how its columns were read, for the organisation's next table. */
import { z } from 'zod';
import { Id, Instant, Line } from '../base/primitives.ts';

export const nameOrders = ['surname-first', 'surname-last'] as const;
/** How a cell that holds a whole name is read. */
export const NameOrder = z.enum(nameOrders);
export type NameOrder = z.infer<typeof NameOrder>;

/**
 * How a table was read. Kept in the journal, not among the laptop's preferences: an organisation sends its table to the office,
 * and what the office has learnt of it goes with the office's data to a new laptop and out of a backup.
 */
export const TableReading = z.strictObject({
  /** Each mapped column by its header as the organisation writes it, and the field it was taken for. */
  columns: z.array(z.strictObject({ header: Line, field: z.string().max(40) })).max(200),
  nameOrder: NameOrder,
});
export type TableReading = z.infer<typeof TableReading>;

export const TableImport = z.strictObject({
  id: Id,
  electionId: Id,
  organisationId: Id,
  fileName: Line,
  at: Instant,
  applicationIds: z.array(Id).min(1),
  /** The last number in the register that it used: none is given again, even when the import is taken back. */
  lastNumber: z.int().positive(),
  reading: TableReading,
  withdrawnAt: Instant.nullable(),
});
export type TableImport = z.infer<typeof TableImport>;
