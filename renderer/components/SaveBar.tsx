/** The foot of a form: what the office refused, and the save button, in sight however long the form is. */
import styles from './SaveBar.module.css';
import { RefusalMessage } from './RefusalMessage.tsx';
import { SaveButton, type Saving } from './saving.tsx';

export function SaveBar({ saving, dirty }: { saving: Saving; dirty: boolean }) {
  return (
    <div className={styles.bar} data-save-bar>
      <RefusalMessage refusal={saving.refusal} withFields onClose={saving.reset} />
      <div className={styles.button}>
        <SaveButton saving={saving} dirty={dirty} />
      </div>
    </div>
  );
}
