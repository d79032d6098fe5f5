/** Takes a picture of a window as it stands, at both sizes the screens are made for. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../electron/launch/project.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';

export const folder = inProject('contact-sheet');
export const looks = ['light', 'dark'] as const;
export type Look = (typeof looks)[number];

/** `OBSERVER_VIEWS` holds a pattern: only views whose name it fits are taken then. */
const only = new RegExp(process.env.OBSERVER_VIEWS ?? '', 'u');
export const isWanted = (name: string): boolean => only.test(name);

/** `contact-sheet/screens/<name>/<language>-<look>-<width>.png`. The window is left at the smaller size. */
export async function take(running: RunningApp, name: string, language: Language, look: Look): Promise<void> {
  const place = join(folder, 'screens', name);
  await mkdir(place, { recursive: true });
  for (const size of [screenSizes.small, screenSizes.large]) {
    await resizeTo(running, size);
    await running.page.evaluate(() => document.fonts.ready.then(() => undefined));
    const file = join(place, `${language}-${look}-${String(size.width)}.png`);
    await running.page.screenshot({ path: file, animations: 'disabled' });
  }
  await resizeTo(running, screenSizes.small);
}
