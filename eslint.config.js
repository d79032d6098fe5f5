/** TypeScript, strict and typed; the rules of React's hooks; and what a layer must not touch. */
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeGlobals = ['process', 'Buffer', 'global', '__dirname', '__filename', 'require', 'setImmediate'];
const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'alert',
];
const networkModules = ['http', 'https', 'net', 'dns', 'tls', 'dgram'].flatMap((name) => [name, `node:${name}`]);
const forbidden = (names, message) => ['error', ...names.map((name) => ({ name, message }))];

export default defineConfig(
  globalIgnores([
    'out/',
    '.cache/',
    '/contact-sheet/',
    'dist/',
    'test-results/',
    'node_modules/',
    '**/*.cjs',
    '**/*.mjs',
    '**/*.js',
  ]),
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      // Both are used: `type` for data, `interface` where something is implemented.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Objects here are made by functions and have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Code points are just what Kyrgyz, Russian and Latin letters are.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // ky must never reach Intl: Chromium has no Kyrgyz and answers in English.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^toLocale(Date|Time)?String$/]',
          message: 'Chromium has no Kyrgyz: format with shared/text.',
        },
      ],
    },
  },
  {
    // One idea a file.
    files: ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'locales/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': forbidden(
        [...nodeGlobals, ...browserGlobals],
        'shared/ runs everywhere: no Node, no DOM.',
      ),
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'no-restricted-globals': forbidden(nodeGlobals, 'There is no Node in the sandbox.'),
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // It warns of what React's compiler would skip; that compiler is not used here.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['electron/office/**/*.ts'],
    rules: {
      'no-restricted-globals': forbidden(browserGlobals, 'The office is plain Node, and never goes to the network.'),
      'no-restricted-imports': ['error', { paths: networkModules }],
    },
  },
  {
    files: ['electron/office/documents/**/*.ts', 'electron/office/operations/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: networkModules,
          patterns: [
            {
              group: ['#locales/{index,ky,ru,en}.ts', '**/locales/{index,ky,ru,en}.ts'],
              allowTypeImports: true,
              message:
                'An office may have corrected its words: wordsOf(state) of electron/office/wording/words.ts knows them.',
            },
          ],
        },
      ],
    },
  },
  {
    // The lock on the folder is a local socket with a name in that folder; nothing of it is on a network.
    files: ['electron/office/store/lock.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // Programs at the terminal speak to a person there, and the shell leaves word of a bug.
    files: ['electron/main.ts', 'electron/shell/binding.ts', 'electron/office/sample/round*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test may say what it knows to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Playwright's fixtures want a pattern, also an empty one.
      'no-empty-pattern': 'off',
    },
  },
);
