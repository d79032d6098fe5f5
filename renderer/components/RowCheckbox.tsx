/** The tick of a row in a long list: the browser's own, for a list that scrolls draws many of them in a frame. */
import styles from './RowCheckbox.module.css';

export function RowCheckbox({ label, checked, onToggle }: { label: string; checked: boolean; onToggle: () => void }) {
  return <input type="checkbox" className={styles.tick} aria-label={label} checked={checked} onChange={onToggle} />;
}
