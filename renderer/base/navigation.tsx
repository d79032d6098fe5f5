/** Going from screen to screen, never away from unsaved work without asking. */
import { useCallback, useEffect, useMemo, useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import { formatRoute, parseRoute, type Route } from './route.ts';

/** Forms with unsaved changes that are on the screen, each with what is to be done when the clerk gives them up. */
const unsaved = new Map<symbol, (() => void) | undefined>();

/** What the clerk wanted to do when unsaved changes stood in the way. */
let pending: (() => void) | null = null;
let shownHash = window.location.hash;
const listeners = new Set<() => void>();

const showToast = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function show(hash: string): void {
  if (window.location.hash !== hash) window.history.pushState(null, '', hash);
  shownHash = hash;
  showToast();
}

/** The back key and hand-written addresses come this way. */
window.addEventListener('hashchange', followAddress);
window.addEventListener('popstate', followAddress);
function followAddress(): void {
  const wanted = window.location.hash;
  if (wanted === shownHash) return;
  if (unsaved.size > 0) {
    window.history.pushState(null, '', shownHash);
    leaveThen(() => show(wanted));
  } else {
    show(wanted);
  }
}

window.addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0) event.preventDefault();
});

/** Does something that would lose unsaved changes; asks first when there are any. */
export function leaveThen(action: () => void): void {
  if (unsaved.size === 0) {
    action();
    return;
  }
  pending = action;
  showToast();
}

export function navigate(route: Route): void {
  leaveThen(() => show(formatRoute(route)));
}

/** Goes on right after saving, when the form has not yet heard that it is clean. */
export function navigateSaved(route: Route): void {
  unsaved.clear();
  show(formatRoute(route));
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => shownHash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Tells that the form on the screen has changes that are not saved yet; `onAbandon` hears when they are given up. */
export function useUnsavedChanges(dirty: boolean, onAbandon?: () => void): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const form = Symbol('form');
    unsaved.set(form, onAbandon);
    return () => {
      unsaved.delete(form);
    };
  }, [dirty, onAbandon]);
}

/** The question that stands open, for the dialog that asks it. */
export function useLeaveQuestion(): { open: boolean; stay: () => void; leave: () => void } {
  const action = useSyncExternalStore(subscribe, () => pending);
  const stay = useCallback(() => {
    pending = null;
    showToast();
  }, []);
  const leave = useCallback(() => {
    const wanted = pending;
    pending = null;
    for (const abandon of unsaved.values()) abandon?.();
    unsaved.clear();
    wanted?.();
    showToast();
  }, []);
  return { open: action !== null, stay, leave };
}

/** A link to a screen: an anchor with a real address, so that the keyboard and screen readers know it. */
export function NavLinkTo({
  to,
  current = false,
  className,
  title,
  children,
}: {
  to: Route;
  /** The screen is shown now. */
  current?: boolean;
  className?: string | undefined;
  /** Shown while the pointer rests on it, where the words themselves are hidden. */
  title?: string | undefined;
  children: ReactNode;
}) {
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={formatRoute(to)}
      onClick={follow}
      className={className}
      title={title}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
