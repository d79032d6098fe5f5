import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/office/store/store.ts';
import { noteFaults } from '../support/fault-table.ts';
import { inFolder, ledgerOptions, openLedger } from '../unit/store/ledger.ts';

const child = join(import.meta.dirname, 'store-child.ts');

function start(folder: string) {
  const other = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  other.stdout.setEncoding('utf8');
  return { other, says: async () => String((await once(other.stdout, 'data'))[0]).split('\n')[0] };
}
const inUse = { ok: false, refusal: { code: 'store.inUse' } };

it('a second process on the same folder is refused, by whatever way it comes to it', () =>
  inFolder(async (parent) => {
    const folder = join(parent, 'office');
    const store = await openLedger(folder);
    const alias = join(parent, 'alias');
    await symlink(folder, alias, 'junction');
    for (const way of [folder, alias]) expect(await start(way).says()).toBe('store.inUse');
    noteFaults({ fault: 'a second instance on the same folder', where: 'the store', tried: 2, lost: 0 });
    await store.close();
  }));

it('a second opening in the same process is refused, and one of another folder is not', () =>
  inFolder(async (folder) => {
    const store = await openLedger(join(folder, 'a'));
    expect(await openStore(ledgerOptions(join(folder, 'a')))).toEqual(inUse);
    await (await openLedger(join(folder, 'b'))).close();
    await store.close();
    await (await openLedger(join(folder, 'a'))).close();
  }));

it('the folder is free again as soon as the process that had it is dead', () =>
  inFolder(async (folder) => {
    const { other, says } = start(folder);
    expect(await says()).toBe('open');
    expect(await openStore(ledgerOptions(folder))).toEqual(inUse);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const store = await openLedger(folder);
    expect(store.head.seq).toBeGreaterThanOrEqual(0);
    await store.close();
  }));
