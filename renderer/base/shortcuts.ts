/** Keys that work on every screen, by their place on the keyboard: a Cyrillic layout has other letters on them. */
import { useEffect } from 'react';
import { navigate } from './navigation.tsx';
import { sections } from './sections.ts';

/** The key is pressed in a field, where it writes. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]):not([type=radio]), textarea') !== null;

/** A dialog asks for an answer first: what stands behind it must not change meanwhile. */
export const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

const searchField = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>('main [role="search"] input:not([aria-haspopup])');

/** True when the key was one of ours. */
function actOn(event: KeyboardEvent, onMap: () => void): boolean {
  const { code, shiftKey, altKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  // By the sign, wherever the layout has it; in a field it is what the clerk means to write.
  const asksForMap = (event.key === '?' && !mod && !altKey && !isTyping(event.target)) || (mod && code === 'Slash');
  if (asksForMap) {
    if (!dialogIsOpen()) onMap();
    return true;
  }
  if (dialogIsOpen()) return false;
  if (altKey && !mod && code === 'ArrowLeft') {
    window.history.back();
    return true;
  }
  if (code === 'ArrowDown' && !mod && !altKey && !shiftKey && event.target === searchField()) {
    const first = document.querySelector<HTMLElement>('main tbody a[href]');
    first?.focus();
    return first !== null;
  }
  if (!mod || altKey) return false;
  const digit = /^Digit([1-9])$/u.exec(code)?.[1];
  const section = digit && !shiftKey ? sections[Number(digit) - 1] : undefined;
  if (section) {
    navigate({ screen: section });
    return true;
  }
  if (code === 'KeyN') {
    navigate(shiftKey ? { screen: 'newOrganisation' } : { screen: 'newApplication' });
    return true;
  }
  if (code === 'KeyF' && !shiftKey) {
    const field = searchField();
    field?.focus();
    field?.select();
    return field !== null;
  }
  return false;
}

/** `onMap` opens the map of all keys; stable from one drawing to the next. */
export function useShortcuts(onMap: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (actOn(event, onMap)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onMap]);
}
