/** Which design paper is printed in: the one in force, or for a reprint the one it was printed in before. */
import type { Certificate, PrintRun } from '../records/certificate.ts';
import { completeDesign } from '../design/complete.ts';
import { defaultDesign } from '../design/default.ts';
import { designId, type Design } from '../records/design.ts';
import type { State } from '../register/state.ts';

/** Versions are numbered without a gap; 0 is the program's own. */
export const currentVersion = ({ designs }: Pick<State, 'designs'>): number => designs.size;

/**
 * The design of a version; one that is not here (a newer laptop's) gives way to the one in force. Fields that the
 * program learned since it was recorded are added, hidden.
 */
export function designOf(state: Pick<State, 'designs'>, version: number): Design {
  if (version === 0) return defaultDesign;
  const recorded = state.designs.get(designId(version)) ?? state.designs.get(designId(currentVersion(state)));
  return recorded ? completeDesign(recorded.design) : defaultDesign;
}

/** The version that a paper of this certificate is printed in: as it was printed last, else as in force today. */
export function printVersion(
  state: Pick<State, 'designs'>,
  { printRuns }: Pick<Certificate, 'printRuns'>,
  paper: PrintRun['paper'],
): number {
  return printRuns.findLast((run) => run.paper === paper)?.design ?? currentVersion(state);
}
