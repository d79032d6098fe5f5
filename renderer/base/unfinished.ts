/**
 * Unsaved work that survives: what a form holds goes to the office about every second while it is being typed, and comes
 * back when the record, or the new one that was begun, is opened again. Nothing waits for it, least of all the clerk.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { UnfinishedKind, UnfinishedWork } from '#shared/contract/drafts.ts';
import type { Id, Instant, Trilingual } from '#shared/domain/base/primitives.ts';
import { call } from './office.ts';

/** Milliseconds from a keystroke until what was typed is kept: a crash costs no more than this. */
const keepingAfter = 700;

export type Restored = {
  /** When it was kept. */
  at: Instant;
  /**
   * `restored`: the form shows it; `changed`: so too, but the register's record is another than when it was typed;
   * `locked`: the record can no longer be changed; `unreadable`: an older program kept it in a shape that is not known.
   */
  kind: 'restored' | 'changed' | 'locked' | 'unreadable';
};

export type Unfinished = {
  /** What came back, null when nothing did or the clerk has dealt with it. */
  restored: Restored | null;
  /** Forgets it for good, as when it has been saved or the clerk gives it up. */
  forget: () => void;
};

export type UnfinishedForm<T> = {
  kind: UnfinishedKind;
  electionId: Id;
  recordId: Id | null;
  /** The key of a new record that was begun before. */
  work?: string | undefined;
  shape: z.ZodType<T>;
  /** What was typed since the last saving, null when nothing. */
  draft: T | null;
  /** The form as the register has it. */
  basis: T;
  title: Trilingual;
  locked: boolean;
  onTakeUp: (content: T) => void;
};

const freshKey = (): string => `new-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

const plain = (form: unknown) => JSON.parse(JSON.stringify(form)) as UnfinishedWork['content'];

export function useUnfinished<T>(form: UnfinishedForm<T>): Unfinished {
  const { kind, electionId, recordId, work, draft, locked } = form;
  const client = useQueryClient();
  const [fresh] = useState(freshKey);
  const [restored, setRestored] = useState<Restored | null>(null);
  const key = work ?? `${kind}.${electionId}.${recordId ?? fresh}`;
  const begunBefore = recordId !== null || work !== undefined;
  const latest = useRef(form);
  const timer = useRef<number | null>(null);
  /** Something is kept under the key, for all this form knows. */
  const kept = useRef(false);
  useEffect(() => {
    latest.current = form;
  });

  const tell = useCallback(() => void client.invalidateQueries({ queryKey: ['drafts.unfinished'] }), [client]);
  const stop = useCallback(() => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
  }, []);
  const keep = useCallback(() => {
    stop();
    const now = latest.current;
    if (now.draft === null || now.locked) return;
    kept.current = true;
    const named = { key, kind, electionId, recordId, title: now.title };
    void call('drafts.keep', { work: { ...named, content: plain(now.draft), basis: plain(now.basis) } }).then(tell);
  }, [stop, key, kind, electionId, recordId, tell]);
  const forget = useCallback(() => {
    stop();
    kept.current = false;
    setRestored(null);
    void call('drafts.discard', { key }).then(tell);
  }, [stop, key, tell]);

  useEffect(() => {
    if (!begunBefore) return undefined;
    let gone = false;
    void call('drafts.take', { key }).then((reply) => {
      // What the clerk has begun to type meanwhile is the newer.
      if (gone || !reply.ok || reply.value === null || latest.current.draft !== null) return;
      const { shape, basis, onTakeUp, recordId: known } = latest.current;
      const { at } = reply.value;
      const content = shape.safeParse(reply.value.content);
      kept.current = true;
      if (!content.success) {
        setRestored({ at, kind: 'unreadable' });
      } else if (latest.current.locked) {
        setRestored({ at, kind: 'locked' });
      } else {
        const before = shape.safeParse(reply.value.basis);
        // What was not in the register cannot have changed there.
        const same =
          known === null || (before.success && JSON.stringify(before.data) === JSON.stringify(shape.parse(basis)));
        setRestored({ at, kind: same ? 'restored' : 'changed' });
        onTakeUp(content.data);
      }
    });
    return () => {
      gone = true;
    };
  }, [begunBefore, key]);

  const before = useRef(draft);
  useEffect(() => {
    if (before.current === draft) return;
    before.current = draft;
    if (draft !== null) timer.current ??= window.setTimeout(keep, keepingAfter);
    else if (kept.current || timer.current !== null) forget();
  }, [draft, keep, forget]);

  // A screen that goes by a fault of the program, unasked, leaves what it held.
  useEffect(
    () => () => {
      if (timer.current !== null) keep();
    },
    [keep],
  );
  return { restored: draft === null && !locked && restored?.kind !== 'unreadable' ? null : restored, forget };
}
