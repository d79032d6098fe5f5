/** The application never reaches a network, whoever asks for it. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../support/app.ts';
import { attemptsInNetLog, watchSockets } from '../support/connections.ts';
import { request } from '../support/page-request.ts';
import { expect, test } from './fixtures.ts';

/** A picture, a socket, a beacon and a call between two pages, each to an address outside. */
const otherWays = (page: Page) =>
  page.evaluate(async () => {
    const image = new Image();
    const loaded = new Promise((known) => {
      image.onload = () => {
        known('loaded');
      };
      image.onerror = () => {
        known('refused');
      };
    });
    image.src = 'https://example.org/image.png';
    const socket = (() => {
      try {
        return new WebSocket('wss://example.org/');
      } catch {
        return null;
      }
    })();
    const spoken = new Promise((known) => {
      if (!socket) {
        known('refused');
        return;
      }
      socket.onopen = () => {
        known('open');
      };
      socket.onerror = () => {
        known('refused');
      };
    });
    const beacon = navigator.sendBeacon('https://example.org/', 'x');
    const relay = { username: 'x', credential: 'x' };
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: 'stun:192.0.2.1:3478' },
        { urls: 'turn:192.0.2.1:3478', ...relay },
        { urls: 'turn:192.0.2.1:443?transport=tcp', ...relay },
      ],
    });
    peer.createDataChannel('x');
    await peer.createOffer().then(
      (offer) => peer.setLocalDescription(offer),
      () => undefined,
    );
    await new Promise((later) => setTimeout(later, 1500));
    peer.close();
    return { image: await loaded, socket: await spoken, beacon };
  });

test('the application opens no connection, also when a page or the main process asks for one', async ({}, testInfo) => {
  const log = join(testInfo.outputPath(), 'net-log.json');
  const running = await launchApp({
    sample: true,
    args: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'],
  });
  const { electron, page } = running;
  const pid = electron.process().pid;
  if (pid === undefined) throw new Error('The application has no process.');
  const stopWatching = watchSockets(pid, 20);
  let seen: string[] = [];
  try {
    for (const url of ['https://example.org/', 'http://192.0.2.1/', 'http://127.0.0.1:9/', 'http://localhost:9/']) {
      expect(await request(page, url), url).toBe('refused');
    }
    const others = await otherWays(page);
    expect(others).toMatchObject({ image: 'refused', socket: 'refused' });
    // Electron's own way out of the main process goes through the same rule.
    const fromMain = await electron.evaluate(({ net }) =>
      Promise.all(
        ['https://example.org/', 'http://192.0.2.1/'].map((url) =>
          net.fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      ),
    );
    expect(fromMain).toEqual(['refused', 'refused']);
    await page.waitForTimeout(3000);
  } finally {
    seen = stopWatching();
    await running.close();
  }
  expect(seen).toEqual([]);
  expect(attemptsInNetLog(log)).toEqual([]);
});
