/** One fact of a record's history, as a list of one. */
import type { HistoryFact, HistoryValue } from '#shared/contract/history.ts';

export const fact = (type: string, params: Record<string, HistoryValue> = {}, changes: HistoryFact['changes'] = []) => [
  { type, params, changes },
];
