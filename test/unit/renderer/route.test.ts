import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatRoute, home, parseRoute, type Route } from '../../../renderer/base/route.ts';
import { certificateStates } from '#shared/contract/certificates.ts';
import { shownStatuses } from '#shared/domain/records/application.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/u).filter((text) => text !== 'new' && text !== 'import');
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.constant({}),
    value.map((given) => ({ [key]: given }) as Record<K, T>),
  );

const route: fc.Arbitrary<Route> = fc.oneof(
  fc
    .tuple(maybe('organisation', id), maybe('decision', id), maybe('status', fc.constantFrom(...shownStatuses)))
    .map(([organisation, decision, status]) => ({
      screen: 'applications' as const,
      ...organisation,
      ...decision,
      ...status,
    })),
  id.map((given) => ({ screen: 'application' as const, id: given })),
  fc
    .tuple(maybe('organisation', id), maybe('work', fc.stringMatching(/^[a-z0-9.-]{1,90}$/u)))
    .map(([organisation, work]) => ({ screen: 'newApplication' as const, ...organisation, ...work })),
  maybe('organisation', id).map((organisation) => ({ screen: 'import' as const, ...organisation })),
  id.map((given) => ({ screen: 'organisation' as const, id: given })),
  id.map((given) => ({ screen: 'decision' as const, id: given })),
  fc
    .tuple(maybe('organisation', id), maybe('decision', id), maybe('state', fc.constantFrom(...certificateStates)))
    .map(([organisation, decision, state]) => ({
      screen: 'certificates' as const,
      ...organisation,
      ...decision,
      ...state,
    })),
  fc
    .constantFrom(
      'start',
      'organisations',
      'newOrganisation',
      'election',
      'decisions',
      'handover',
      'totals',
      'settings',
      'wordings',
      'designs',
    )
    .map((screen) => ({ screen })),
);

describe('the address of a screen', () => {
  it('leads back to the very screen it was made from', () => {
    fc.assert(
      fc.property(route, (given) => {
        expect(parseRoute(formatRoute(given))).toEqual(given);
      }),
    );
  });

  it('leads home when it makes no sense, whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseRoute(`#/${text}`)).not.toThrow();
      }),
    );
    expect(parseRoute('')).toEqual(home);
    expect(parseRoute('#/nowhere/at-all')).toEqual(home);
    expect(parseRoute('#/applications/../../etc')).toEqual({ screen: 'applications' });
    expect(parseRoute('#/applications?status=nonsense&organisation=<b>')).toEqual({ screen: 'applications' });
  });
});
