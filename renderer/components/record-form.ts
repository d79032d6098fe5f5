/**
 * What every form of a record has: what was typed since the last saving, kept as unfinished work; whether saving was
 * tried; and saving, after which a new record gives way to its own screen.
 */
import { useState } from 'react';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import { useUnfinished, type Unfinished, type UnfinishedForm } from '../base/unfinished.ts';
import type { Trilingual } from '#shared/domain/base/primitives.ts';
import { useSaving, type Saving } from './saving.tsx';

export type RecordForm<T> = {
  /** What the form shows: what was typed, or else what the register has. */
  shown: T;
  change: (draft: T) => void;
  discard: () => void;
  /** There are changes that are not saved yet. */
  dirty: boolean;
  /** Saving was tried: from then on the form says what is still missing. */
  tried: boolean;
  saving: Saving;
  unfinished: Unfinished;
  /** `isRight`: the form's own rules found nothing. `onCreated` is told of a record that is new in the register. */
  save: <R>(isRight: boolean, request: () => Promise<Outcome<R>>, onCreated: (value: R) => void) => Promise<void>;
};

export function useRecordForm<T>({
  titleOf,
  ...form
}: Omit<UnfinishedForm<T>, 'draft' | 'title' | 'onTakeUp'> & { titleOf: (shown: T) => Trilingual }): RecordForm<T> {
  const [draft, setDraft] = useState<T | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const shown = draft ?? form.basis;
  const unfinished = useUnfinished({ ...form, draft, title: titleOf(shown), onTakeUp: setDraft });
  const save: RecordForm<T>['save'] = async (isRight, request, onCreated) => {
    setTried(true);
    if (!isRight) return;
    const outcome = await saving.run(request);
    if (!outcome?.ok) return;
    // What was typed meanwhile is not saved yet.
    setDraft((now) => (now === draft ? null : now));
    if (form.recordId !== null) return;
    unfinished.forget();
    onCreated(outcome.value);
  };
  return {
    shown,
    change: setDraft,
    discard: () => setDraft(null),
    dirty: draft !== null,
    tried,
    saving,
    unfinished,
    save,
  };
}
