/**
 * Imports point one way (ARCHITECTURE): renderer -> shared, electron -> shared, shell -> office. Each rule below names a
 * way they must not point, and why.
 */
const nodeModules = 'node_modules';

/**
 * The floors of each part, the top one first. A file imports from its own floor only within its own folder, and else from
 * floors below. Each entry is a path below the part; one with an extension is a file.
 */
const floors = {
  renderer: [['main.tsx'], ['shell'], ['features'], ['components'], ['base']],
  'electron/office': [
    ['session'],
    ['sample'],
    ['office.ts'],
    ['operations'],
    ['exchange', 'support'],
    ['documents'],
    ['backup', 'lists'],
    ['access', 'audit', 'drafts', 'update', 'history'],
    ['operators'],
    ['store', 'context'],
    ['device', 'crypto', 'registry', 'wording', 'undo'],
  ],
  shared: [
    ['contract'],
    ['badge-check'],
    ['domain/decide'],
    ['domain/evolve', 'domain/merge'],
    ['domain/rules'],
    ['domain/design'],
    ['domain/register'],
    ['domain/records'],
    ['text'],
    ['domain/base'],
  ],
};

const asPattern = (part, place) => `^${part}/${place.replace('.', '\\.')}${place.includes('.') ? '$' : '/'}`;

const pointDown = Object.entries(floors)
  .flatMap(([part, levels]) =>
    levels.flatMap((level, depth) =>
      level.map((place) => {
        const above = levels.slice(0, depth).flat();
        const beside = level.filter((other) => other !== place);
        return {
          name: `${part}/${place}-imports-down`,
          comment: 'Imports point down: from a floor to those below it, never up and never to the room next door.',
          severity: 'error',
          from: { path: asPattern(part, place) },
          to: { path: [...above, ...beside].map((other) => asPattern(part, other)) },
        };
      }),
    ),
  )
  .filter(({ to }) => to.path.length > 0);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...pointDown,
    {
      name: 'shared-is-alone',
      comment:
        'shared/ is what every side can rely on: it imports nothing of any side, and only zod, immutable, and three ' +
        'libraries without Node or DOM, for sums (@noble/hashes), signatures (@noble/curves) and base32 (@scure/base).',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', `${nodeModules}/(zod|immutable|@noble/(hashes|curves)|@scure/base)/`] },
    },
    {
      name: 'renderer-knows-the-contract-only',
      comment: 'The screens run in a sandbox: they know the contract and the domain, and nothing of the main process.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|test)/' },
    },
    {
      name: 'verifier-page-is-alone',
      comment:
        'The verifier page is handed to people as one small file: it shares with the screens nothing but what checks a ' +
        'badge, without zod, and words a date.',
      severity: 'error',
      from: { path: '^renderer/verifier/' },
      to: { pathNot: ['^renderer/verifier/', '^shared/(badge-check|domain|text)/', '^locales/', `${nodeModules}/qr/`] },
    },
    {
      name: 'screens-do-not-use-the-verifier-page',
      comment: 'It is built by itself.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/verifier/' },
      to: { path: '^renderer/verifier/' },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'There is no Node in the sandbox.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-does-not-reach-into-the-screens',
      comment: 'The main process and the screens meet in the contract.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|test)/' },
    },
    {
      name: 'office-opens-without-a-window',
      comment: 'The office is plain Node: it opens in a test, and in `npm run round`, with no Electron at all.',
      severity: 'error',
      from: { path: '^electron/office/' },
      to: { path: ['^electron/(shell|launch)/', '^electron/(main|preload)\\.ts$'] },
    },
    {
      name: 'electron-api-in-the-shell-only',
      comment: "All that touches Electron's API is in the shell, the entry and the preload script.",
      severity: 'error',
      from: { pathNot: ['^electron/(main|preload)\\.ts$', '^electron/shell/'] },
      to: { path: [`${nodeModules}/electron/`, '^electron$'] },
    },
    {
      name: 'words-are-for-screens-documents-and-shell',
      comment: 'locales/ words things for people; the domain speaks in codes.',
      severity: 'error',
      from: { path: '^locales/' },
      to: { pathNot: ['^locales/', '^shared/'] },
    },
    {
      name: 'preload-is-one-small-file',
      comment: 'The preload script is bundled into one file; it needs two channel names and types, nothing more.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^electron/shell/channels\\.ts$', '^shared/contract/index\\.ts$', `${nodeModules}/electron/`] },
    },
    {
      name: 'application-does-not-need-the-launcher',
      comment:
        'electron/launch is how the application is started from its sources; a packaged application has none of it.',
      severity: 'error',
      from: { path: '^electron/(main|preload|shell|office)' },
      to: { path: '^electron/launch/' },
    },
    {
      name: 'no-circles',
      comment: 'Modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'listed-in-package-json',
      comment: 'What the application imports is a dependency of its own, not of a dependency.',
      severity: 'error',
      from: { path: '^(electron|renderer|shared|locales)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: nodeModules },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are imports too: a type of the main process in a screen is a leak of the layer.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
