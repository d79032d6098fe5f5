/**
 * A form: Enter and Ctrl+S save it, what was typed wrong is brought into focus instead, and nobody leaves it with
 * unsaved changes unasked.
 */
import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useUnsavedChanges } from '../app/navigation.tsx';
import { firstInvalid } from './first-invalid.ts';

export function Form({
  label,
  dirty,
  onSave,
  onAbandon,
  className,
  children,
}: {
  /** Names the form for screen readers. */
  label: string;
  /** There are changes that are not saved yet. */
  dirty: boolean;
  onSave: () => void;
  /** The clerk leaves without saving; stable from one drawing to the next. */
  onAbandon?: (() => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  useUnsavedChanges(dirty, onAbandon);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // By the key's place: on a Cyrillic layout the letter is Ы.
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    const wrong = firstInvalid(event.currentTarget);
    if (wrong) {
      wrong.focus();
      return;
    }
    onSave();
    // When the rules found something, the clerk is taken to the first of it.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form ref={form} noValidate aria-label={label} onSubmit={submit} className={className}>
      {children}
    </form>
  );
}
