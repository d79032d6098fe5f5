/** The size of the screens, as the clerk keeps it. Every page that is loaded begins at it, also after a crash. */
import type { BrowserWindow } from 'electron';

/** `percent` is asked for at every load; the function that is returned takes it over at once. */
export function keepZoom(window: BrowserWindow, percent: () => number): () => void {
  const apply = (): void => {
    if (!window.isDestroyed()) window.webContents.setZoomFactor(percent() / 100);
  };
  window.webContents.on('dom-ready', apply);
  return apply;
}
