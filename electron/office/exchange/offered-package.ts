/** The handover whose own file somebody opened, from then until it is looked through or put aside. The last one counts. */
import { basename, dirname } from 'node:path';
import { refuse } from '#shared/domain/base/refusals.ts';
import { folderOfOpener, shownName } from './bag-opener.ts';
import type { OfferedHandover } from '#shared/contract/entry.ts';
import type { OfferedPackage } from '../context/ports.ts';

export type Offers = OfferedPackage & {
  /** `path`: what the system, or whoever started the program, says was opened. */
  offer(path: string): Promise<void>;
  current(): OfferedHandover | null;
  archiveOffice(): void;
};

export function keepOffers(onChange: () => void): Offers {
  let kept: { path: string; offered: OfferedHandover } | null = null;
  let latest = '';
  /** What is offered now, and not what is being looked at to be offered next. */
  const forget = (): void => {
    if (latest === kept?.path) latest = '';
    kept = null;
    onChange();
  };
  return {
    async offer(path) {
      latest = path;
      const folder = await folderOfOpener(path);
      // Another one was opened meanwhile.
      if (latest !== path) return;
      const refusal = folder.ok ? null : folder.refusal;
      kept = { path, offered: { bag: shownName(basename(dirname(path))), refusal } };
      onChange();
    },
    current: () => kept?.offered ?? null,
    folder: () => (kept ? folderOfOpener(kept.path) : Promise.resolve(refuse('handover.unknown'))),
    taken(folder) {
      if (kept && dirname(kept.path) === folder) forget();
    },
    archiveOffice: forget,
  };
}
