/**
 * `npm run mutation`: alters the rules in shared/domain/{decide,evolve,merge} one place at a time, runs the tests that
 * reach it, and tells which alterations none of them noticed. `npm run mutation -- decide` takes one folder,
 * `-- decide/certificate.ts` one file. All of them take hours. The report is test-results/mutation.html.
 */
import { spawnSync } from 'node:child_process';
import { inProject, projectRoot } from '../../electron/launch/project.ts';

const asked = process.argv
  .slice(2)
  .map((place) => `shared/domain/${place.endsWith('.ts') ? place : `${place}/**/*.ts`}`);
const ran = spawnSync(
  process.execPath,
  [
    inProject('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'),
    'run',
    'test/mutation/stryker.config.json',
    ...(asked.length > 0 ? ['--mutate', asked.join(',')] : []),
  ],
  { cwd: projectRoot, stdio: 'inherit' },
);
process.exitCode = ran.status ?? 1;
