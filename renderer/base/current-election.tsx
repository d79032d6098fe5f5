/** The election the clerk works on: every list, decision and certificate on the screen belongs to it. */
import { createContext, use } from 'react';
import type { Election } from '#shared/domain/records/election.ts';

const Context = createContext<Election | null>(null);

export const CurrentElectionProvider = Context;

/** The election in hand. Only for screens that the frame shows when there is one. */
export function useCurrentElection(): Election {
  const election = use(Context);
  if (!election) throw new Error('this screen needs an electoral event');
  return election;
}

/** The election in hand, null while none has been entered. */
export const useCurrentElectionOrNone = (): Election | null => use(Context);
