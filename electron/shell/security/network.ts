/** Rule: nothing goes to the network, neither what the page asks for nor what Chromium would do of its own accord. */
import type { App, Session } from 'electron';

/** The parts of Chromium that an address may lead to; the PDF viewer is a built-in extension with resources of Chromium's. */
const inside = [
  /^app:\/\/office\//,
  /^blob:app:\/\/office\//,
  /^data:/,
  /^about:blank$/,
  /^chrome-extension:\/\/mhjfbmdgcfjbbpaeojofohoefgiehjai\//,
  /^chrome(-untrusted)?:\/\/(resources|theme|print|pdf-viewer)\//,
];
const developerTools = /^devtools:\/\//;

/** Must be called before the application is ready: Chromium reads these switches once. */
export function keepChromiumOffline(app: App): void {
  const { commandLine } = app;
  // No name resolves and no address literal is tried, whoever asks.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Otherwise Windows' automatic proxy discovery would ask the local network.
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // Looking for other screens in the local network, and guessing what to load next.
  commandLine.appendSwitch(
    'disable-features',
    'MediaRouter,DialMediaRouteProvider,NetworkPrediction,AutofillServerCommunication',
  );
}

export function refuseNetworkRequests(session: Session, allowDeveloperTools: boolean): void {
  const allowed = allowDeveloperTools ? [...inside, developerTools] : inside;
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !allowed.some((pattern) => pattern.test(request.url)) });
  });
  // Electron would fetch dictionaries.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`app://office/no-dictionaries/`);
}
