/** Who in the register may be the person being typed: asked when the typing pauses; only the last answer is shown. */
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ApplicationView, PossibleDuplicateRow } from '#shared/contract/applications.ts';
import type { ApplicationFields, NewVerdict } from '#shared/domain/records/application.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useReading } from '../../base/office.ts';

/** A pause in typing, in milliseconds: long enough not to ask at every letter, short enough to feel at once. */
const pause = 250;

export type Suspicion = {
  /** Holds the same travel document: the application cannot be saved. */
  blocking: PossibleDuplicateRow | null;
  open: PossibleDuplicateRow[];
  settled: PossibleDuplicateRow[];
};

/** `given` are verdicts on an application that is not in the register yet. */
export function usePossibleDuplicates(
  kept: ApplicationView | null,
  fields: ApplicationFields,
  given: readonly NewVerdict[],
): Suspicion {
  const election = useCurrentElection();
  const id = kept?.application.id ?? null;
  const { names, birthDate, document } = fields;
  const [typed] = useDebouncedValue(
    useMemo(() => ({ names, birthDate, document }), [names, birthDate, document]),
    pause,
  );
  const somebody = typed.document.number !== '' || (typed.birthDate !== null && typed.names.latin.surname !== '');
  const reading = useReading(
    'application.possibleDuplicates',
    { id, electionId: election.id, ...typed },
    { enabled: somebody, keepPrevious: true },
  );
  const rows = somebody ? (reading.data ?? kept?.possibleDuplicates ?? []) : [];
  const isSettled = ({ row, verdict }: PossibleDuplicateRow) =>
    verdict !== null || verdictOn(given, row.id) !== undefined;
  const blocking = rows.find(({ likeness }) => likeness.document === 'same') ?? null;
  return {
    blocking,
    open: rows.filter((row) => row !== blocking && !isSettled(row)),
    settled: rows.filter((row) => row !== blocking && isSettled(row)),
  };
}

export const verdictOn = (given: readonly NewVerdict[], other: Id): NewVerdict | undefined =>
  given.find((verdict) => verdict.other === other);
