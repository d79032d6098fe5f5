/**
 * End-to-end tests: the built application in the real Electron, one after another. One worker, because the unit and office
 * tests run beside it on the other core. Alone on two cores `npm run e2e -- --workers=2` is faster: each worker has an
 * application and a display of its own.
 */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only the second time has found a fault.
  retries: 0,
  // Bounds for what hangs, not measures: a machine that does other work beside is several times as slow.
  timeout: 360_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
