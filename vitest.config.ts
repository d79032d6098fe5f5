/** Unit and office tests: plain Node, no Electron, no browser. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Bags hold the verifier page, which the office takes as it was built.
    globalSetup: ['test/support/verifier-page.ts'],
    include: ['test/unit/**/*.test.ts', 'test/office/**/*.test.ts'],
    // Bounds for what hangs: the store's and the documents' tests do real work on a machine that may be slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // `npm run coverage`: how much of the domain and the office the unit and office tests walk through. What runs in worker
    // threads of its own (Typst, age, spreadsheets) is not counted.
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts', 'electron/office/**/*.ts'],
      reporter: ['json-summary', 'html'],
      reportsDirectory: 'test-results/coverage',
    },
  },
});
