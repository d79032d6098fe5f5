/** What holds of every register, however it came about. */
import { expect } from 'vitest';
import { documentSlot, holdsDocument, numberSlot, type State } from '#shared/domain/register/state.ts';
import { isSuperseded } from '#shared/domain/merge/reapply-decisions.ts';
import { isAlive } from '#shared/domain/records/certificate.ts';
import { recordsOfState, stateOfRecords } from '../../electron/office/store/state-records.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';

/** The state as a snapshot brings it back. */
export function restored(state: State): State {
  const read: Record<string, unknown[]> = {};
  for (const [collection, record] of recordsOfState(state)) (read[collection] ??= []).push(record);
  return stateOfRecords(read);
}

export const derived = ({ byDocument, applicationsByBirth, aliveCertificates, byNumber, counters }: State) => ({
  byDocument: byDocument.toJS(),
  births: applicationsByBirth
    .filterNot((ids) => ids.isEmpty())
    .map((ids) => [...ids].sort())
    .toJS(),
  aliveCertificates: aliveCertificates.toJS(),
  byNumber: byNumber.toJS(),
  counters: counters.toJS(),
});

/** `whole`: false where somebody may have left certificates out, which shows as a gap in their series. */
export function checkInvariants(state: State, events: readonly OfficeEvent[], { whole = true } = {}): void {
  const slots = [...state.applications.values()].filter(holdsDocument).flatMap((one) => documentSlot(one) ?? []);
  expect(new Set(slots).size, 'one travel document, one application in an event').toBe(slots.length);

  for (const application of state.applications.values()) {
    const decision = application.decisionId ? state.decisions.get(application.decisionId) : undefined;
    const listed = [...state.decisions.values()].filter(
      ({ status, rows }) => status === 'draft' && rows.some((row) => row.applicationId === application.id),
    );
    if (application.status === 'on-agenda') expect(listed.map(({ id }) => id)).toEqual([application.decisionId]);
    if (application.status === 'accredited' || application.status === 'refused') {
      expect(decision?.status, 'only an adopted decision accredits or refuses').toBe('adopted');
      const action = application.status === 'accredited' ? 'accredit' : 'refuse';
      expect(decision?.adoptedRows.some((row) => row.applicationId === application.id && row.action === action)).toBe(
        true,
      );
    }
    if (application.accreditedOn) expect(decision?.date).toBe(application.accreditedOn);
    const accreditations = [...state.decisions.values()].filter(
      ({ id, adoptedRows }) =>
        !isSuperseded(application, id, state.decisions) &&
        adoptedRows.some((row) => row.applicationId === application.id && row.action === 'accredit'),
    );
    expect(accreditations.length, 'accredited once').toBeLessThanOrEqual(1);
  }

  const numbers = [...state.applications.values()].map(({ electionId, number }) => `${electionId}|${String(number)}`);
  expect(new Set(numbers).size).toBe(numbers.length);

  const keeping = [...state.certificates.values()].filter(({ givenUp }) => givenUp === null);
  const printed = keeping.map(({ electionId, number }) => `${electionId}|${number}`);
  expect(new Set(printed).size, 'no certificate number twice in an event').toBe(printed.length);
  const blockStarts = new Set(
    events.flatMap((event) =>
      event.type === 'office.settingsChanged' ? event.settings.certificates.blocks.map(({ from }) => from) : [],
    ),
  );
  for (const [slot, highest] of state.counters) {
    if (!slot.startsWith('series|')) continue;
    const given = [...state.certificates.values()]
      .filter(({ electionId, series }) => slot === `series|${electionId}|${series}`)
      .map(({ serial }) => serial);
    const serials = [...new Set(given)].sort((a, b) => a - b);
    expect(serials.at(-1)).toBe(highest);
    const gaps = serials.filter(
      (serial, index) => serial !== (serials[index - 1] ?? 0) + 1 && !blockStarts.has(serial),
    );
    if (whole) expect(gaps, 'a series has no gap but before a block that was dealt to this laptop').toEqual([]);
  }
  for (const certificate of state.certificates.values()) {
    const bearer = state.certificates.get(
      state.byNumber.get(numberSlot(certificate.electionId, certificate.number)) ?? '',
    );
    expect(bearer?.number).toBe(certificate.number);
    if (certificate.givenUp === null) expect(bearer?.id, 'a number finds the paper that keeps it').toBe(certificate.id);
    else expect(isAlive(certificate.status), 'who gave a number up lives no more').toBe(false);
    const application = state.applications.get(certificate.applicationId);
    if (isAlive(certificate.status))
      expect(application?.status, 'a certificate only for a person in force').toBe('accredited');
    if (certificate.status !== 'reserved' && certificate.status !== 'void' && certificate.printRuns.length > 0) {
      expect(certificate.printed).not.toBeNull();
    }
    if (certificate.successorId) {
      expect(state.certificates.get(certificate.successorId)?.predecessorId).toBe(certificate.id);
      expect(isAlive(certificate.status)).toBe(false);
    }
    if (!certificate.successorId && (certificate.status === 'spoiled' || certificate.status === 'lost')) {
      expect(state.aliveCertificates.has(certificate.applicationId), 'a new certificate names the lost').toBe(false);
    }
  }
}
