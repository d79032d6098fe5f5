/**
 * Builds the verifier page: one HTML file with its program and its look inside, and a policy that lets these two run and
 * nothing else, and reach nothing. The office puts its list into it later (electron/office/exchange/verifier-page.ts).
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { inProject } from './project.ts';

export const verifierPage = inProject('out', 'verifier', 'verifier.html');
const stamp = inProject('out', 'verifier', 'built-from.sha256');

const sources = [inProject('renderer', 'verifier'), inProject('shared')];
const sourceFiles = [inProject('package-lock.json'), import.meta.filename];

/** Browsers of 2021: phones are used for longer than their browsers are brought up to date. */
const oldestBrowsers = ['chrome94', 'edge94', 'firefox92', 'safari15'];

/** Does nothing where the page is of the present sources. Throws with the builder's words when it cannot be made. */
export async function buildVerifier({ always = false } = {}): Promise<void> {
  const fingerprint = await fingerprintOfSources();
  const page = await readFile(verifierPage).catch(() => null);
  if (!always && page && (await readFile(stamp, 'utf8').catch(() => '')) === fingerprint) return;
  const [program, look, template] = await Promise.all([bundle(), source('look.css'), source('index.html')]);
  const policy = [
    ...["default-src 'none'", `script-src '${sumOf(program)}'`, `style-src '${sumOf(look)}'`],
    ...['img-src blob: data:', 'media-src blob:', "base-uri 'none'", "form-action 'none'"],
  ].join('; ');
  const parts: Record<string, string> = { __POLICY__: policy, __LOOK__: look, __PROGRAM__: program };
  // The sums are over all that stands between the tags, so no blank may stay there.
  const made = template.replace(
    /\s*(__LOOK__|__PROGRAM__);?\s*|__POLICY__/gu,
    (whole, name?: string) => parts[name ?? whole] ?? '',
  );
  await mkdir(dirname(verifierPage), { recursive: true });
  const whole = `${verifierPage}.${String(process.pid)}.partial`;
  await writeFile(whole, made);
  await rename(whole, verifierPage);
  await writeFile(stamp, fingerprint);
}

const source = async (name: string): Promise<string> =>
  (await readFile(inProject('renderer', 'verifier', name), 'utf8')).replaceAll('\r\n', '\n').trim();

async function bundle(): Promise<string> {
  // Only where there is something to build: loading the builder takes longer than finding that there is nothing.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: inProject('renderer', 'verifier'),
    build: {
      write: false,
      target: oldestBrowsers,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: inProject('renderer', 'verifier', 'main.ts'),
        output: { format: 'iife', entryFileNames: 'program.js' },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const program = outputs.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
  if (program === '') throw new Error('The verifier page was built without its program.');
  // What would end the element, or begin a comment in it, is written otherwise; inside of texts it means the same.
  return program.trim().replaceAll(/<(?=\/script|!--|script)/giu, '\\x3C');
}

const sumOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function fingerprintOfSources(): Promise<string> {
  const listed = await Promise.all(
    sources.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const hash = createHash('sha256');
  for (const file of [...listed.flat(), ...sourceFiles].sort()) {
    hash.update(`${relative(inProject(), file)}\0`);
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}
