/** Tells the office that somebody is there; when nobody is, it locks by itself. */
import { useEffect } from 'react';
import { call } from '../base/office.ts';

/** Milliseconds: more often would tell nothing more. */
const tellingEvery = 10_000;

export function useStayAwake(): void {
  useEffect(() => {
    let told = 0;
    const showToast = (): void => {
      const now = Date.now();
      if (now - told < tellingEvery) return;
      told = now;
      void call('entry.stayAwake', {});
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, showToast, { passive: true, capture: true });
    return () => {
      for (const name of events) window.removeEventListener(name, showToast, { capture: true });
    };
  }, []);
}

/** Ctrl+L, by the key's place: the screens lock, whatever is open over them. */
export function useLockKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyL' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void call('entry.lock', {});
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
