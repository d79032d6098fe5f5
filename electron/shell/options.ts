/** What a person can say on the command line. */

export interface Options {
  /** Open the sample office at once. */
  readonly sample: boolean;
  /** Keep all data in this folder instead of the system's place for application data. */
  readonly data: string | null;
  /** Of the tests, and only when the program runs from its sources: how an update would be taken. */
  readonly updateTrial: string | undefined;
}

const trialOption = '--update-trial=';

/**
 * Reads `--sample`, `--data <folder>` and `--data=<folder>`. Everything else on the command line belongs to Chromium or
 * to whoever started the process, and is passed over.
 */
export function readOptions(commandLine: readonly string[]): Options {
  let data: string | null = null;
  commandLine.forEach((word, index) => {
    const next = commandLine[index + 1];
    if (word === '--data' && next !== undefined && !next.startsWith('-')) data = next;
    if (word.startsWith('--data=') && word.length > '--data='.length) data = word.slice('--data='.length);
  });
  const trial = commandLine.find((word) => word.startsWith(trialOption));
  return { sample: commandLine.includes('--sample'), data, updateTrial: trial?.slice(trialOption.length) };
}
