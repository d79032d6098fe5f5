/** The rules of trust, asked of the real application. */
import { readFileSync } from 'node:fs';
import type { JSHandle } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { inProject } from '../../electron/launch/project.ts';
import { launchApp } from '../support/app.ts';
import { callOffice } from '../support/office.ts';
import { request } from '../support/page-request.ts';
import { expect, test } from './fixtures.ts';

test.use({ fresh: true });

test('the page has a bridge of two functions, frozen, and nothing of Node or Electron', async ({
  running: { page },
}) => {
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer', 'electron'];
    const bridge = (window as unknown as { office: Record<string, unknown> }).office;
    return {
      leaked: names.filter((name) => name in window),
      bridge: Object.keys(bridge).sort(),
      frozen: Object.isFrozen(bridge),
    };
  });
  expect(found).toEqual({ leaked: [], bridge: ['call', 'on'], frozen: true });
});

test('the window runs sandboxed, isolated and without Node', async ({ running: { electron, page } }) => {
  const window = (await electron.browserWindow(page)) as JSHandle<BrowserWindow>;
  const preferences = await window.evaluate((target) => {
    const contents = target.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the preload script requires nothing but electron', () => {
  const built = readFileSync(inProject('out', 'preload', 'preload.cjs'), 'utf8');
  const required = [...built.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)|\bimport\s*\(|^import\s/gm)];
  expect(required.map((match) => match[1])).toEqual(['electron']);
});

test('the page is served with a strict policy and a nonce of its own for every load', async ({ running: { page } }) => {
  const load = () =>
    page.evaluate(() => fetch('app://office/').then((page) => page.headers.get('content-security-policy') ?? ''));
  const [first, second] = [await load(), await load()];
  const nonce = (policy: string) => /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(policy)?.[1];
  expect(nonce(first)).toBeDefined();
  expect(nonce(first)).not.toBe(nonce(second));
  const directives = new Map(first.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1).join(' ')]));
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors', 'worker-src']) {
    expect(directives.get(name), name).toBe("'none'");
  }
  expect(first).not.toContain('unsafe');
});

test('a script or a style smuggled into the page does nothing', async ({ running: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const smuggled = window as unknown as { ran?: boolean };
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="app://office/nothing.png" onerror="window.ran = true">');
    // Text as a program, the old way to eval.
    (setTimeout as unknown as (text: string) => void)('window.ran = true');
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    await new Promise((later) => setTimeout(later, 500));
    return { ran: smuggled.ran ?? false, outline: getComputedStyle(document.body).outlineWidth };
  });
  expect(outcome.ran).toBe(false);
  expect(outcome.outline).not.toBe('7px');
});

test('no other window opens, whoever asks', async ({ running: { electron, page } }) => {
  const opened = await page.evaluate(() =>
    ['https://example.org/', 'app://office/', 'about:blank', 'file:///etc/passwd'].map(
      (url) => window.open(url) !== null,
    ),
  );
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await page.waitForTimeout(500);
  expect(opened).toEqual([false, false, false, false]);
  // Previews of documents count as contents too, but not as windows.
  const windows = await electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((contents) => contents.getType() === 'window')
      .map((contents) => contents.getURL()),
  );
  expect(windows).toEqual([page.url()]);
});

test('the window cannot be led away from the screens', async ({ running: { page } }) => {
  const places = [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,away',
    'app://elsewhere/',
    `app://office/photo/${'a'.repeat(64)}`,
    'app://office/assets/anything.js',
    'javascript:document.title="away"',
  ];
  for (const place of places) {
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url });
      document.body.append(link);
      link.click();
      link.remove();
    }, place);
    await page.waitForTimeout(200);
    expect(page.url(), place).toMatch(/^app:\/\/office\/(#.*)?$/);
    expect(await page.title(), place).not.toBe('away');
  }
});

