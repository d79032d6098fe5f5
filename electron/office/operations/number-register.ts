/** The register of all numbers on request, in windows for the screen. */
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { numberStates } from '#shared/contract/number-register.ts';
import { numbersFound, writtenNumber, type NumberLine } from '../registry/number-register.ts';
import { isComplete, type Id, type Language, type Trilingual } from '#shared/domain/base/primitives.ts';
import type { NumberRow, NumberState, numberRegisterOperations } from '#shared/contract/number-register.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function numberRegisterHandlers(office: OfficeContext): Handlers<keyof typeof numberRegisterOperations> {
  return {
    'numberRegister.list': ({ filter, language, offset, limit }) => {
      const { settings, elections } = office.state();
      if (!settings) return refuse('office.notEstablished');
      if (!elections.has(filter.electionId)) return refuse('election.unknown');
      const everyState = numbersFound(office, { ...filter, states: [] });
      const counts = new Map<NumberState, number>();
      for (const { state, from, to } of everyState) counts.set(state, (counts.get(state) ?? 0) + to - from + 1);
      const found = numbersFound(office, filter);
      return done({
        total: found.length,
        rows: found.slice(offset, offset + limit).map((line) => row(office, line, language)),
        counts: numberStates.map((state) => ({ state, count: counts.get(state) ?? 0 })),
      });
    },
  };
}

function shortName(
  of: { organisation?: Trilingual; organisationShort?: Trilingual; name?: Trilingual; short?: Trilingual } | undefined,
  language: Language,
): string {
  const short = of?.organisationShort ?? of?.short;
  return (short && isComplete(short) ? short : (of?.organisation ?? of?.name))?.[language] ?? '';
}

function row(office: OfficeContext, line: NumberLine, language: Language): NumberRow {
  const state = office.state();
  const { series, from, to, certificate } = line;
  const written = (serial: number) => writtenNumber(state, line, serial);
  const place = { series, number: written(from), last: written(to), count: to - from + 1, state: line.state };
  const application = certificate && state.applications.get(certificate.applicationId);
  if (!application) return { ...place, bearer: null };
  const numberOf = (id: Id | null) => (id ? (state.certificates.get(id)?.number ?? null) : null);
  const { names } = certificate.printed ?? application;
  return {
    ...place,
    bearer: {
      certificateId: certificate.id,
      applicationId: application.id,
      latin: fullName(names.latin),
      ky: fullName(names.ky),
      ru: fullName(names.ru),
      organisation: shortName(certificate.printed ?? state.organisations.get(application.organisationId), language),
      issuedOn: certificate.issuedOn,
      receipt: certificate.receipt,
      returnedOn: certificate.returnedOn,
      report: certificate.report,
      replaces: numberOf(certificate.predecessorId),
      replacedBy: numberOf(certificate.successorId),
    },
  };
}
