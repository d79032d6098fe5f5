/** Where things are in the project's folder, and how the programs around the application speak to a person. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const projectRoot = resolve(import.meta.dirname, '..', '..');

/** Path inside the project. */
export const inProject = (...parts: string[]): string => join(projectRoot, ...parts);

/** One plain line for the person at the terminal. Standard error, so that a program's own output stays clean. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** True when this file is the program Node was started with, not an import. */
export const isProgram = (moduleUrl: string): boolean =>
  process.argv[1] !== undefined && pathToFileURL(resolve(process.argv[1])).href === moduleUrl;

/** True as the superuser, whom Chromium's sandbox refuses to serve. Always false on Windows. */
export const isRoot = (): boolean => process.getuid?.() === 0;
