/**
 * Builds main process, preload script and screens as `npm run build` does, and again whenever a source changes. Screens
 * are neither minified nor cut off from their sources, so that the developer tools show what stands in the files.
 */
import { rm } from 'node:fs/promises';
import { resolveConfig } from 'electron-vite';
import { build, type InlineConfig } from 'vite';
import { stampFile } from './build.ts';
import { say } from './project.ts';

export type Bundle = 'main' | 'preload' | 'renderer';
const bundles: readonly Bundle[] = ['main', 'preload', 'renderer'];

/** Who is told of builds after the first. */
export interface Rebuilding {
  begins(bundle: Bundle): void;
  /** Also where it failed, which has been said: what was there before is still in place. */
  ends(bundle: Bundle, well: boolean): void;
}

/** Resolves when each bundle was built once. */
export async function watchBundles(rebuilding: Rebuilding): Promise<void> {
  // The next `npm start` must not take what a watch has left behind for a build of its sources.
  await rm(stampFile, { force: true });
  process.env.NODE_ENV = 'development';
  const { config } = await resolveConfig({ logLevel: 'warn' }, 'build', 'development');
  for (const bundle of bundles) await watchBundle(bundle, config?.[bundle] ?? {}, rebuilding);
}

async function watchBundle(bundle: Bundle, config: InlineConfig, rebuilding: Rebuilding): Promise<void> {
  const forDevelopment = bundle === 'renderer' ? ({ minify: false, sourcemap: 'inline' } as const) : {};
  const watcher = await build({
    ...config,
    // Nothing is removed while the application runs from it.
    build: { ...config.build, ...forDevelopment, emptyOutDir: false, watch: {} },
  });
  if (!('on' in watcher)) throw new Error('Vite built once instead of watching.');
  let [first, well] = [true, true];
  await new Promise<void>((built) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') {
        well = true;
        if (!first) rebuilding.begins(bundle);
      }
      if (event.code === 'ERROR') {
        well = false;
        // Vite has said why.
        say(`Not built: ${bundle}. What was built before stays in use.`);
      }
      if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result.close();
      if (event.code !== 'END') return;
      if (!first) rebuilding.ends(bundle, well);
      first = false;
      built();
    });
  });
}
