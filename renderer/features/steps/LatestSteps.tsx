/** The latest steps that may be taken back, on the first screen. */
import { useTranslation } from 'react-i18next';
import type { TakenStep } from '#shared/contract/steps.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { Section } from '../../components/Section.tsx';
import { IfMay } from '../../base/operator.tsx';
import { clockOffset } from '../../base/today.ts';
import { useStepWords } from './step-words.ts';
import { TakeBackButton } from './StepOffer.tsx';
import styles from './LatestSteps.module.css';

const shown = 5;

export function LatestSteps({ steps }: { steps: readonly TakenStep[] }) {
  const { t } = useTranslation('steps');
  const words = useStepWords();
  if (steps.length === 0) return null;
  return (
    <Section title={t('title')} hint={t('hint')}>
      <ul className={styles.list}>
        {steps.slice(0, shown).map((step) => (
          <li key={step.seq} className={styles.step}>
            <div>
              {words(step)}
              <div className={styles.time}>{formatDateTime(step.at, clockOffset(step.at))}</div>
            </div>
            <IfMay call="step.takeBack">
              <TakeBackButton step={step} />
            </IfMay>
          </li>
        ))}
      </ul>
    </Section>
  );
}
