/** What a clerk feels in the window of a large office: keys answered on the screen, and frames while a list scrolls. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { launchApp, resizeTo, screenSizes } from '../support/app.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { makeLargeOffice } from './large-office.ts';
import { median } from './median.ts';

export type WindowCost = {
  people: number;
  /** Milliseconds from the start of the application to the list on the screen. */
  opening: number;
  /** Milliseconds from a key in the search to the next frame with the letter in the field. */
  key: { median: number; slowest: number };
  /** Milliseconds from the last key of a word to the rows it finds. */
  found: number;
  /** Milliseconds between two frames while the list scrolls from top to bottom. */
  frame: { median: number; slowest: number; late: number };
  /** Milliseconds between two frames when nothing happens: what this display can do at all. */
  idleFrame: number;
};

/** Times between frames for so long, with something done at every frame. */
const framesWhile = (page: Page, scroll: boolean): Promise<number[]> =>
  page.evaluate(async (moves) => {
    const list = [...document.querySelectorAll('*')].find(
      (element) => element.scrollHeight > element.clientHeight * 3 && getComputedStyle(element).overflowY !== 'visible',
    );
    const times: number[] = [];
    const step = (list?.scrollHeight ?? 0) / 200;
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 200; frame += 1) {
      // As a wheel turned on, with a leap down the register at every tenth step.
      if (moves && list) list.scrollTop += frame % 10 === 0 ? step * 10 - 900 : 100;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, scroll);

export async function measureWindow(people: number): Promise<WindowCost> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'observer-large-'));
  try {
    await makeLargeOffice(join(dataFolder, 'sample-office'), people);
    const start = performance.now();
    const running = await launchApp({ dataFolder, sample: true });
    try {
      const { page } = running;
      await sampleIsOpen(page);
      await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light' });
      await resizeTo(running, screenSizes.small);
      await page.getByRole('link', { name: locales.ky.applications.title }).first().click();
      await page.getByRole('row').nth(5).waitFor();
      const opening = performance.now() - start;

      const search = page.getByRole('textbox', { name: locales.ky.applications.search });
      await search.click();
      await page.evaluate(() => {
        const costs: number[] = [];
        Object.assign(window, { keyCosts: costs });
        addEventListener('keydown', () => {
          const pressed = performance.now();
          requestAnimationFrame(() => setTimeout(() => costs.push(performance.now() - pressed)));
        });
      });
      for (const word of ['zzba', 'SMP2797', 'үлг'])
        for (const letter of word) {
          await page.keyboard.type(letter);
          await page.waitForTimeout(60);
        }
      await search.fill('');
      const typed = performance.now();
      await search.fill(`SMP${String(people - 1).padStart(6, '0')}`);
      await page.waitForFunction(() => document.querySelectorAll('tbody tr').length <= 3);
      const found = performance.now() - typed;
      await search.fill('');
      await page.getByRole('row').nth(5).waitFor();

      const keys = await page.evaluate(() => (window as unknown as { keyCosts: number[] }).keyCosts);
      const idle = await framesWhile(page, false);
      const frames = await framesWhile(page, true);
      const idleFrame = median(idle);
      return {
        ...{ people, opening, found, idleFrame },
        key: { median: median(keys), slowest: Math.max(...keys) },
        frame: {
          median: median(frames),
          slowest: Math.max(...frames),
          late: frames.filter((time) => time > idleFrame * 2).length / frames.length,
        },
      };
    } finally {
      await running.close();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
