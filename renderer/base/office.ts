/** The renderer's only way to the office: calls of the contract, parsed on the way out and on the way back. */
import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import {
  Notice,
  ReplyEnvelope,
  contract,
  type Input,
  type OfficeBridge,
  type OperationName,
  type Output,
  type Reply,
} from '#shared/contract/index.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';

declare global {
  interface Window {
    readonly office: OfficeBridge;
  }
}

/** A reading that was refused, carried through TanStack Query, which knows only exceptions. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Asks the office; a refusal is a value. A reply that does not fit the contract is a bug and throws. */
export async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Reply<N>> {
  const reply = ReplyEnvelope.parse(await window.office.call(name, input));
  if (!reply.ok) return reply;
  return { ok: true, value: contract[name].output.parse(reply.value) as Output<N> };
}

/** Reads something and keeps it up to date: every accepted change makes it be read again. */
export function useReading<N extends OperationName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
) {
  const queryFn = async (): Promise<Output<N>> => {
    const reply = await call(name, input);
    if (!reply.ok) throw new RefusedError(reply.refusal);
    return reply.value;
  };
  const placeholderData = options.keepPrevious ? { placeholderData: keepPreviousData } : {};
  return useQuery({ queryKey: [name, input], queryFn, enabled: options.enabled ?? true, ...placeholderData });
}

/** A change: `mutateAsync(input)` gives the reply, refusals included; it never throws for one. */
export function useChange<N extends OperationName>(name: N) {
  return useMutation<Reply<N>, Error, Input<N>>({ mutationFn: (input) => call(name, input) });
}

/** Hears the office's notices as long as the component is shown. */
export function useNotice(listener: (notice: Notice) => void): void {
  useEffect(() => window.office.on((notice) => listener(Notice.parse(notice))), [listener]);
}

/**
 * Another office, another operator, or nobody: nothing of the one before may stay, on the screen or in memory. What is
 * shown now is left to its screens, which go when the status is read; asked again it would only be refused.
 */
async function startOver(client: QueryClient): Promise<void> {
  const forget = (): void => {
    client.removeQueries({ type: 'inactive', predicate: ({ queryKey: [name] }) => name !== 'preferences.get' });
  };
  notifications.clean();
  forget();
  await client.invalidateQueries({ queryKey: ['entry.status'] });
  // After the screens have gone.
  window.setTimeout(forget, 0);
  window.setTimeout(forget, 1_000);
}

/** Reads everything on the screen again after each accepted change; mounted once, at the root. */
export function useFreshReadings(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      window.office.on((raw) => {
        const notice = Notice.parse(raw);
        if (notice.kind === 'changed') void client.invalidateQueries();
        if (notice.kind === 'audit') void client.invalidateQueries({ queryKey: ['audit.latest'] });
        if (notice.kind === 'backup') void client.invalidateQueries({ queryKey: ['backup.status'] });
        if (notice.kind === 'offered') void client.invalidateQueries({ queryKey: ['entry.status'] });
        if (notice.kind === 'entry') void startOver(client);
      }),
    [client],
  );
}

let jobs = 0;
/** A name for a long work, to show its progress and cancel it. */
export const newJob = (): string => `job-${Date.now().toString(36)}-${String(++jobs)}`;
