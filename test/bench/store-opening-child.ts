/**
 * One opening, in a process of its own as in a clerk's morning: `node store-opening-child.ts <folder> <what>` prints
 * milliseconds. `open` opens the store; `parse` only makes a string of the snapshot's bytes, read before, and parses it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../../electron/office/store/store.ts';
import { officeStore } from './large-office.ts';
import { timed } from './median.ts';

const [folder = '', what] = process.argv.slice(2);

async function parse(): Promise<number> {
  const bytes = await readFile(join(folder, 'snapshot.json'));
  return timed(() => JSON.parse(bytes.toString('utf8')) as unknown);
}

const openIt = (): Promise<number> =>
  timed(async () => {
    const opened = await openStore(officeStore(folder));
    if (!opened.ok) throw new Error(opened.refusal.code);
  });

console.log(await (what === 'open' ? openIt() : parse()));
process.exit(0);
