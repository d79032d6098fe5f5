/** Tells the office of a bug that a screen met; of it only what holds no personal data is kept, and comes back. */
import type { Output } from '#shared/contract/index.ts';
import { call } from './office.ts';

export type NotedFailure = Output<'support.note'>;

/** Null when even that fails: the screen then says the rest. */
export async function noteFailure(fault: unknown): Promise<NotedFailure | null> {
  const { name, stack } = fault instanceof Error ? fault : new Error();
  try {
    const reply = await call('support.note', { name: name.slice(0, 100), stack: (stack ?? '').slice(0, 20_000) });
    return reply.ok ? reply.value : null;
  } catch {
    return null;
  }
}
