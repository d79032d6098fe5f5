/** The tests that mutants are tried on: those that know the rules of the domain, and are quick and always the same. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'test/unit/domain/*.test.ts',
      'test/unit/exchange/merge-*.test.ts',
      'test/unit/exchange/received-keys.test.ts',
      'test/office/{agenda,decision-papers,desk,intake,neighbours,number-register,numbers,print-queue,print-record,steps,votes}.test.ts',
    ],
    // Its many random histories take minutes, and meet a mutant by chance.
    exclude: ['test/unit/domain/invariants.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
