/**
 * Keys for the letters that many keyboards lack. They write into the field where the clerk was last typing; Alt with
 * the keys of Н, О and У does the same, as AltGr does on the Kyrgyz layout.
 */
import { Tooltip } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { kyrgyzLetters } from '#shared/text/letters.ts';
import styles from './KyrgyzKeys.module.css';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const textTypes = new Set(['text', 'search', 'email', 'tel', 'url', '']);

function textField(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && textTypes.has(target.type) ? target : null;
}

/** Writes at the caret, as if typed: React hears of it by the input event. */
function write(field: TextField, letter: string): void {
  if (field.disabled || field.readOnly) return;
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  if (field.maxLength >= 0 && field.value.length - (end - start) >= field.maxLength) return;
  field.setRangeText(letter, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
}

const byKey: Record<string, readonly [string, string]> = { KeyY: ['ң', 'Ң'], KeyJ: ['ө', 'Ө'], KeyE: ['ү', 'Ү'] };

/** Mounted once: the keyboard's way to the letters, whether or not the keys are shown. */
export function useKyrgyzKeyboard(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const letters = byKey[event.code];
      const field = textField(event.target);
      if (!letters || !field || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      write(field, letters[event.shiftKey ? 1 : 0]);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

export function KyrgyzKeys() {
  const { t } = useTranslation();
  const last = useRef<TextField | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      last.current = textField(event.target) ?? last.current;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  const press = (letter: string): void => {
    // A dialog may have focused its first field before these keys were there to see it.
    const field = textField(document.activeElement) ?? last.current;
    if (!field?.isConnected) return;
    field.focus();
    write(field, letter);
  };
  return (
    <Tooltip label={t('keys.hint')}>
      <div className={styles.keys} role="group" aria-label={t('keys.label')}>
        {kyrgyzLetters.map((letter) => (
          <button
            key={letter}
            type="button"
            className={styles.key}
            // Out of the way of Tab: the keyboard has Alt + Н, О, У.
            tabIndex={-1}
            aria-label={t('keys.insert', { letter })}
            // The field keeps the focus and its caret.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => press(letter)}
          >
            {letter}
          </button>
        ))}
      </div>
    </Tooltip>
  );
}
