/** The journal line by line, and the check of the records. */
import { done } from '#shared/domain/base/refusals.ts';
import { entriesFound, rowOf } from '../audit/journal-index.ts';
import { operatorName } from '../operators/operator-name.ts';
import { commandWord } from '../lists/journal-list.ts';
import type { auditOperations } from '#shared/contract/audit.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function auditHandlers(office: OfficeContext): Handlers<keyof typeof auditOperations> {
  return {
    'audit.lines': async ({ filter, language, offset, limit }) => {
      const entries = await office.audit.index.entries();
      if (!entries.ok) return entries;
      const state = office.state();
      const wordOf = commandWord(state, language);
      const found = entriesFound(entries.value, filter, { state, language, wordOf });
      return done({
        total: found.length,
        rows: found.slice(offset, offset + limit).map((entry) => rowOf(state, entry, language)),
        people: [...new Set(entries.value.map(({ who }) => who))]
          .map((who) => ({ who, name: operatorName(state, who) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      });
    },
    'audit.verify': ({ job }) => office.jobs.run(job, (control) => office.audit.verify(office.actor().name, control)),
    'audit.latest': () => done(office.audit.latest()),
  };
}
