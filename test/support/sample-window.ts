/** A window of the sample office, in Kyrgyz unless told otherwise, at the smallest size the screens are made for. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { resizeTo, screenSizes, type RunningApp } from './app.ts';
import { ask, sampleIsOpen } from './office.ts';

export const ky = locales.ky;

export async function openSample(running: RunningApp, language: Language = 'ky'): Promise<Page> {
  const { page } = running;
  await sampleIsOpen(page);
  await ask(page, 'preferences.set', { language, colourScheme: 'light' });
  await resizeTo(running, screenSizes.small);
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}
