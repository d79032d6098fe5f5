/** A part of a form or screen under its own heading, set off by a hairline. */
import type { ReactNode } from 'react';
import styles from './Section.module.css';

export function Section({
  title,
  hint,
  aside,
  children,
}: {
  title: string;
  hint?: string;
  /** Stands at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2 className={styles.title}>{title}</h2>
        {aside}
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
