/**
 * What the store costs: one save beside a bare append of the same bytes and beside plain lowdb, and one opening beside
 * parsing the same snapshot. Everything that is compared is measured in turns within one run.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { openStore } from '../../electron/office/store/store.ts';
import type { Application } from '#shared/domain/records/application.ts';
import { makeLargeOffice, officeStore, oneChange, personId } from './large-office.ts';
import { median, milliseconds, timed, times } from './median.ts';

export const benchSizes = [378, 10_000, 100_000] as const;

export type SaveCost = {
  people: number;
  /** Bytes of one journal line. */
  bytes: number;
  /** Milliseconds, medians. */
  save: number;
  bare: number;
  lowdb: number;
};

export type OpeningCost = { people: number; megabytes: number; journalMegabytes: number; open: number; parse: number };

/** Changes of one person in an open office: into the store, and as bare bytes into a file beside it. */
async function openForSaves(folder: string, people: number) {
  const opened = await openStore({
    ...officeStore(folder),
    snapshotEvery: Number.MAX_SAFE_INTEGER,
    idleMs: 2 ** 31 - 1,
  });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { store } = opened;
  const journal = join(folder, 'journal.jsonl');
  const at = '2025-11-02T06:00:00.000Z';
  const save = (n: number) =>
    store.commit({ who: 'bench', command: 'application.change', events: [oneChange((n % people) + 1)], at });
  const before = (await stat(journal)).size;
  await save(0);
  const bytes = (await stat(journal)).size - before;
  const line = (await readFile(journal)).subarray(-bytes);
  const bareFile = await open(join(folder, 'bare'), 'a');
  return {
    bytes,
    save,
    async bare() {
      await bareFile.write(line);
      await bareFile.datasync();
    },
    async close() {
      await bareFile.close();
      await store.close();
    },
    saves: [] as number[],
    bares: [] as number[],
  };
}

/** Each round saves once at every size and appends once beside it, so that a slow moment of the disk falls on all. */
export async function measureSaves(
  offices: readonly { folder: string; people: number }[],
  rounds = 300,
): Promise<SaveCost[]> {
  const open = [];
  for (const { folder, people } of offices) open.push(await openForSaves(folder, people));
  for (let round = 1; round <= rounds; round += 1) {
    for (const office of open) {
      office.bares.push(await timed(() => office.bare()));
      office.saves.push(await timed(() => office.save(round)));
    }
  }
  for (const office of open) await office.close();
  const costs: SaveCost[] = [];
  for (const [index, { folder, people }] of offices.entries()) {
    const office = open[index];
    if (!office) continue;
    const { bytes, saves, bares } = office;
    costs.push({ people, bytes, save: median(saves), bare: median(bares), lowdb: await measureLowdb(folder, people) });
  }
  return costs;
}

async function measureLowdb(folder: string, people: number): Promise<number> {
  const { state } = JSON.parse(await readFile(join(folder, 'snapshot.json'), 'utf8')) as {
    state: [string, unknown[]][];
  };
  const applications = state.flatMap(([name, records]) => (name === 'applications' ? (records as Application[]) : []));
  const low = new Low(new JSONFile<{ applications: Application[] }>(join(folder, 'lowdb.json')), { applications });
  const saves: number[] = [];
  for (let round = 0; round < (people > 50_000 ? 3 : 9); round += 1) {
    const changed = low.data.applications.find(({ id }) => id === personId(round + 1));
    if (changed) changed.remarks = `remark ${String(round)}`;
    saves.push(await timed(() => low.write()));
  }
  return median(saves);
}

const run = promisify(execFile);

/** Each opening and each parsing in a fresh process, in turns. */
export async function measureOpening(folder: string, people: number, rounds = 5): Promise<OpeningCost> {
  const child = async (what: 'open' | 'parse') => {
    const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'store-opening-child.ts'), folder, what]);
    return Number(stdout);
  };
  const opens: number[] = [];
  const parses: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    parses.push(await child('parse'));
    opens.push(await child('open'));
  }
  const megabytesOf = async (name: string) => (await stat(join(folder, name))).size / 1e6;
  const [megabytes, journalMegabytes] = [await megabytesOf('snapshot.json'), await megabytesOf('journal.jsonl')];
  return { people, megabytes, journalMegabytes, open: median(opens), parse: median(parses) };
}

/** Measures both at every size and prints them, the aims beside them. */
export async function benchStore(
  print: (line: string) => void,
  sizes: readonly number[] = benchSizes,
): Promise<{ saves: SaveCost[]; openings: OpeningCost[] }> {
  const offices: { folder: string; people: number }[] = [];
  const openings: OpeningCost[] = [];
  let saves: SaveCost[];
  try {
    for (const people of sizes) {
      const folder = await mkdtemp(join(tmpdir(), 'store-bench-'));
      offices.push({ folder, people });
      await makeLargeOffice(folder, people);
      openings.push(await measureOpening(folder, people));
    }
    saves = await measureSaves(offices);
  } finally {
    for (const { folder } of offices) await rm(folder, { recursive: true, force: true });
  }
  print('One save, medians (aim: within 3× of the bare append, at the largest within 1.5× of the smallest)');
  for (const { people, bytes, save, bare, lowdb } of saves) {
    print(
      `  ${count(people)} people: ${milliseconds(save)}, ${times(save / bare)} of a bare append and fdatasync of the same ` +
        `${count(bytes)} bytes (${milliseconds(bare)}); plain lowdb ${milliseconds(lowdb)}, ${times(lowdb / save)} of the save`,
    );
  }
  const [first, last] = [saves[0], saves.at(-1)];
  if (first && last)
    print(`  ${count(last.people)} beside ${count(first.people)} people: ${times(last.save / first.save)}`);
  print('Opening, medians, each in a process of its own (aim: within 2× of JSON.parse of the snapshot)');
  for (const { people, megabytes, journalMegabytes, open: opening, parse } of openings) {
    print(
      `  ${count(people)} people: ${milliseconds(opening)}, ${times(opening / parse)} of parsing the same ` +
        `${megabytes.toFixed(1)} MB (${milliseconds(parse)}); ${journalMegabytes.toFixed(1)} MB of journal checked with it`,
    );
  }
  return { saves, openings };
}

const count = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',');
