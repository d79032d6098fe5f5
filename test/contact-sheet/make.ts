/**
 * `npm run contact-sheet`: a picture of every screen (two sizes, three languages, light and dark) and of every page of
 * every document, with a page that shows them beside each other, in `contact-sheet/`, which Git ignores. With
 * `-- --readme` the README's own picture of the screens is made anew from it. What comes after `--` else goes to
 * Playwright, as `-g 'screens in ky, light'`; with `OBSERVER_VIEWS=day` only the screens whose name fits are taken.
 */
import { copyFile } from 'node:fs/promises';
import { inProject, say } from '../../electron/launch/project.ts';
import { prepareEndToEnd } from '../support/prepare-e2e.ts';
import { stream } from '../support/stream.ts';
import { writeIndex } from './page.ts';

const words = process.argv.slice(2).filter((word) => word !== '--');
const forReadme = words.includes('--readme');
const prepared = await prepareEndToEnd();
const config = inProject('test', 'contact-sheet', 'playwright.config.ts');
const made =
  prepared !== null &&
  (await stream(
    [
      inProject('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      config,
      ...words.filter((word) => word !== '--readme'),
    ],
    prepared,
  ));
const pictures = await writeIndex(inProject('contact-sheet'));
if (forReadme) {
  await copyFile(
    inProject('contact-sheet', 'screens', 'applications', 'ky-light-1366.png'),
    inProject('renderer', 'pictures', 'applications.png'),
  );
}
say(`${String(pictures)} pictures: open contact-sheet/index.html`);
process.exitCode = made ? 0 : 1;
