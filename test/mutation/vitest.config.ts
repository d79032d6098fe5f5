/**
 * The tests that mutants are tried on: those that know the rules of the domain, and are quick and always the same. Tests
 * that set pages and property tests of many random histories are left out: they take seconds a mutant.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'test/unit/domain/{certificate-numbers,certificate-rules,decision-rules,operators,session}.test.ts',
      'test/unit/exchange/merge-*.test.ts',
      'test/unit/exchange/received-keys.test.ts',
      'test/office/{agenda,drafts,neighbours,numbers,print-queue,steps,votes}.test.ts',
    ],
    // Thousands of runs: what the modules cost to load is paid once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
