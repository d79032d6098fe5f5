/** What a person can say on the command line. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openerExtension } from '../office/exchange/bag-opener.ts';

export interface Options {
  /** Open the sample office at once. */
  readonly sample: boolean;
  /** Keep all data in this folder instead of the system's place for application data. */
  readonly data: string | null;
  /** The file that was opened with the program, as the system or somebody says; null when there is none. */
  readonly opened: string | null;
  /** Of the tests, and only when the program runs from its sources: how an update would be taken. */
  readonly updateTrial: string | undefined;
}

const trialOption = '--update-trial=';

/**
 * Reads `--sample`, `--data <folder>` and `--data=<folder>`, and the file of a handover. Everything else on the command
 * line belongs to Chromium or to whoever started the process, and is passed over. `folder`: against which a relative
 * path is meant.
 */
export function readOptions(commandLine: readonly string[], folder: string): Options {
  let data: string | null = null;
  let opened: string | null = null;
  commandLine.forEach((word, index) => {
    const next = commandLine[index + 1];
    if (word === '--data' && next !== undefined && !next.startsWith('-')) data = next;
    if (word.startsWith('--data=') && word.length > '--data='.length) data = word.slice('--data='.length);
    if (word !== data) opened = openedFile(word, folder) ?? opened;
  });
  const trial = commandLine.find((word) => word.startsWith(trialOption));
  return { sample: commandLine.includes('--sample'), data, opened, updateTrial: trial?.slice(trialOption.length) };
}

/** Linux hands over an address (`file://`), the other systems a path. Whether anything is there is for the office to see. */
function openedFile(word: string, folder: string): string | null {
  if (word.startsWith('-') || !word.toLowerCase().endsWith(`.${openerExtension}`)) return null;
  if (!/^file:/iu.test(word)) return resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
}
