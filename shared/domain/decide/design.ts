/** Decisions about designs and printers. That every text fits is tried on paper by the office, before it asks. */
import { completeDesign } from '../design/complete.ts';
import { checkDesign } from '../design/rules.ts';
import { currentVersion, designOf } from '../rules/design-version.ts';
import { done, refuseFields } from '../base/refusals.ts';
import { checkPrinters } from '../records/printer.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { State } from '../register/state.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Every change is a version of its own: paper that is out keeps the one it was printed in. */
export function changeDesign(
  state: State,
  command: CommandOf<'office.changeDesign'>,
  { at, actor }: DecideContext,
): Decided {
  const design = completeDesign(command.design);
  const faults = checkDesign(design);
  if (faults.length > 0) return refuseFields(faults);
  const before = currentVersion(state);
  if (same(design, designOf(state, before))) return done([]);
  return done([{ type: 'office.designChanged', version: before + 1, design, officer: actor.name, at }]);
}

export function setPrinters(state: State, { printers }: CommandOf<'office.setPrinters'>): Decided {
  const faults = checkPrinters(printers);
  if (faults.length > 0) return refuseFields(faults);
  if (same(printers, [...state.printers.values()])) return done([]);
  return done([{ type: 'office.printersSet', printers }]);
}
