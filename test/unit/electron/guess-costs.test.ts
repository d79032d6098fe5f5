/** The light cost of a guess is only for tests that drive the program from its sources. */
import { describe, expect, it } from 'vitest';
import { guessCosts, lightGuessesVariable } from '../../../electron/shell/guess-costs.ts';

describe('what a guess costs', () => {
  const asked = { [lightGuessesVariable]: '1' };

  it('is light when a program that runs from its sources is told so', () => {
    expect(guessCosts(false, asked)).toEqual({ passwordCost: { N: 1024, r: 8, p: 1 }, passphraseWorkFactor: 10 });
  });

  it('is the usual when nobody says otherwise, and always in a packaged program', () => {
    expect(guessCosts(false, {})).toEqual({});
    expect(guessCosts(false, { [lightGuessesVariable]: '' })).toEqual({});
    expect(guessCosts(true, asked)).toEqual({});
  });
});
