/**
 * A passport's lines pasted or scanned into any field of a form. A reader is a keyboard that types very fast: what it
 * typed is taken out of the field again, and its Enter saves nothing.
 */
import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { mrzIn } from '#shared/text/mrz-text.ts';

/** Milliseconds between two keys: nobody goes on faster for two whole lines. */
const readerPause = 250;
/** A line behind which Enter is a reader's own. */
const shortestLine = 24;

export function useMrzReader<Before>({
  enabled,
  now,
  onRead,
}: {
  enabled: boolean;
  /** What the form holds, to be put back when the keys turn out to be a reader's. */
  now: Before;
  onRead: (lines: string[], before: Before) => void;
}) {
  const burst = useRef<{ text: string; at: number; before: Before; timer?: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const read = useRef(onRead);
  useEffect(() => {
    read.current = onRead;
  });
  useEffect(() => () => clearTimeout(burst.current?.timer), []);
  if (!enabled) return {};
  return {
    onPasteCapture(event: ClipboardEvent): void {
      const lines = mrzIn(event.clipboardData.getData('text/plain'));
      if (!lines) return;
      event.preventDefault();
      event.stopPropagation();
      read.current(lines, now);
    },
    onKeyDownCapture(event: KeyboardEvent): void {
      const sign = event.key === 'Enter' ? '\n' : event.key;
      if (sign.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = performance.now();
      const going = burst.current && at - burst.current.at <= readerPause ? burst.current : null;
      clearTimeout(burst.current?.timer);
      const typed = { text: (going?.text ?? '') + sign, at, before: going ? going.before : now };
      const isTextArea = event.target instanceof HTMLTextAreaElement;
      if (sign === '\n' && typed.text.length > shortestLine && !isTextArea) event.preventDefault();
      const timer = setTimeout(() => {
        const lines = mrzIn(typed.text);
        if (lines) read.current(lines, typed.before);
      }, readerPause);
      burst.current = { ...typed, timer };
    },
  };
}
