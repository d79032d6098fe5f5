/** A running application for every test that asks for it: fresh folder, closed afterwards, its words kept on failure. */
import { test as base } from '@playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from '../support/app.ts';

interface Fixtures {
  /** How the application is started; `test.use({ launch: { sample: true } })`. */
  launch: LaunchOptions;
  running: RunningApp;
}

export const test = base.extend<Fixtures>({
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
