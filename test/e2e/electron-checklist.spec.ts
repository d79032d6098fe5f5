/**
 * Electron's own security checklist, point by point and by its numbers, asked of the real application. Points that need
 * more than a few lines have more in `security.spec.ts`; the fuses of a packaged build are in `packaged.spec.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import type { JSHandle, Page } from '@playwright/test';
import type { BrowserWindow, WebPreferences } from 'electron';
import { inProject } from '../../electron/launch/project.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { ask, callOffice, sampleIsOpen } from '../support/office.ts';
import { expect, test } from './fixtures.ts';

let running: RunningApp;
let page: Page;
let preferences: WebPreferences;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  running = await launchApp({ sample: true });
  page = running.page;
  await sampleIsOpen(page);
  const window = (await running.electron.browserWindow(page)) as JSHandle<BrowserWindow>;
  preferences = await window.evaluate((target) =>
    (target.webContents as unknown as { getLastWebPreferences(): WebPreferences }).getLastWebPreferences(),
  );
});
test.afterAll(async () => {
  await running.close();
});

const sources = (): string[] =>
  readdirSync(inProject('electron'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(inProject('electron'), name), 'utf8'));
const status = (url: string): Promise<number | 'refused'> =>
  page.evaluate(
    (address) =>
      fetch(address).then(
        (response) => response.status,
        () => 'refused' as const,
      ),
    url,
  );
const hasSwitch = (name: string): Promise<boolean> =>
  running.electron.evaluate(({ app }, asked) => app.commandLine.hasSwitch(asked), name);

test('1. only secure content is loaded: everything came from the application itself', async () => {
  const loaded = await page.evaluate(() =>
    [...document.querySelectorAll('script, link, img, iframe, source')].map((element) =>
      'href' in element ? String(element.href) : (element as HTMLImageElement).src,
    ),
  );
  expect(loaded.length).toBeGreaterThan(1);
  expect(loaded.filter((name) => !/^(?:app:\/\/office\/|blob:app:\/\/office\/|data:)/u.test(name))).toEqual([]);
  expect(readFileSync(inProject('out', 'renderer', 'index.html'), 'utf8')).not.toMatch(/(?:https?:)?\/\/[a-z]/iu);
  for (const url of ['http://example.org/', 'https://example.org/', 'ftp://example.org/'])
    expect(await status(url)).toBe('refused');
});

test('2. Node is not there: not in the page, not in a frame, not in a worker', async () => {
  expect(preferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
  expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
  const found = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow as unknown as Record<string, unknown>;
    const names = ['require', 'process', 'Buffer', 'module', 'global', 'office'];
    const leaked = names.filter((name) => name in inside);
    frame.remove();
    return { leaked, page: names.filter((name) => name in window) };
  });
  // The bridge is the page's alone; a frame does not get it.
  expect(found).toEqual({ leaked: [], page: ['office'] });
});

test('3. contexts are isolated: what a page does to its own built-ins does not reach the bridge', async () => {
  expect(preferences.contextIsolation).toBe(true);
  const outcome = await page.evaluate(async () => {
    const caught: unknown[] = [];
    const real = Function.prototype.call;
    Function.prototype.call = function (this: unknown, ...args: unknown[]) {
      caught.push(args);
      return Reflect.apply(real, this, args) as unknown;
    };
    try {
      const { office } = window as unknown as { office: { call(name: string, input: unknown): Promise<unknown> } };
      await office.call('entry.status', {});
    } finally {
      Function.prototype.call = real;
    }
    const replaced = Reflect.set(window, 'office', null);
    return { replaced, seen: JSON.stringify(caught).includes('ipc') };
  });
  expect(outcome).toEqual({ replaced: false, seen: false });
});

test('4. every window is sandboxed, and no source ever switches the sandbox off', () => {
  expect(preferences.sandbox).toBe(true);
  const main = readFileSync(inProject('out', 'main', 'main.js'), 'utf8');
  expect(main).not.toMatch(/no-sandbox|disable-setuid-sandbox/u);
  expect(main).toContain('sandbox: true');
});

test('5. permissions are refused, all but the camera and writing to the clipboard', async () => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'camera',
    ];
    const found: Record<string, string> = {};
    for (const name of names) {
      found[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'denied',
      );
    }
    return found;
  });
  const { camera, ...others } = states;
  expect(Object.values(others).filter((state) => state === 'granted')).toEqual([]);
  expect(camera).toBe('granted');
});

test('6. web security is on: another scheme cannot be read', async () => {
  expect(preferences.webSecurity).toBe(true);
  expect(await hasSwitch('disable-web-security')).toBe(false);
  for (const url of ['file:///etc/hostname', 'chrome://version/', 'app://elsewhere/']) {
    expect(await status(url), url).toBe('refused');
  }
});

test('7. a content security policy stands on every answer, and text is never run as a program', async () => {
  for (const address of ['app://office/', 'app://office/nothing.js', `app://office/photo/${'0'.repeat(64)}`]) {
    const policy = await page.evaluate(
      (url) => fetch(url).then((answer) => answer.headers.get('content-security-policy')),
      address,
    );
    expect(policy, address).toContain("default-src 'none'");
  }
  const ran = await page.evaluate(() => {
    try {
      return (0, eval)('1 + 1') as unknown;
    } catch {
      return 'refused';
    }
  });
  // The tests' own way into the page goes round the policy in some engines; a script element never does.
  expect(['refused', 2]).toContain(ran);
  const smuggled = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.src = 'data:text/javascript,window.smuggled=true';
    document.head.append(script);
    await new Promise((later) => setTimeout(later, 300));
    script.remove();
    return 'smuggled' in window;
  });
  expect(smuggled).toBe(false);
});

test('8. insecure content is not allowed to run', async () => {
  expect(preferences.allowRunningInsecureContent ?? false).toBe(false);
  expect(await hasSwitch('allow-running-insecure-content')).toBe(false);
});

test('9. experimental features are off', async () => {
  expect(preferences.experimentalFeatures ?? false).toBe(false);
  expect(await hasSwitch('enable-experimental-web-platform-features')).toBe(false);
});

test('10. no feature of Blink is switched on', async () => {
  expect(preferences.enableBlinkFeatures ?? '').toBe('');
  expect(await hasSwitch('enable-blink-features')).toBe(false);
});

test('11. and 12. a webview is no more than an unknown element, with or without allowpopups', async () => {
  expect(preferences.webviewTag ?? false).toBe(false);
  const before = await running.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const kind = await page.evaluate(async () => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://office/');
    view.setAttribute('allowpopups', '');
    view.setAttribute('nodeintegration', '');
    document.body.append(view);
    await new Promise((later) => setTimeout(later, 500));
    const found = { own: 'getWebContentsId' in view, shadow: view.shadowRoot !== null };
    view.remove();
    return found;
  });
  expect(kind).toEqual({ own: false, shadow: false });
  expect(await running.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
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
