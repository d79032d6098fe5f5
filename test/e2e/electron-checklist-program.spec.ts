/**
 * Electron's own security checklist, points 13 to 20, asked of the real application. Points that need
 * more than a few lines have more in `security.spec.ts`; the fuses of a packaged build are in `packaged.spec.ts`.
 */
import { readFileSync } from 'node:fs';
import { FuseV1Options } from '@electron/fuses';
import type { Page } from '@playwright/test';
import { inProject } from '../../electron/launch/project.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { ask, callOffice, sampleIsOpen } from '../support/office.ts';
import { sources } from '../support/sources.ts';
import { expect, test } from './fixtures.ts';

let running: RunningApp;
let page: Page;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  running = await launchApp({ sample: true });
  page = running.page;
  await sampleIsOpen(page);
});
test.afterAll(async () => {
  await running.close();
});

test('13. navigation leads nowhere: neither the page nor the history nor a reload with another address', async () => {
  for (const place of ['https://example.org/', 'file:///etc/hostname', 'app://office/assets/', 'data:text/html,x']) {
    await page.evaluate((url) => {
      window.location.assign(url);
    }, place);
    await page.waitForTimeout(200);
    expect(page.url(), place).toMatch(/^app:\/\/office\/(?:#.*)?$/u);
  }
});

test('14. no new window opens', async () => {
  const opened = await page.evaluate(() => window.open('app://office/', '_blank', 'nodeIntegration=yes') !== null);
  expect(opened).toBe(false);
  expect(await running.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('15. nothing is handed to the system to open but an installer that the publisher signed', () => {
  const all = sources().join('\n');
  expect(all).not.toContain('openExternal');
  // In `installation.ts`, for the system's own installer of packages.
  expect(all.match(/\bshell\.\w+\(/gu)).toEqual(['shell.openPath(']);
});

test('16. Electron is one exact version, and the program says when it runs in another', async () => {
  const { devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const locked = devDependencies.electron ?? '';
  expect(locked).toMatch(/^\d+\.\d+\.\d+$/u);
  const own = await running.electron.evaluate(() => process.versions.electron);
  const { runtime } = await ask(page, 'entry.status', {});
  expect(runtime).toBe(own === locked ? 'official' : 'development');
});

// 'error' is Electron's own.
test('17. every channel checks its sender: there are two, and a stranger’s window and frame get no answer', async () => {
  const channels = await running.electron.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return {
      answered: [...handlers.keys()],
      heard: ipcMain
        .eventNames()
        .map(String)
        .filter((name) => name !== 'error'),
    };
  });
  expect(channels).toEqual({ answered: ['office:call'], heard: [] });
  const stranger = await running.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const answers: string[] = [];
      // Once on our own page, once on a page that only looks like it.
      for (const url of ['app://office/', 'app://office/#/start']) {
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await other.loadURL(url);
        answers.push(
          (await other.webContents.executeJavaScript(
            `window.office.call('preferences.get', {}).then(JSON.stringify, String)`,
          )) as string,
        );
        other.destroy();
      }
      return answers;
    },
    inProject('out', 'preload', 'preload.cjs'),
  );
  for (const answer of stranger) expect(answer).toContain('its own window only');
  expect(await callOffice(page, 'preferences.get', {})).toMatchObject({ ok: true });
});

test('18. the screens come by the application’s own scheme, and no address leads out of their folder', async () => {
  expect(page.url()).toMatch(/^app:\/\/office\//u);
  const up = ['..', '%2e%2e', '.%2e', '%2E.', '%252e%252e', '..%00', '%c0%ae%c0%ae', '%u002e%u002e', '．．', '..;'];
  const cuts = ['/', '%2f', '%5c', '%255c', '%252f', '\\'];
  const places = up.flatMap((dots) =>
    cuts.flatMap((cut) =>
      ['package.json', 'out/main/main.js', 'etc/passwd'].map(
        (file) => `app://office/assets/${`${dots}${cut}`.repeat(4)}${file}`,
      ),
    ),
  );
  const statuses = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            async (a) => [url, a.status, await a.text()] as const,
            () => [url, 0, ''] as const,
          ),
        ),
      ),
    places,
  );
  // What Chromium tidies away leads to the root of the screens, where these files are not.
  expect(statuses.filter(([, code]) => code !== 404 && code !== 0).map(([url]) => url)).toEqual([]);
  expect(statuses.filter(([, , text]) => text !== '').map(([url]) => url)).toEqual([]);
});

test('19. every fuse that this Electron’s tool knows is spelled out in electron-builder.yml', () => {
  const yml = readFileSync(inProject('electron-builder.yml'), 'utf8');
  const section = /^electronFuses:\n((?: {2}.*\n)+)/mu.exec(yml)?.[1] ?? '';
  const spelled = [...section.matchAll(/^ {2}(\w+):/gmu)].map(([, name]) => (name ?? '').toLowerCase());
  // Their names differ a little in the two tools: `onlyLoadAppFromAsar`, `OnlyLoadAppFromAsar`.
  const named = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  // electron-builder has no name for this one yet; it is about speed, and stays as Electron ships it.
  const known = named.filter((name) => name !== 'WasmTrapHandlers');
  expect(known.length).toBeGreaterThanOrEqual(8);
  expect(known.filter((name) => !spelled.includes(name.toLowerCase()))).toEqual([]);
});

test('20. no Electron API reaches the page: two frozen functions, and no event object behind a notice', async () => {
  const found = await page.evaluate(async () => {
    const { office } = window as unknown as {
      office: { on(listener: (...args: unknown[]) => void): () => void; call(n: string, i: unknown): Promise<unknown> };
    };
    let given: unknown[] = [];
    const stop = office.on((...args) => {
      given = args;
    });
    await office.call('entry.openSample', { job: 'again' });
    await new Promise((later) => setTimeout(later, 500));
    stop();
    return {
      names: Object.keys(office).sort(),
      frozen: Object.isFrozen(office),
      args: given.length,
      keys: Object.keys(given[0] ?? {}),
    };
  });
  expect(found).toMatchObject({ names: ['call', 'on'], frozen: true, args: 1 });
  expect(found.keys).not.toContain('sender');
});
