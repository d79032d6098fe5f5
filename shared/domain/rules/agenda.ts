/** The rule by which people are put on the agenda of a draft decision, and why a person is left out of it. */
import { z } from 'zod';
import { ObserverCategory, type Application } from '../records/application.ts';
import { Id, IsoDate } from '../base/primitives.ts';

export const AgendaRule = z.strictObject({
  /** An empty list does not filter. */
  organisationIds: z.array(Id),
  categories: z.array(ObserverCategory),
  /** Only applications received on this day or before; null does not filter. */
  receivedUntil: IsoDate.nullable(),
});
export type AgendaRule = z.infer<typeof AgendaRule>;

/** In the order in which a clerk can do something about it. */
export const leftOutReasons = ['on-other-draft', 'not-ready', 'received-later', 'already-here', 'decided'] as const;
export const LeftOut = z.enum(leftOutReasons);
export type LeftOut = z.infer<typeof LeftOut>;

/** Why a person of the rule's organisations and categories does not come onto the agenda; null for one who does. */
export function leftOutOf(
  decisionId: Id,
  { receivedUntil }: Pick<AgendaRule, 'receivedUntil'>,
  application: Pick<Application, 'status' | 'decisionId' | 'receivedOn'>,
): LeftOut | null {
  switch (application.status) {
    case 'ready': {
      const { receivedOn } = application;
      const late = receivedUntil !== null && (receivedOn === null || receivedOn > receivedUntil);
      return late ? 'received-later' : null;
    }
    case 'on-agenda':
      return application.decisionId === decisionId ? 'already-here' : 'on-other-draft';
    case 'draft':
    case 'received':
    case 'incomplete':
      return 'not-ready';
    default:
      return 'decided';
  }
}
