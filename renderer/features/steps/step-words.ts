/** What a step did, in the clerk's words. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenStep } from '#shared/contract/steps.ts';
import { useLanguage } from '../../base/i18n.ts';

const ofMany = [
  'application.receive',
  'application.markReady',
  'decision.extendAnnex',
  'decision.reduceAnnex',
  'decision.decideAnnex',
] as const;
type OfMany = (typeof ofMany)[number];
const isOfMany = (command: TakenStep['command']): command is OfMany => (ofMany as readonly string[]).includes(command);

export function useStepWords(): (step: TakenStep) => string {
  const { t } = useTranslation('steps');
  const language = useLanguage();
  return useCallback(
    ({ command, count, name }) =>
      count > 1 && isOfMany(command) ? t(`many.${command}`, { count }) : t(`one.${command}`, { name: name[language] }),
    [t, language],
  );
}
