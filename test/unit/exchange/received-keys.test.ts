import { expect, it } from 'vitest';
import { whyNotReceived } from '#shared/domain/decide/receive.ts';
import { newKeys, type SigningKey } from '#shared/domain/records/signing-key.ts';
import { bagsOf, mergeContext, newOffice, take, work } from '../../support/merging-offices.ts';

const key = (publicKey: string): SigningKey => ({
  ...{ id: '0123abcd', publicKey: publicKey.padEnd(43, 'A'), fingerprint: '0123abcd'.padEnd(64, '0') },
  ...{ madeAt: '2025-11-20T06:00:00.000Z', from: null },
});
const anEvent = [{ kind: 0, a: 0, b: 0, c: 0, flag: false }];

it('a key keeps the name of the office that it is first known from', () => {
  const handedOn = { ...key('x'), from: { giver: 'Үлгүев', at: '2025-11-21T06:00:00.000Z' } };
  const at = '2025-11-22T06:00:00.000Z';
  expect(newKeys(new Map(), [handedOn], { giver: 'Сынакчы', at })).toEqual([
    { ...handedOn, from: { giver: 'Үлгүев', at } },
  ]);
  expect(newKeys(new Map(), [key('x')], { giver: 'Сынакчы', at })).toMatchObject([{ from: { giver: 'Сынакчы', at } }]);
  expect(newKeys(new Map([['0123abcd', key('x')]]), [key('x')], { giver: 'Сынакчы', at })).toEqual([]);
});

it('a bag whose key goes by the short name of another is refused, and no key takes the place of one that is known', () => {
  const [left, right] = [newOffice('A'), newOffice('B')];
  work(left, anEvent, true);
  const [bag] = bagsOf(left);
  if (!bag) throw new Error('no bag');
  take(right, [{ ...bag, keys: [key('x')] }], () => 0);
  expect([...right.state.signingKeys.keys()]).toEqual(['0123abcd']);
  const forged = { ...bag, keys: [key('y')] };
  expect(whyNotReceived(right.state, forged, mergeContext.sha256)?.refusal).toEqual({
    code: 'handover.inconsistent',
    params: { reason: 'keys' },
  });
});
