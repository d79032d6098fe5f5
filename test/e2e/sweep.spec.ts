/**
 * Every screen and every dialog of the sample office in all three languages, one application for each: nothing cut off,
 * nothing untranslated, nothing that axe finds. Stories run in one language each, so this is where the others are seen.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { dayViews, prepareDay } from '../contact-sheet/day-views.ts';
import { views, type View } from '../contact-sheet/views.ts';
import { resizeTo, screenSizes, type RunningApp } from '../support/app.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { ask, sampleIsOpen } from '../support/office.ts';
import { axeFaults, overhang, screenAddresses } from '../support/screens.ts';
import { story } from '../support/stories.ts';
import { untranslated } from '../support/untranslated.ts';
import { expect, test } from './fixtures.ts';

test.use({ launch: { sample: true } });
test.describe.configure({ timeout: 900_000 });

/** Opens a screen; what stands over another one, or was begun on it, is left behind by loading the page anew. */
async function show(page: Page, language: Language, address: string, anew: boolean): Promise<void> {
  if (anew) {
    // Without telling the page, which would ask what becomes of a form that is begun.
    await page.evaluate((hash) => window.history.replaceState(null, '', `#/${hash}`), address);
    await page.reload();
  } else {
    await page.evaluate((hash) => {
      window.location.hash = `#/${hash}`;
    }, address);
  }
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('status', { name: locales[language].common.state.loading })).toHaveCount(0);
}

async function faultsOn(page: Page, language: Language, address: string): Promise<object> {
  return {
    beyondTheEdge: Math.max(0, await overhang(page)),
    cutOff: await cutTexts(page),
    // The list of words shows what the program fills in as it stands there.
    untranslated: await untranslated(page, language, address === 'settings/wordings'),
    axe: await axeFaults(page),
  };
}

const none = { beyondTheEdge: 0, cutOff: [], untranslated: [], axe: [] };

async function begin(running: RunningApp, language: Language, colourScheme: 'light' | 'dark'): Promise<Page> {
  const { page, electron } = running;
  await sampleIsOpen(page);
  await ask(page, 'preferences.set', { language, colourScheme });
  await resizeTo(running, screenSizes.small);
  // Forms are left as they are begun; nobody is there to answer the question about it.
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 1;
  });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}

for (const language of languages) {
  test(`every screen and every dialog in ${language} fits 1366 × 768 and is free of faults`, async ({ running }) => {
    const page = await begin(running, language, 'light');
    const place = await mkdtemp(join(tmpdir(), 'sweep-'));
    let left = false;
    const look = ({ name, address, open }: View): Promise<void> =>
      test.step(name, async () => {
        await show(page, language, address, left);
        left = open !== undefined;
        await open?.(page, language, running);
        expect.soft(await faultsOn(page, language, address), name).toEqual(none);
      });
    for (const view of views) await look(view);
    const day = await prepareDay(page, place);
    left = true;
    for (const view of dayViews(day)) await look(view);
    await rm(place, { recursive: true, force: true });
  });
}

for (const { language, title } of story('every screen in dark colours fits 1366 × 768 and is free of faults')) {
  test(title, async ({ running }) => {
    const page = await begin(running, language, 'dark');
    for (const address of screenAddresses) {
      await test.step(address, async () => {
        await show(page, language, address, false);
        expect.soft(await faultsOn(page, language, address), address).toEqual(none);
      });
    }
  });
}
