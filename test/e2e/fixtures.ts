/**
 * A running application for every test that asks for it, without anything of the test before; its words are kept on
 * failure. A worker keeps one for all its tests, unless a test asks for a fresh one.
 */
import { test as base, type ConsoleMessage } from '@playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from '../support/app.ts';
import { startDisplay } from '../support/display.ts';
import { keepApp, type KeptApp } from '../support/kept-app.ts';

interface Fixtures {
  /** How the application is started; `test.use({ launch: { sample: true } })`. */
  launch: LaunchOptions;
  /** The test needs an application that was only just started, or will break the one that it gets. */
  fresh: boolean;
  running: RunningApp;
}

interface WorkerFixtures {
  /** Width, height and depth of a worker's own display, as Xvfb takes them. */
  displaySize: string;
  display: string | undefined;
  kept: KeptApp;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  displaySize: ['1920x1200x24', { option: true, scope: 'worker' }],
  display: [
    async ({ displaySize }, use, { parallelIndex }) => {
      // The run brings one display; every further worker brings its own.
      if (process.platform !== 'linux' || parallelIndex === 0) {
        await use(process.env.DISPLAY);
        return;
      }
      const own = await startDisplay(displaySize);
      process.env.DISPLAY = own.name;
      await use(own.name);
      own.close();
    },
    { scope: 'worker', auto: true },
  ],
  kept: [
    async ({}, use) => {
      const kept = keepApp();
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],
  launch: [{}, { option: true }],
  fresh: [false, { option: true }],
  running: async ({ launch, fresh, kept }, use, testInfo) => {
    // Two applications at once would share the clipboard and the keyboard's focus.
    if (fresh) await kept.close();
    const running = fresh ? await launchApp(launch) : await kept.startedAnew(launch);
    const pageErrors: string[] = [];
    const noteConsole = (message: ConsoleMessage): void => {
      if (message.type() === 'error') pageErrors.push(message.text());
    };
    const noteError = (error: Error): void => {
      pageErrors.push(String(error));
    };
    running.page.on('console', noteConsole).on('pageerror', noteError);
    await use(running);
    running.page.off('console', noteConsole).off('pageerror', noteError);
    if (testInfo.status !== testInfo.expectedStatus) {
      const picture = await running.page.screenshot().catch(() => null);
      if (picture) await testInfo.attach('window', { body: picture, contentType: 'image/png' });
      await testInfo.attach('main process', { body: running.errorOutput(), contentType: 'text/plain' });
      await testInfo.attach('page', { body: pageErrors.join('\n'), contentType: 'text/plain' });
    }
    if (fresh) await running.close();
    // What a failed test left behind is nobody's ground to stand on.
    else if (testInfo.status !== testInfo.expectedStatus) await kept.close();
  },
});
export { expect } from '@playwright/test';
