/**
 * Arrow keys in a list: ↑ ↓ go from row to row, Home, End, PageUp and PageDown further, Enter follows the row's link, the
 * space bar ticks the row's box. The focus itself moves, so that screen readers read the row and Tab goes on from it.
 */
import { useCallback, useRef, type KeyboardEvent } from 'react';

const linkOf = (row: Element | null | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('a[href]') ?? null;

/** What takes the focus in a row: its link, or the row itself where it leads nowhere and may have the focus. */
const placeOf = (row: Element | null | undefined): HTMLElement | null =>
  linkOf(row) ?? (row instanceof HTMLElement && row.tabIndex === -1 && row.hasAttribute('tabindex') ? row : null);

/** How many rows a page is, one less than fits: the last row of the page before stays in sight. */
function rowsInSight(list: HTMLElement, row: Element | undefined): number {
  const height = row?.getBoundingClientRect().height ?? 0;
  return height > 0 ? Math.max(1, Math.floor(list.clientHeight / height) - 2) : 10;
}

/** Where a key leads from a row; null for a key that is none of ours. -1 stands for no row yet. */
function targetOf(key: string, from: number, count: number, page: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from < 0 ? 0 : from - 1);
    case 'PageDown':
      return Math.min(last, Math.max(0, from) + page);
    case 'PageUp':
      return Math.max(0, from - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** In a field these keys are the field's own; so are those pressed with Ctrl, Alt or Shift. */
function isOurs({ target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  if (ctrlKey || metaKey || altKey || shiftKey || !(target instanceof HTMLElement)) return false;
  return (
    target.closest('input:not([type=checkbox]), textarea, [role="menu"], [role="listbox"], [role="dialog"]') === null
  );
}

/** The space bar on a row's link ticks its box. True when it did. */
function tick({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  if (key !== ' ' || !(target instanceof HTMLAnchorElement)) return false;
  const box = target.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return box !== null && box !== undefined;
}

/** For a list of which every row is on the screen: give it to the `onKeyDown` of what scrolls. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  if (!isOurs(event)) return;
  if (tick(event)) {
    event.preventDefault();
    return;
  }
  const list = event.currentTarget;
  const rows = [...list.querySelectorAll('tbody tr')].filter((row) => linkOf(row) !== null);
  const from = rows.findIndex((row) => row.contains(document.activeElement));
  const target = targetOf(event.key, from, rows.length, rowsInSight(list, rows[0]));
  const link = target === null ? null : linkOf(rows[target]);
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** Frames to wait for a row that is being read from the office. */
const patience = 120;

/**
 * For a list of which only the rows in sight exist, each named by `data-row`, its number from 0; one whose content is
 * not its own yet carries `data-stale` and is waited for. `bring` scrolls a row into sight.
 */
export function useFarRowKeys(
  count: number,
  bring: (row: number) => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  const wanted = useRef<number | null>(null);
  return useCallback(
    (event) => {
      if (!isOurs(event)) return;
      if (tick(event)) {
        event.preventDefault();
        return;
      }
      const list = event.currentTarget;
      const current = document.activeElement?.closest('tr[data-row]');
      const from = wanted.current ?? Number(current?.getAttribute('data-row') ?? -1);
      const any = list.querySelector('tr[data-row]') ?? undefined;
      const target = targetOf(event.key, from, count, rowsInSight(list, any));
      if (target === null || count === 0) return;
      event.preventDefault();
      wanted.current = target;
      bring(target);
      let frames = 0;
      const focus = (): void => {
        // A later key leads elsewhere.
        if (wanted.current !== target) return;
        const link = placeOf(list.querySelector(`tr[data-row="${String(target)}"]:not([data-stale])`));
        if (link) link.focus();
        else if (++frames < patience) {
          requestAnimationFrame(focus);
          return;
        }
        wanted.current = null;
      };
      focus();
    },
    [count, bring],
  );
}
