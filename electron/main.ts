/** Entry of the main process: one instance, the office opened, the window on it. */
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, powerMonitor, protocol, session } from 'electron';
import { Preferences, usualZoom } from '#shared/contract/entry.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { type Entry, openEntry } from './office/session/entry.ts';
import { openFailureLog } from './office/support/failure-log.ts';
import { saveStartReport } from './office/support/start-report.ts';
import { updateFolderName } from './office/update/update-handlers.ts';
import { scheme } from './shell/addresses.ts';
import { answerAddresses } from './shell/app-protocol.ts';
import { bindOffice } from './shell/binding.ts';
import { makeDialogs } from './shell/dialogs.ts';
import { explain, type FailureReporter, watchMainProcess, watchWindow } from './shell/failures.ts';
import { guessCosts } from './shell/guess-costs.ts';
import { howInstalled } from './shell/installation.ts';
import { showMenu } from './shell/menu.ts';
import { readOptions } from './shell/options.ts';
import { runtimeKind } from './shell/runtime-kind.ts';
import { limitDownloads } from './shell/security/downloads.ts';
import { forbidNavigation } from './shell/security/navigation.ts';
import { keepChromiumOffline, refuseNetworkRequests, refuseWebRtc } from './shell/security/network.ts';
import { refusePermissions } from './shell/security/permissions.ts';
import { systemKeyring } from './shell/system-keyring.ts';
import { openWindow } from './shell/window.ts';
import { shellWords, startFailure } from './shell/words.ts';
import { keepZoom } from './shell/zoom.ts';

const out = resolve(import.meta.dirname, '..');
const options = readOptions(process.argv.slice(1), process.cwd());
const allowDeveloperTools = !app.isPackaged;
let window: BrowserWindow | null = null;
let language: Language = 'ky';
let words = shellWords(null);
let opened: Entry | null = null;
/** What was opened with the program before there was an office to tell of it. */
let openedFile = options.opened;
let zoom: number = usualZoom;
let applyZoom = (): void => undefined;

const folder = resolve(options.data ?? app.getPath('userData'));
const installed = howInstalled(options.updateTrial);
const ports = {
  systemKeyring,
  startInstaller: installed.startInstaller,
  dialogs: makeDialogs(() => window),
  paste: () => window?.webContents.paste(),
  isOnlyInstance: () => app.hasSingleInstanceLock(),
};
const program = {
  projectRoot: app.getAppPath(),
  workerFile: join(out, 'main', 'compiler-worker.js'),
  runtime: runtimeKind(),
  version: app.getVersion(),
};
const failures = openFailureLog(folder);
const failureReporter: FailureReporter = {
  failures,
  words: () => words,
  window: () => window,
  saveReport: () =>
    opened
      ? opened.call('support.save', { language })
      : saveStartReport({ ...program, folder, ports, failures, language }),
};
watchMainProcess(failureReporter, () => opened?.tellFailure());

// Before the application is ready: what Chromium reads only once.
keepChromiumOffline(app);
forbidNavigation(app);
refuseWebRtc(app);
protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);

if (!prepareFolder()) {
  fail();
} else if (app.requestSingleInstanceLock({ opened: options.opened })) {
  app.on('second-instance', (_event, _commandLine, _folder, said) => {
    showWindowAgain();
    if (said && typeof said === 'object' && 'opened' in said && typeof said.opened === 'string') offer(said.opened);
  });
  // macOS says so instead of the command line, also before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offer(path);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(start).catch(fail);
} else {
  // The instance that is open has been told, and shows its window.
  console.error(`The application is already open on ${folder}`);
  app.exit(0);
}

/** The folder cannot be written to, or something nobody thought of: said in all three languages, then the end. */
function fail(reason?: unknown): void {
  console.error(`The application cannot start on ${folder}`, reason ?? '');
  failures.note({ kind: 'start', thrown: reason ?? 'folder' });
  void app.whenReady().then(() =>
    explain(failureReporter, startFailure(folder), [
      {
        label: words.failure.quit,
        then: () => {
          app.exit(1);
        },
      },
    ]),
  );
}

/** Chromium's own files go into a folder of their own, beside the office's. */
function prepareFolder(): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
    app.setPath('sessionData', join(folder, 'window'));
    app.setPath('crashDumps', join(folder, 'window', 'crashes'));
    return true;
  } catch {
    return false;
  }
}

async function start(): Promise<void> {
  const entry: Entry = await openEntry({
    ...{ ...program, folder, ports, failures, installed },
    spreadsheetWorkerFile: join(out, 'main', 'spreadsheet-worker.js'),
    ...guessCosts(app.isPackaged, process.env),
  });
  opened = entry;
  if (openedFile !== null) offer(openedFile);
  // What an update left behind; an installer that is still at work keeps it, and the next start tries again.
  void rm(join(folder, updateFolderName), { recursive: true, force: true }).catch(() => undefined);
  closeBeforeQuitting(entry);
  lockWithTheSystem(entry);
  await followPreferences(entry);

  const ours = session.defaultSession;
  refusePermissions(ours);
  refuseNetworkRequests(ours, allowDeveloperTools);
  limitDownloads(ours, (token) => entry.document(token)?.name ?? null);
  ours.protocol.handle(scheme, answerAddresses(join(out, 'renderer'), entry));
  bindOffice(
    entry,
    () => window,
    (name) => {
      if (name === 'preferences.set') void followPreferences(entry);
    },
  );
  if (options.sample) void entry.call('entry.openSample', { job: 'start' });
  window = openWindow({
    preload: join(out, 'preload', 'preload.cjs'),
    allowDeveloperTools,
    words: () => words,
  });
  watchWindow(window, failureReporter);
  applyZoom = keepZoom(window, () => zoom);
  window.on('closed', () => {
    window = null;
  });
}

/** A laptop that sleeps, or whose own screen was locked, is nobody's until somebody signs in. */
function lockWithTheSystem(entry: Entry): void {
  const lock = (): void => {
    entry.lock();
  };
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}

/** The menu and the system's boxes follow the language of the screens, the window its size. */
async function followPreferences(entry: Entry): Promise<void> {
  const reply = (await entry.call('preferences.get', {})) as { value?: unknown };
  const kept = Preferences.safeParse(reply.value).data;
  language = kept?.language ?? 'ky';
  words = shellWords(language);
  showMenu(words, () => {
    entry.lock();
  });
  zoom = kept?.zoom ?? usualZoom;
  applyZoom();
}

/** The office finishes its snapshot and lets go of the folder before the process ends. */
function closeBeforeQuitting(entry: Entry): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void entry
      .close()
      .catch((error: unknown) => {
        console.error('The office did not close in order:', error);
      })
      .finally(() => {
        closed = true;
        // Not at once: quitting within the very event that was held back would be ignored.
        setImmediate(() => {
          app.quit();
        });
      });
  });
}

/** A file was opened with the program: the office keeps it until the clerk is inside, and looks at what it is. */
function offer(path: string): void {
  openedFile = path;
  void opened?.offer(path);
}

function showWindowAgain(): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
