/** What stands in the sources of the program's own side, for tests that say what must never stand there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../electron/launch/project.ts';

/** The text of every module under `electron/`. */
export const sources = (): string[] =>
  readdirSync(inProject('electron'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(inProject('electron'), name), 'utf8'));
