/**
 * Electron's own security checklist, points 1 to 12 by their numbers, asked of the real application. Points that need
 * more than a few lines have more in `security.spec.ts`; the fuses of a packaged build are in `packaged.spec.ts`.
 */
import { readFileSync } from 'node:fs';
import type { JSHandle, Page } from '@playwright/test';
import type { BrowserWindow, WebPreferences } from 'electron';
import { inProject } from '../../electron/launch/project.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { sampleIsOpen } from '../support/office.ts';
import { request } from '../support/page-request.ts';
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
    expect(await request(page, url)).toBe('refused');
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
    expect(await request(page, url), url).toBe('refused');
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
