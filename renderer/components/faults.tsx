/** What is wrong with the fields of a form, found by path, in words. */
import { useMemo } from 'react';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { useWording } from '../base/wording.ts';

export type FaultsAt = (path: string) => string | undefined;

/**
 * `at(path)` words what is wrong with a field, undefined when nothing is; give it to an input's `error`. A fault of a
 * part (`name.ky`) counts for the whole (`name`) as well.
 */
export function useFaults(faults: readonly FieldFault[]): FaultsAt {
  const { fault: words } = useWording();
  return useMemo(
    () => (path) => {
      const own = faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`));
      return own.length === 0 ? undefined : [...new Set(own.map(words))].join('. ');
    },
    [faults, words],
  );
}
