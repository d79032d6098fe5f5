/** The lists that fields of an observer's application choose from. */
import { z } from 'zod';

export const observerCategories = [
  'head-of-mission',
  'core-team',
  'long-term',
  'short-term',
  'interpreter',
  'technical',
] as const;
export const ObserverCategory = z.enum(observerCategories);
export type ObserverCategory = z.infer<typeof ObserverCategory>;

export const receivedWays = ['ministry', 'letter', 'email', 'in-person', 'other'] as const;
export const ReceivedHow = z.enum(receivedWays);

/** Names a paper of the office's checklist (`checklist.ts`). */
export const PaperId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
export type PaperId = z.infer<typeof PaperId>;
export const mostPapers = 40;
