/** `npm start`, as a person types it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject, isRoot, projectRoot } from '../../electron/launch/project.ts';
import { expect, test } from './fixtures.ts';

/** Starts it, and hands out what it has said and how it ended. */
function npmStart(options: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(
    process.execPath,
    [inProject('electron', 'launch', 'bootstrap.mjs'), 'electron/launch/start.ts', ...options],
    { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const ended = new Promise<number | null>((known) => child.on('exit', known));
  return { ended, said: () => said, stop: () => child.kill('SIGTERM') };
}

test('without a display it says so in one line and names two ways out', async () => {
  test.skip(process.platform !== 'linux', 'only Linux runs without a display');
  const started = npmStart([], { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
  expect(await started.ended).toBe(1);
  const lines = started.said().trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('npm run round');
  expect(lines[0]).toContain('xvfb-run');
});

test('options reach the application: the sample office is made in the folder that was named, and kept at the end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'observer-start-'));
  const started = npmStart(['--sample', '--data', folder]);
  try {
    // Made beside its place and moved there when it is whole.
    await expect.poll(() => existsSync(join(folder, 'sample-office')), { timeout: 150_000 }).toBe(true);
    if (isRoot()) expect(started.said()).toContain("without Chromium's sandbox");
    started.stop();
    expect(await started.ended).toBe(0);
    expect(existsSync(join(folder, 'sample-office', 'journal.jsonl'))).toBe(true);
    expect(existsSync(join(folder, 'office'))).toBe(false);
  } finally {
    started.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
