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
  },
});
