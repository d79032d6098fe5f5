/** A running application for every test that asks for it: fresh folder, closed afterwards, its words kept on failure. */
import { test as base } from '@playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from '../support/app.ts';
import { startDisplay } from '../support/display.ts';

interface Fixtures {
  /** How the application is started; `test.use({ launch: { sample: true } })`. */
  launch: LaunchOptions;
  running: RunningApp;
}

interface WorkerFixtures {
  /** Width, height and depth of a worker's own display, as Xvfb takes them. */
  displaySize: string;
  display: string | undefined;
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
  launch: [{}, { option: true }],
  running: async ({ launch }, use, testInfo) => {
    const running = await launchApp(launch);
    const pageErrors: string[] = [];
    running.page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    running.page.on('pageerror', (error) => pageErrors.push(String(error)));
    await use(running);
    if (testInfo.status !== testInfo.expectedStatus) {
      const picture = await running.page.screenshot().catch(() => null);
      if (picture) await testInfo.attach('window', { body: picture, contentType: 'image/png' });
      await testInfo.attach('main process', { body: running.errorOutput(), contentType: 'text/plain' });
      await testInfo.attach('page', { body: pageErrors.join('\n'), contentType: 'text/plain' });
    }
    await running.close();
  },
});
export { expect } from '@playwright/test';
