/** A printer as this laptop knows it: how far it prints off the mark. Found with the calibration page. */
import { z } from 'zod';
import type { FieldFault } from '../base/refusals.ts';
import { Id, Line } from '../base/primitives.ts';

/** Millimetres to the right and down; negative to the left and up. */
const Shift = z.number().min(-15).max(15);

export const Printer = z.strictObject({
  id: Id,
  name: Line,
  /** By how much the front of a sheet is moved. */
  front: z.strictObject({ x: Shift, y: Shift }),
  /** By how much the back is moved, so that it lies on the front. */
  back: z.strictObject({ x: Shift, y: Shift }),
  /** What it cannot print on, along every edge; millimetres. */
  margin: z.number().min(0).max(20),
  /** What is printed on it: one printer for each. */
  certificates: z.boolean(),
  badges: z.boolean(),
});
export type Printer = z.infer<typeof Printer>;

/** No office has more. */
export const mostPrinters = 20;

export function checkPrinters(printers: readonly Printer[]): FieldFault[] {
  const faults: FieldFault[] = [];
  printers.forEach(({ name }, index) => {
    if (name.trim() === '') faults.push({ path: `${String(index)}.name`, code: 'field.required' });
  });
  for (const use of ['certificates', 'badges'] as const) {
    const [, ...more] = printers.flatMap((printer, index) => (printer[use] ? [index] : []));
    for (const index of more) faults.push({ path: `${String(index)}.${use}`, code: 'field.onePrinter' });
  }
  return faults;
}
