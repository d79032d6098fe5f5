/**
 * One process at a time on a folder. The lock is a local endpoint named after the folder: a named pipe on Windows, an
 * abstract socket on Linux. The system itself lets go of it when the process dies, however it dies; so there is no
 * lock file that a dead process leaves behind, and no process number to compare that by now is another program's.
 * Whoever connects to it is hung up on: nothing is ever said over it.
 */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Lock = { release(): Promise<void> };

/** The lock of a folder, or null when another process has it. */
export async function lockFolder(folder: string): Promise<Lock | null> {
  const name = `observer-accreditation-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32)}`;
  const path = endpoint(name);
  const server = (await listen(path)) ?? (await listenAfterDead(path));
  if (!server) return null;
  server.unref();
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

function endpoint(name: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A pipe of another account's process answers EACCES.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ path, exclusive: true }, () => {
      resolve(server);
    });
  });
}

/** Only where the endpoint is a file (macOS) can it outlive its process: nobody answers at it then. */
async function listenAfterDead(path: string): Promise<Server | null> {
  if (process.platform === 'win32' || process.platform === 'linux') return null;
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect({ path });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  if (answered) return null;
  await rm(path, { force: true });
  return listen(path);
}
