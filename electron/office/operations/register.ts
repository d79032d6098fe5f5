/** The office's settings, elections, organisations and totals. */
import { organisationRows, totalsAt } from '../registry/totals.ts';
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
    'election.list': () => {
      const elections = [...office.state().elections.values()];
      return done(elections.sort((a, b) => ((a.votingDay ?? '') < (b.votingDay ?? '') ? 1 : -1)));
    },
    'election.save': async ({ id, fields }) => {
      const { elections } = office.state();
      if (id && !elections.has(id)) return refuse('election.unknown');
      const electionId = id ?? office.newId();
      const outcome = await office.execute({ type: 'election.save', id: electionId, fields });
      return outcome.ok ? done({ id: electionId }) : outcome;
    },
    'organisation.list': ({ electionId }) => done(organisationRows(office.state(), electionId, office.today())),
    'organisation.save': async ({ id, fields, correspondence }) => {
      if (id && !office.state().organisations.has(id)) return refuse('organisation.unknown');
      const organisationId = id ?? office.newId();
      const outcome = await office.execute({ type: 'organisation.save', id: organisationId, fields, correspondence });
      return outcome.ok ? done({ id: organisationId }) : outcome;
    },
    'totals.at': ({ electionId, day }) =>
      office.state().elections.has(electionId)
        ? done(totalsAt(office.state(), electionId, day))
        : refuse('election.unknown'),
  };
}