test('a frame shows documents of the office and nothing else', async ({ running: { page } }) => {
  const shown = await page.evaluate(async () => {
    const outcomes: string[] = [];
    for (const url of ['https://example.org/', 'data:text/html,framed', 'app://office/']) {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      await new Promise((later) => setTimeout(later, 400));
      // Readable only while it is still empty, that is, our own about:blank; a page of ours would have an organisation with more.
      outcomes.push(frame.contentDocument?.body.childElementCount.toString() ?? 'unreadable');
      frame.remove();
    }
    return outcomes;
  });
  // Chromium puts its own, unreadable error page where a policy refused.
  expect(shown.every((outcome) => outcome === '0' || outcome === 'unreadable')).toBe(true);
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .filter((url) => /example|framed/.test(url)),
  ).toEqual([]);
});

test('of all permissions only the camera is given', async () => {
  const running = await launchApp({ args: ['--use-fake-device-for-media-stream'] });
  const outcome = await running.page.evaluate(async () => {
    const media = (wanted: MediaStreamConstraints) =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'given';
        },
        (error: unknown) => (error as DOMException).name,
      );
    const position = new Promise((answered) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          answered('given');
        },
        (error) => {
          answered(error.code === error.PERMISSION_DENIED ? 'refused' : 'asked');
        },
      );
    });
    return {
      camera: await media({ video: true }),
      microphone: await media({ audio: true }),
      both: await media({ video: true, audio: true }),
      screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      ),
      notifications: await Notification.requestPermission(),
      position: await position,
      clipboard: await navigator.clipboard.readText().then(
        () => 'given',
        () => 'refused',
      ),
    };
  });
  await running.close();
  expect(outcome).toEqual({
    camera: 'given',
    microphone: 'NotAllowedError',
    both: 'NotAllowedError',
    screen: 'refused',
    notifications: 'denied',
    position: 'refused',
    clipboard: 'refused',
  });
});

test('addresses outside of the screens, photos and documents do not exist', async ({ running: { page } }) => {
  const places = [
    'app://office/../package.json',
    'app://office/..%2f..%2fpackage.json',
    'app://office/%2e%2e/%2e%2e/package.json',
    'app://office/assets/..%5c..%5cmain%5cmain.js',
    'app://office//etc/passwd',
    'app://office/.hidden',
    'app://office/main/main.js',
    'app://office/photo/../index.html',
    `app://office/photo/${'0'.repeat(64)}`,
    'app://office/photo/..%2f..%2fjournal.jsonl',
    `app://office/document/${'0'.repeat(32)}.pdf`,
    'app://office/document/..%2f..%2f..%2fetc%2fpasswd.pdf',
  ];
  for (const place of places) {
    const answer = await request(page, place);
    // `photo/../index.html` is the page itself once Chromium has tidied the address.
    expect(answer, place).toBe(place.endsWith('/photo/../index.html') ? 200 : 404);
  }
  for (const place of ['app://elsewhere/', 'file:///etc/passwd', 'chrome://version/']) {
    expect(await request(page, place), place).toBe('refused');
  }
});

test('the office refuses a call that is not in the contract or not in its shape', async ({ running: { page } }) => {
  const calls: readonly (readonly [string, unknown])[] = [
    ['no.such.operation', {}],
    ['constructor', {}],
    ['__proto__', {}],
    ['entry.status', { unexpected: 'field' }],
    ['entry.status', null],
    ['preferences.set', { language: 'fr' }],
  ];
  for (const [name, input] of calls) {
    expect(await callOffice(page, name, input), name).toMatchObject({ ok: false, refusal: {} });
  }
  expect(await callOffice(page, 42, {})).toContain('An operation has a name');
});

test('the office does not answer a window that is not its own', async ({ running: { electron, page } }) => {
  const preload = inProject('out', 'preload', 'preload.cjs');
  const answer = await electron.evaluate(async ({ BrowserWindow }, script) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } });
    await stranger.loadURL('app://office/');
    const said = (await stranger.webContents.executeJavaScript(
      `window.office.call('entry.status', {}).then((reply) => JSON.stringify(reply), (error) => String(error))`,
    )) as string;
    stranger.destroy();
    return said;
  }, preload);
  expect(answer).toContain('its own window only');
  expect(await callOffice(page, 'entry.status', {})).toMatchObject({ ok: true });
});

test('a second start on the same folder ends and leaves the first one alone', async ({ running }) => {
  await expect(launchApp({ dataFolder: running.dataFolder })).rejects.toThrow();
  expect(await running.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
