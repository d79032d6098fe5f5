import { readFileSync } from 'node:fs';
import { FuseV1Options } from '@electron/fuses';
import type { BrowserWindow, IpcMainInvokeEvent, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { refuseNetworkRequests } from '../../../../electron/shell/security/network.ts';
import { refusePermissions } from '../../../../electron/shell/security/permissions.ts';
import { isOurScreen } from '../../../../electron/shell/security/sender.ts';
import { windowPreferences } from '../../../../electron/shell/security/window-preferences.ts';

describe('network requests', () => {
  const isRefused = (url: string, allowDeveloperTools = false): boolean | undefined => {
    let cancel: boolean | undefined;
    const session = {
      webRequest: {
        onBeforeRequest: (rule: (request: { url: string }, answer: (said: { cancel?: boolean }) => void) => void) => {
          rule({ url }, (said) => (cancel = said.cancel));
        },
      },
      setSpellCheckerEnabled: () => undefined,
      setSpellCheckerDictionaryDownloadURL: () => undefined,
    };
    refuseNetworkRequests(session as unknown as Session, allowDeveloperTools);
    return cancel;
  };

  it('are refused for every address outside of the application', () => {
    const outside = [
      'http://example.org/',
      'https://office/',
      'ws://127.0.0.1/',
      'ftp://office/',
      'file:///etc/passwd',
    ];
    const lookalikes = [
      'app://office.example.org/',
      'app://elsewhere/',
      'blob:https://example.org/1',
      'devtools://devtools/x',
    ];
    for (const url of [...outside, ...lookalikes]) expect(isRefused(url), url).toBe(true);
  });

  it('are let through to the application itself, and to the developer tools only where they are allowed', () => {
    for (const url of ['app://office/', 'blob:app://office/1', 'data:image/png;base64,'])
      expect(isRefused(url), url).toBe(false);
    expect(isRefused('devtools://devtools/x', true)).toBe(false);
  });
});

describe('permissions', () => {
  const asks = (permission: string, details: object): boolean => {
    let answer = true;
    type Ask = (contents: null, permission: string, answer: (given: boolean) => void, details: object) => void;
    const session = {
      setPermissionRequestHandler: (ask: Ask) => {
        ask(null, permission, (given) => (answer = given), details);
      },
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      setDisplayMediaRequestHandler: () => undefined,
    };
    refusePermissions(session as unknown as Session);
    return answer;
  };
  const ours = { isMainFrame: true, requestingUrl: 'app://office/' };

  it('are refused but for putting text on the clipboard and the camera, asked for by the screens themselves', () => {
    expect(asks('clipboard-sanitized-write', ours)).toBe(true);
    expect(asks('clipboard-sanitized-write', { ...ours, isMainFrame: false })).toBe(false);
    expect(asks('media', { ...ours, mediaTypes: ['video'] })).toBe(true);
    expect(asks('media', { ...ours, mediaTypes: ['audio'] })).toBe(false);
    expect(asks('media', { ...ours, mediaTypes: ['video', 'audio'] })).toBe(false);
    expect(asks('media', { ...ours, mediaTypes: [] })).toBe(false);
    expect(asks('media', { ...ours, isMainFrame: false, mediaTypes: ['video'] })).toBe(false);
    expect(asks('media', { isMainFrame: true, requestingUrl: 'https://example.org/', mediaTypes: ['video'] })).toBe(
      false,
    );
    for (const permission of ['geolocation', 'notifications', 'clipboard-read', 'usb', 'openExternal', 'fullscreen']) {
      expect(asks(permission, ours), permission).toBe(false);
    }
  });
});

describe('the sender of a call', () => {
  const frame = { url: 'app://office/#/applications' };
  const contents = { mainFrame: frame };
  const window = { isDestroyed: () => false, webContents: contents } as unknown as BrowserWindow;
  const from = (sender: unknown, senderFrame: unknown) => ({ sender, senderFrame }) as IpcMainInvokeEvent;

  it('is our own window’s main frame, showing the screens', () => {
    expect(isOurScreen(from(contents, frame), window)).toBe(true);
  });

  it('is nobody else', () => {
    expect(isOurScreen(from(contents, frame), null)).toBe(false);
    expect(isOurScreen(from({ mainFrame: frame }, frame), window)).toBe(false);
    expect(isOurScreen(from(contents, { url: 'app://office/' }), window)).toBe(false);
    expect(isOurScreen(from(contents, null), window)).toBe(false);
    const elsewhere = { url: 'https://example.org/' };
    const led = { isDestroyed: () => false, webContents: { mainFrame: elsewhere } } as unknown as BrowserWindow;
    expect(isOurScreen(from(led.webContents, elsewhere), led)).toBe(false);
  });
});

describe('the packaged application', () => {
  it('has every fuse spelled out', () => {
    const configuration = readFileSync('electron-builder.yml', 'utf8');
    const names = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name));
    // The packager has no setting for this one yet; Electron's default, on, is the safe one.
    for (const name of names.filter((fuse) => fuse !== 'WasmTrapHandlers')) {
      expect(configuration).toMatch(new RegExp(`^  ${name}: (true|false)$`, 'im'));
    }
  });

  it('has no developer tools', () => {
    expect(windowPreferences('/preload.cjs', false).devTools).toBe(false);
  });
});
