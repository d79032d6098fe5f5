/** What comes in from a spreadsheet and what goes out on a stick. */
import type { exchangeOperations } from '#shared/contract/exchange.ts';
import type { RenderForHandover } from '../exchange/handover-files.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import { handoverHandlers } from './handovers.ts';
import { importHandlers } from './imports.ts';

export const exchangeHandlers = (
  office: OfficeContext,
  render: RenderForHandover,
): Handlers<keyof typeof exchangeOperations> => ({ ...importHandlers(office), ...handoverHandlers(office, render) });
