/** What printing costs: badges with as many different photos to PDF, beside Chromium's print of a like page. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findRuntime } from '../../electron/launch/runtime.ts';
import { isRoot } from '../../electron/launch/project.ts';
import { makeBadges, printBadges, type Badge } from '../support/badges.ts';
import { testCompiler } from '../support/open-office.ts';
import { median, timed } from './median.ts';

const program = promisify(execFile);

export type PrintCost = {
  badges: number;
  /** Milliseconds from data to PDF. */
  typst: number;
  /** Loading the page with its photos, and printing it; null without a Chromium. */
  chromium: { load: number; print: number } | null;
};

export async function measurePrinting(count: number, rounds = 3): Promise<PrintCost> {
  const compiler = testCompiler();
  // The thread and its fonts are ready, as in an office at work; every round prints people it has not seen.
  await printBadges(compiler, makeBadges(1, rounds));
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const badges = makeBadges(count, round);
    costs.push(await timed(() => printBadges(compiler, badges)));
  }
  await compiler.close();
  return { badges: count, typst: median(costs), chromium: await printInChromium(makeBadges(count, rounds)) };
}

/** Prints the same people as a page of A6 boxes with photos, in the Electron that the tests run in. */
async function printInChromium(badges: readonly Badge[]): Promise<PrintCost['chromium']> {
  const runtime = await findRuntime();
  if (!runtime) return null;
  const folder = await mkdtemp(join(tmpdir(), 'print-'));
  try {
    const boxes: string[] = [];
    for (const [index, { person, photo }] of badges.entries()) {
      const name = `${String(index)}.png`;
      await writeFile(join(folder, name), photo);
      const lines = [...person.badgeTitles, ...person.organisations, ...person.categories, ...person.elections];
      boxes.push(
        `<div class="badge"><img src="${name}"><h1>${person.surname}</h1><h2>${person.given}</h2>` +
          `${lines.map(({ text }) => `<p>${text}</p>`).join('')}<b>${person.number}</b></div>`,
      );
    }
    const style =
      '@page{size:A4;margin:0}body{margin:0;font-family:serif}.badge{width:105mm;height:148mm;float:left;overflow:hidden}' +
      'img{width:34.5mm;height:46mm}p{margin:1mm;font-size:9pt}';
    await writeFile(join(folder, 'page.html'), `<meta charset="utf-8"><style>${style}</style>${boxes.join('')}`);
    await writeFile(join(folder, 'package.json'), '{"name":"print","version":"1.0.0","main":"main.cjs"}');
    await writeFile(join(folder, 'main.cjs'), printingProgram);
    const flags = isRoot() ? ['--no-sandbox'] : [];
    const command = process.env.DISPLAY
      ? { file: runtime.executable, args: [...flags, folder] }
      : { file: 'xvfb-run', args: ['-a', runtime.executable, ...flags, folder] };
    const { stdout } = await program(command.file, command.args, { maxBuffer: 1024 * 1024, timeout: 300_000 });
    const line = stdout.split('\n').find((text) => text.startsWith('{'));
    return line ? (JSON.parse(line) as { load: number; print: number }) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const printingProgram = `
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  const start = performance.now();
  await window.loadFile(join(__dirname, 'page.html'));
  const loaded = performance.now();
  await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
  console.log(JSON.stringify({ load: loaded - start, print: performance.now() - loaded }));
  app.quit();
});
`;
