import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OfficeKey } from '../../../electron/office/crypto/office-key.ts';
import { atRest } from '../../../electron/office/store/at-rest.ts';
import { openStore } from '../../../electron/office/store/store.ts';
import { cases } from '../../support/effort.ts';
import { commit, inFolder, ledgerOptions, plain, put, replayed, type LedgerEvent } from './ledger.ts';
import { forgetfulDisk, type ForgetfulDisk } from './power-cut.ts';

/** Names long enough for a line to span several sectors. */
const fact = (number: number): LedgerEvent => put(`сан ${'ө'.repeat((number % 4) * 300)}`, number);

/** Numbers from 0 up to 1, evenly spread, the same for the same seed (mulberry32). */
function evenChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Works until the power is cut; answers how many commands were acknowledged. */
async function workUntilCut(folder: string, disk: ForgetfulDisk, key: OfficeKey | null, from: number): Promise<number> {
  const opened = await openStore({ ...ledgerOptions(folder), atRest: atRest(disk.files, key), snapshotEvery: 2 });
  let acknowledged = from;
  if (!opened.ok) return acknowledged;
  for (let tries = 0; tries < 12; tries += 1) {
    const outcome = await commit(opened.store, fact(acknowledged + 1));
    if (!outcome.ok) break;
    acknowledged += 1;
    if (tries % 3 === 2) await opened.store.snapshotNow();
  }
  await opened.store.close();
  return acknowledged;
}

it.each([
  ['plain', null],
  ['encrypted', OfficeKey.random()],
])(
  'after power cuts at any moments every acknowledged change is there, and at most one more, whole: %s',
  (_form, key) =>
    inFolder((folder) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.nat(70), { minLength: 1, maxLength: 6 }), fc.integer(), async (cuts, seed) => {
          const chance = evenChance(seed);
          let disk = forgetfulDisk();
          let kept = 0;
          for (const cut of cuts) {
            disk.cutAt(cut);
            const acknowledged = await workUntilCut(folder, disk, key, kept);
            disk = disk.afterCut(chance);
            const opened = await openStore({ ...ledgerOptions(folder), atRest: atRest(disk.files, key) });
            if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.refusal)}`);
            const { store } = opened;
            kept = store.head.seq;
            expect([acknowledged, acknowledged + 1]).toContain(kept);
            expect(plain(store.state)).toEqual(plain(replayed(Array.from({ length: kept }, (_, i) => fact(i + 1)))));
            await store.close();
          }
        }),
        cases(120, 1_000),
      ),
    ),
);

it('the model of the disk forgets: work that is never flushed is lost in some run', async () => {
  const lost = new Set<boolean>();
  for (const chance of [0, 0.99]) {
    const disk = forgetfulDisk();
    const file = await disk.files.openNew('/a/file');
    await file.append(Buffer.from('бир'));
    lost.add((await disk.afterCut(() => chance).files.read('/a/file')) === null);
  }
  expect(lost).toEqual(new Set([true, false]));
});
