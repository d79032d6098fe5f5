/**
 * A form: Enter and Ctrl+S save it, what was typed wrong is brought into focus instead, and nobody leaves it with
 * unsaved changes unasked.
 */
import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationName } from '#shared/contract/index.ts';
import { mayCall } from '#shared/contract/roles.ts';
import { useOperator } from '../base/operator.tsx';
import { useUnsavedChanges } from '../base/navigation.tsx';
import styles from './Form.module.css';
import { ReadOnlyProvider } from './read-only-form.ts';
import { firstInvalid } from './first-invalid.ts';

export function Form({
  label,
  dirty,
  onSave,
  onAbandon,
  className,
  operation,
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
  /** What it is saved by: a role that may not call it reads the form and changes nothing. */
  operation?: OperationName;
  children: ReactNode;
}) {
  const { t } = useTranslation(['operators', 'domain']);
  const operator = useOperator();
  const readOnly = operation !== undefined && operator !== null && !mayCall(operator.role, operation);
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
    if (readOnly) return;
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
      {readOnly ? (
        <fieldset disabled className={styles.readOnly}>
          <p className={styles.note}>{t('readOnly', { role: t(`domain:role.${operator.role}`) })}</p>
          <ReadOnlyProvider value>{children}</ReadOnlyProvider>
        </fieldset>
      ) : (
        children
      )}
    </form>
  );
}
