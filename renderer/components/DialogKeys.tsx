/** The letters that many keyboards lack, within a dialog that has a field for words: those of the frame lie behind it. */
import { KyrgyzKeys } from './KyrgyzKeys.tsx';
import styles from './DialogKeys.module.css';

/** Stands in an element with `data-writes`, in whose fields it writes. */
export function DialogKeys() {
  return (
    <div className={styles.keys}>
      <KyrgyzKeys />
    </div>
  );
}
