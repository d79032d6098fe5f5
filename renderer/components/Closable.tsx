/** The fields of a record that may be closed for good: then nothing in them can be changed, and all of it can be read. */
import type { ReactNode } from 'react';
import styles from './Closable.module.css';

export function Closable({ closed, children }: { closed: boolean; children: ReactNode }) {
  return (
    <fieldset className={styles.fields} disabled={closed}>
      {children}
    </fieldset>
  );
}
