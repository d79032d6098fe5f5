/** The size of the screens: by keys as in a browser, by the wheel with Ctrl, or in the settings; kept for the next start. */
import { useEffect } from 'react';
import { usualZoom, zooms, type Preferences } from '#shared/contract/entry.ts';

export type Zoom = NonNullable<Preferences['zoom']>;

/** The next larger (1) or smaller (-1) size; the same at either end. */
export function nextZoom(zoom: Zoom, step: 1 | -1): Zoom {
  return zooms[zooms.indexOf(zoom) + step] ?? zoom;
}

/** By the sign or by the key's place: on a Cyrillic layout, and on the number pad, both are found. */
function asked({ key, code }: KeyboardEvent, zoom: Zoom): Zoom | null {
  if (key === '+' || key === '=' || code === 'Equal' || code === 'NumpadAdd') return nextZoom(zoom, 1);
  if (key === '-' || code === 'Minus' || code === 'NumpadSubtract') return nextZoom(zoom, -1);
  if (code === 'Digit0' || code === 'Numpad0') return usualZoom;
  return null;
}

export function useZoomKeys(zoom: Zoom, change: (zoom: Zoom) => void): void {
  useEffect(() => {
    const take = (next: Zoom | null, event: Event): void => {
      if (next === null) return;
      event.preventDefault();
      if (next !== zoom) change(next);
    };
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey) take(asked(event, zoom), event);
    };
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey && event.deltaY !== 0) take(nextZoom(zoom, event.deltaY < 0 ? 1 : -1), event);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('wheel', onWheel);
    };
  }, [zoom, change]);
}
