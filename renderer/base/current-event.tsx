/** The electoral event the clerk works on: every list, decision and certificate on the screen belongs to it. */
import { createContext, use } from 'react';
import type { ElectoralEvent } from '#shared/domain/records/election.ts';

const Context = createContext<ElectoralEvent | null>(null);

export const CurrentEventProvider = Context;

/** The event in hand. Only for screens that the frame shows when there is one. */
export function useCurrentEvent(): ElectoralEvent {
  const event = use(Context);
  if (!event) throw new Error('this screen needs an electoral event');
  return event;
}

/** The event in hand, null while none has been entered. */
export const useCurrentEventOrNone = (): ElectoralEvent | null => use(Context);
