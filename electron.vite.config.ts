/** What is built from what: three bundles in out/, of which only the renderer's is seen by Chromium's sandbox. */
import react from '@vitejs/plugin-react';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { defineConfig } from 'electron-vite';

/** The development runtime is Electron 33: Node 20.18 in the main process, Chromium 130 in the window. */
const oldestNode = 'node20.18';
const oldestChromium = 'chrome130';

export default defineConfig({
  main: {
    define: { LOCKED_ELECTRON_VERSION: JSON.stringify(electronPackage.version) },
    build: {
      outDir: 'out/main',
      target: oldestNode,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'compiler-worker': 'electron/office/documents/compiler-worker.ts',
          'age-worker': 'electron/office/exchange/age-worker.ts',
          'spreadsheet-worker': 'electron/office/exchange/spreadsheet-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: oldestNode,
      // A sandboxed preload can require nothing but `electron`, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Absolute addresses in the app's own scheme, not files beside the page.
    base: '/',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: oldestChromium,
      // The content security policy allows no data: fonts and no inline scripts, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
