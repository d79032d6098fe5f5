/** What one guess at a password or a passphrase costs: the usual, except where tests drive the program from its sources. */
import type { EntryOptions } from '../office/session/entry.ts';

type GuessCosts = Pick<EntryOptions, 'passwordCost' | 'passphraseWorkFactor'>;

/** Set to `1` by the end-to-end tests, because every sign-in would take a second or more of their time. */
export const lightGuessesVariable = 'OBSERVER_LIGHT_GUESSES';

/** A packaged program does not look at the variable: whoever could set it there would weaken what protects the records. */
export function guessCosts(isPackaged: boolean, environment: Readonly<Record<string, string | undefined>>): GuessCosts {
  if (isPackaged || environment[lightGuessesVariable] !== '1') return {};
  return { passwordCost: { N: 2 ** 10, r: 8, p: 1 }, passphraseWorkFactor: 10 };
}
