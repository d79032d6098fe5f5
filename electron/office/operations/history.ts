/** The history of a record. The journal is read anew each time: it is the truth, and needs no index beside it. */
import { tellerOf } from '../history/facts.ts';
import { operatorName } from '../operators/operator-name.ts';
import { done } from '#shared/domain/base/refusals.ts';
import type { HistoryEntry, historyOperations } from '#shared/contract/history.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function historyHandlers(office: OfficeContext): Handlers<keyof typeof historyOperations> {
  return {
    'history.of': async ({ kind, id }) => {
      const entries: HistoryEntry[] = [];
      const { naming, tell } = tellerOf(kind, id, office.state());
      for await (const line of office.linesNaming(naming)) {
        if (!line.ok) return line;
        const { seq, at, who, events } = line.value;
        const facts = events.flatMap(tell);
        if (facts.length > 0) entries.push({ seq, at, who: operatorName(office.state(), who), facts });
      }
      return done(entries);
    },
  };
}
