/** Rule: nothing goes to the network, neither what the page asks for nor what Chromium would do of its own accord. */
import type { App, Session } from 'electron';
import { origin, pdfViewer } from '../addresses.ts';

/** The parts of Chromium that an address may lead to; the PDF viewer is a built-in extension with resources of Chromium's. */
const inside = [
  `${origin}/`,
  `blob:${origin}/`,
  'data:',
  'about:blank',
  `${pdfViewer}/`,
  'chrome://resources/',
  'chrome-untrusted://resources/',
  'chrome://theme/',
  'chrome://print/',
];
const developerTools = 'devtools://';

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
  // Looking for other screens in the local network, and guessing what to load next.
  commandLine.appendSwitch(
    'disable-features',
    'MediaRouter,DialMediaRouteProvider,NetworkPrediction,AutofillServerCommunication',
  );
}

export function refuseNetworkRequests(session: Session, allowDeveloperTools: boolean): void {
  const allowed = allowDeveloperTools ? [...inside, developerTools] : inside;
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !allowed.some((start) => request.url.startsWith(start)) });
  });
  // Electron would fetch dictionaries.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${origin}/no-dictionaries/`);
}

/** WebRTC does not go through web requests: without this a page could speak to any address by UDP or through a relay. */
export function refuseWebRtc(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
