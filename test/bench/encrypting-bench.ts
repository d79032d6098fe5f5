/** What encrypting at rest costs: one save, one opening and one search of the journal, encrypted beside plain, in turns in one run. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring } from '../../electron/office/access/keyring.ts';
import { encryptOffice } from '../../electron/office/access/encrypt-office.ts';
import { atRest, type AtRest } from '../../electron/office/store/at-rest.ts';
import { nodeFiles } from '../../electron/office/device/device.ts';
import { openStore } from '../../electron/office/store/store.ts';
import { makeLargeOffice, officeStore, oneChange, personId } from './large-office.ts';
import { median, milliseconds, timed, times } from './median.ts';

const sizes = [378, 100_000] as const;
const at = '2025-11-02T06:00:00.000Z';

async function open(folder: string, records: AtRest) {
  const opened = await openStore({ ...officeStore(folder), atRest: records, snapshotEvery: 1e9, idleMs: 2 ** 31 - 1 });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.store;
}

async function measure(root: string, people: number) {
  const [plain, encrypted] = [join(root, 'plain'), join(root, 'encrypted')];
  await makeLargeOffice(plain, people);
  await cp(plain, encrypted, { recursive: true });
  const made = await createKeyring(encrypted, nodeFiles, { operatorId: 'bench', login: 'bench', password: 'bench' });
  if (!made.ok) throw new Error(made.refusal.code);
  const { officeKey } = made.value;
  const encrypt = await timed(async () => {
    const outcome = await encryptOffice({ own: encrypted, officeKey, now: () => new Date(at) });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  });
  const forms = [
    {
      folder: plain,
      records: atRest(nodeFiles, null),
      opens: [] as number[],
      saves: [] as number[],
      finds: [] as number[],
      again: [] as number[],
    },
    {
      folder: encrypted,
      records: atRest(nodeFiles, officeKey),
      opens: [] as number[],
      saves: [] as number[],
      finds: [] as number[],
      again: [] as number[],
    },
  ];
  // The first opening of what was just encrypted makes its snapshot.
  await (await open(encrypted, forms[1]!.records)).close();
  for (let round = 0; round < 4; round += 1) {
    for (const { folder, records, opens, finds, again } of forms) {
      let store: Awaited<ReturnType<typeof open>> | undefined;
      opens.push(await timed(async () => void (store = await open(folder, records))));
      const find = async (person: number): Promise<void> => {
        for await (const line of store?.linesNaming(new Set([`"${personId(person)}"`])) ?? [])
          if (!line.ok) throw new Error(line.refusal.code);
      };
      // The first one has every line opened once; or the check that runs by itself after opening has seen to that.
      finds.push(await timed(() => find(7)));
      again.push(await timed(() => find(8 + round)));
      await store?.close();
    }
  }
  const stores = [await open(plain, forms[0]!.records), await open(encrypted, forms[1]!.records)];
  for (let round = 0; round < 300; round += 1) {
    for (const [index, store] of stores.entries()) {
      const events = [oneChange((round % people) + 1)];
      forms[index]!.saves.push(
        await timed(() => store.commit({ who: 'bench', command: 'application.change', events, at })),
      );
    }
  }
  for (const store of stores) await store.close();
  return {
    people,
    encrypt,
    forms: forms.map(({ opens, saves, finds, again }) => ({
      ...{ open: median(opens), save: median(saves), find: median(finds), again: median(again) },
    })),
  };
}

export async function benchEncryption(print: (line: string) => void): Promise<void> {
  print('Sealed at rest beside plain, medians in turns (aims: a save within 1.5×, an opening within 2×)');
  const saves: number[] = [];
  for (const people of sizes) {
    const root = await mkdtemp(join(tmpdir(), 'sealing-bench-'));
    try {
      const { encrypt, forms } = await measure(root, people);
      const [plain, encrypted] = forms;
      if (!plain || !encrypted) continue;
      saves.push(encrypted.save);
      const beside = (what: 'save' | 'open' | 'find' | 'again') =>
        `${milliseconds(encrypted[what])}, ${times(encrypted[what] / plain[what])} of plain (${milliseconds(plain[what])})`;
      print(`  ${String(people)} people: a save ${beside('save')}`);
      print(
        `    an opening ${beside('open')}; sealing an old office ${milliseconds(encrypt)}; the history of a person, the first time ${beside('find')}, then ${beside('again')}`,
      );
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
  const [first, last] = saves;
  if (first && last)
    print(`  a sealed save with ${String(sizes[1])} people beside ${String(sizes[0])}: ${times(last / first)}`);
}
