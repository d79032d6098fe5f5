/** What printing costs: badges with as many different photos to PDF, beside Chromium's print of a like page. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { render } from '../../electron/office/documents/render.ts';
import type { PersonData } from '../../electron/office/documents/person-data.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { samplePeople } from '../../electron/office/sample/people.ts';
import { findRuntime } from '../../electron/launch/runtime.ts';
import { defaultDesign } from '../../shared/domain/design-default.ts';
import { locales } from '../../locales/index.ts';
import { isRoot } from '../../electron/launch/project.ts';
import { roundBodies, roundEvent } from '../../electron/office/sample/round.data.ts';
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

type Badge = { person: PersonData; photo: Uint8Array };

function makeBadges(count: number): Badge[] {
  const people = samplePeople();
  return Array.from({ length: count }, (_, index) => {
    const sample = people[index % people.length];
    const body = roundBodies.find(({ id }) => id === sample?.bodyId);
    if (!sample || !body) throw new Error('the sample is empty');
    const { names, category, sex } = sample.fields;
    const photo = drawPortrait(10_000 + index, sex ?? 'unspecified');
    const number = `A-${String(index + 1).padStart(4, '0')}`;
    const three = (words: { ky: string; ru: string; en: string }) =>
      (['ky', 'ru', 'en'] as const).map((lang) => ({ lang, text: words[lang] }));
    const person: PersonData = {
      number,
      ...names.latin,
      names: [{ lang: 'ky', text: `${names.ky.surname} ${names.ky.given}` }],
      certificateTitles: [],
      positions: [],
      citizenships: [],
      back: [],
      badgeTitles: three({ ky: 'Эл аралык байкоочу', ru: 'Международный наблюдатель', en: 'International observer' }),
      commission: three({ ky: 'Борбордук комиссия', ru: 'Центральная комиссия', en: 'Central Election Commission' }),
      bodies: three(body.fields.name),
      categories: three({ ky: 'Байкоочу', ru: 'Наблюдатель', en: 'Observer' }),
      events: three(roundEvent.name),
      validity: [],
      issued: [],
      chairs: [],
      withIdentity: [],
      category,
      picture: createHash('sha256').update(photo).digest('hex'),
      qrText: `KG-OBS/1;jk-2025;${number}`,
    };
    return { person, photo };
  });
}

export async function measurePrinting(count: number, rounds = 3): Promise<PrintCost> {
  const badges = makeBadges(count);
  const byHash = new Map(badges.map(({ person, photo }) => [person.picture, photo]));
  const compiler = testCompiler();
  const make = async (people: PersonData[]) => {
    const made = await render(
      {
        ...{ template: 'paper.typ', title: 'Badges', printer: null },
        papers: [{ format: 'a6-sheet', twoSided: false, design: defaultDesign, people }],
      },
      {
        compiler,
        photos: {
          read: (hash) => Promise.resolve({ bytes: byHash.get(hash) ?? new Uint8Array(), type: 'image/png' }),
        },
        emblems: { find: () => Promise.reject(new Error('no emblem is looked for here')) },
        sample: true,
        words: locales,
        languages: ['ky', 'ru', 'en'],
        signal: new AbortController().signal,
        progress: () => undefined,
      },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  };
  // The thread and its fonts are ready, as in an office at work.
  await make(badges.slice(0, 1).map(({ person }) => person));
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    costs.push(await timed(() => make(badges.map(({ person }) => person))));
  }
  await compiler.close();
  return { badges: count, typst: median(costs), chromium: await printInChromium(badges) };
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
      const lines = [...person.badgeTitles, ...person.bodies, ...person.categories, ...person.events];
      boxes.push(
        `<div class="badge"><img src="${name}"><h1>${person.surname}</h1><h2>${person.given}</h2>` +
          `${lines.map(({ text }) => `<p>${text}</p>`).join('')}<b>${person.number}</b></div>`,
      );
    }
    const style =
      '@page{size:A4;margin:0}body{margin:0;font-family:serif}.badge{width:105mm;height:148mm;float:left;overflow:hidden}' +
      'img{width:34.5mm;height:46mm}p{margin:1mm;font-size:9pt}';
    await writeFile(join(folder, 'page.html'), `<meta charset="utf-8"><style>${style}</style>${boxes.join('')}`);
    await writeFile(join(folder, 'package.json'), '{"name":"print","main":"main.cjs"}');
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
