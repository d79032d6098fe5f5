/** The office's settings, electoral events, bodies and totals. */
import { bodyRows, totalsAt } from '../registry/totals.ts';
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { isCompared } from '#shared/domain/rules/verified-keys.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import type { SigningKey } from '#shared/domain/records/signing-key.ts';
import type { registerOperations } from '#shared/contract/register.ts';

export function registerHandlers(office: OfficeContext): Handlers<keyof typeof registerOperations> {
  return {
    'office.settings': () => {
      const { settings } = office.state();
      return settings ? done(settings) : refuse('office.notEstablished');
    },
    'office.changeSettings': ({ settings }) => carryOut(office, { type: 'office.changeSettings', settings }),
    'office.signingKeys': () => {
      const signer = office.signer();
      const current = signer.ok ? signer.value.key.id : null;
      const rank = ({ id, from }: SigningKey) => (id === current ? 0 : from === null ? 1 : 2);
      const keys = [...office.state().signingKeys.values()].sort(
        (a, b) => rank(a) - rank(b) || b.madeAt.localeCompare(a.madeAt),
      );
      const { received } = office.state();
      const compared = keys.filter((key) => isCompared(received.values(), key)).map(({ id }) => id);
      return done({ usable: signer.ok, keys, compared });
    },
    'event.list': () => {
      const events = [...office.state().events.values()];
      return done(events.sort((a, b) => ((a.votingDay ?? '') < (b.votingDay ?? '') ? 1 : -1)));
    },
    'event.save': async ({ id, fields }) => {
      const { events } = office.state();
      if (id && !events.has(id)) return refuse('event.unknown');
      const eventId = id ?? office.newId();
      const outcome = await office.execute({ type: 'event.save', id: eventId, fields });
      return outcome.ok ? done({ id: eventId }) : outcome;
    },
    'body.list': ({ eventId }) => done(bodyRows(office.state(), eventId, office.today())),
    'body.save': async ({ id, fields, correspondence }) => {
      if (id && !office.state().bodies.has(id)) return refuse('body.unknown');
      const bodyId = id ?? office.newId();
      const outcome = await office.execute({ type: 'body.save', id: bodyId, fields, correspondence });
      return outcome.ok ? done({ id: bodyId }) : outcome;
    },
    'totals.at': ({ eventId, day }) =>
      office.state().events.has(eventId) ? done(totalsAt(office.state(), eventId, day)) : refuse('event.unknown'),
  };
}
