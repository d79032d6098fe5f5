/** Rule: the page runs in Chromium's sandbox, apart from the preload script, without Node. */
import type { WebPreferences } from 'electron';

/** Every preference that matters for trust is spelled out, defaults included, so that no default can change it. */
export function windowPreferences(preload: string, allowDeveloperTools: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    enableWebSQL: false,
    spellcheck: false,
    safeDialogs: true,
    // Chromium's PDF viewer, for previews and the system's print dialog.
    plugins: true,
    devTools: allowDeveloperTools,
    // Progress is shown, and replies arrive, also while the window is behind another one.
    backgroundThrottling: false,
  };
}
