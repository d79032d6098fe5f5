/**
 * Reloads the window of a running application from outside, through Chromium's debugging port on this machine. The
 * application itself has no opening for it: it is the same program that a clerk gets.
 */

/** Lets Chromium choose a free port; only connections from this machine reach it. */
export const debuggingSwitch = '--remote-debugging-port=0';

/** The port, once Chromium has said it on standard error. */
export const readDebuggingPort = (errorOutput: string): string | null =>
  /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//u.exec(errorOutput)?.[1] ?? null;

type Target = { type: string; url: string; webSocketDebuggerUrl: string };

/** Throws where the window is not there yet, or no more. */
export async function reloadWindow(port: string): Promise<void> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[];
  const page = targets.find(({ type, url }) => type === 'page' && url.startsWith('app:'));
  if (!page) throw new Error('There is no window to reload.');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await new Promise<void>((answered, failed) => {
      socket.onopen = () => {
        socket.send(JSON.stringify({ id: 1, method: 'Page.reload', params: { ignoreCache: true } }));
      };
      socket.onmessage = () => {
        answered();
      };
      socket.onerror = () => {
        failed(new Error('Chromium did not take the command.'));
      };
    });
  } finally {
    socket.close();
  }
}
