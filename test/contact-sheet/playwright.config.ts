/** Pictures of the real application, one language and look after another. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: ['pictures.ts', 'apart-pictures.ts', 'settling-pictures.ts'],
  outputDir: '../../test-results/contact-sheet',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
