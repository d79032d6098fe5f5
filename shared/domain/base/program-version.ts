/** Versions of the program: three numbers, compared as numbers. An update never goes back. */
import { z } from 'zod';

/** `1.12.0`; no additions such as `-beta`, for the office gets finished programs only. */
export const ProgramVersion = z.string().regex(/^(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}$/u);
export type ProgramVersion = z.infer<typeof ProgramVersion>;

/** Below zero when the first is older, above when it is newer. */
export function compareVersions(first: ProgramVersion, second: ProgramVersion): number {
  const [a, b] = [first.split('.').map(Number), second.split('.').map(Number)];
  for (let place = 0; place < 3; place += 1) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
