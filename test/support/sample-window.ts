/** A window of the sample office in Kyrgyz, at the smallest size the screens are made for. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { locales } from '../../locales/index.ts';
import { resizeTo, screenSizes, type RunningApp } from './app.ts';
import { ask, sampleIsOpen } from './office.ts';

export const ky = locales.ky;

export async function openSample(running: RunningApp): Promise<Page> {
  const { page } = running;
  await sampleIsOpen(page);
  await ask(page, 'preferences.set', { language: 'ky', colourScheme: 'light' });
  await resizeTo(running, screenSizes.small);
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}
