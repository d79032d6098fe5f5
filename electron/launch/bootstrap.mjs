/**
 * Runs one of the project's TypeScript programs on a bare clone: `node electron/launch/bootstrap.mjs <program.ts> [options]`.
 *
 * Plain JavaScript without dependencies, because it runs on whatever Node (20 or newer) the machine has, before anything
 * is installed. It installs the locked packages when they are missing or differ from the lock file, then hands over to
 * the Node 24 among them. Exit code: the program's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const onWindows = process.platform === 'win32';

/** Ends with one plain line on stderr. */
function stop(line) {
  console.error(line);
  process.exit(1);
}

/** The Node of node_modules, or null when it is not there yet. */
function projectNode() {
  const names = onWindows ? ['node.exe'] : ['node'];
  const found = names.map((name) => join(projectRoot, 'node_modules', 'node', 'bin', name)).find(existsSync);
  return found ?? null;
}

/** True when every package of the lock file that belongs on this machine is installed in the locked version. */
function isInstalled() {
  if (!projectNode()) return false;
  try {
    const locked = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(
      readFileSync(join(projectRoot, 'node_modules', '.package-lock.json'), 'utf8'),
    ).packages;
    return Object.entries(locked).every(([path, wanted]) => {
      // The root itself, and packages for other platforms, are not in the list of what is installed.
      if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) return true;
      return installed[path]?.version === wanted.version;
    });
  } catch {
    return false;
  }
}

function install() {
  console.log('Installing the locked packages (npm ci) ...');
  // npm hands its own path to the scripts it runs; started by hand, npm is looked for on the PATH.
  const ownNpm = process.env.npm_execpath;
  const [command, args] = ownNpm ? [process.execPath, [ownNpm, 'ci']] : [onWindows ? 'npm.cmd' : 'npm', ['ci']];
  const outcome = spawnSync(command, [...args, '--no-audit', '--no-fund'], {
    cwd: projectRoot,
    // Standard output belongs to the program; what npm says goes to standard error.
    stdio: ['ignore', 2, 2],
    shell: onWindows && !ownNpm,
  });
  if (outcome.status !== 0) stop('The packages could not be installed: `npm ci` failed, its reason is above.');
  if (!projectNode())
    stop('Node 24 is missing after `npm ci`: install scripts must be allowed for the package "node".');
}

if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node 20 or newer is needed; this is ${process.version}.`);
const [program, ...options] = process.argv.slice(2);
if (!program) stop('Usage: node electron/launch/bootstrap.mjs <program.ts> [options]');
if (!isInstalled()) install();

const child = spawn(projectNode(), [join(projectRoot, program), ...options], {
  cwd: projectRoot,
  stdio: 'inherit',
  // Paths among the options are relative to where the person stands, which npm remembers in INIT_CWD.
  env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
});
// Ctrl+C reaches the child by itself (same terminal); a plain kill of this process must be passed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => undefined);
child.on('error', (error) => stop(`${program} could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
