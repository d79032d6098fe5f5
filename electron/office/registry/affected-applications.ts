/** Which applications events affect: those whose line in a list may look different after them. */
import type { Id } from '#shared/domain/base/primitives.ts';
import { entryOf } from '#shared/domain/register/event-table.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { State } from '#shared/domain/register/state.ts';

export const affectedApplications = (before: State, events: readonly OfficeEvent[]): Set<Id> =>
  new Set(events.flatMap((event) => entryOf(event).applications(event, before)));
