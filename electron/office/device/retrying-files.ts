/**
 * Waits out another program. An antivirus, a search index or a copying program may hold a file for a moment, above all on
 * Windows, which then refuses to open, move or remove it. It is tried again for about two seconds; who holds it longer
 * is answered with what the system says.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from './files.ts';

/** Milliseconds between one try and the next. */
export const retryDelays: readonly number[] = [10, 25, 50, 100, 200, 400, 600, 600];

/** On Windows these say that somebody holds the file; elsewhere all but the first are about rights, which do not pass. */
const passing = process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'];

export function withRetry(files: Files, waits = retryDelays, codes: readonly string[] = passing): Files {
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (const pause of waits) {
      try {
        return await work();
      } catch (error) {
        if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
      await wait(pause);
    }
    return work();
  }
  return {
    ...files,
    openBehind: (path, length) => insist(() => files.openBehind(path, length)),
    openNew: (path) => insist(() => files.openNew(path)),
    read: (path) => insist(() => files.read(path)),
    async *pieces(path, from, to) {
      const pieces = await insist(async () => {
        const all = files.pieces(path, from, to)[Symbol.asyncIterator]();
        return { first: await all.next(), all };
      });
      try {
        for (let next = pieces.first; next.done !== true; next = await pieces.all.next()) yield next.value;
      } finally {
        await pieces.all.return?.();
      }
    },
    rename: (from, to) => insist(() => files.rename(from, to)),
    remove: (path) => insist(() => files.remove(path)),
    makeFolder: (path) => insist(() => files.makeFolder(path)),
  };
}
