/** The handovers of other offices that were taken in. */
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import { ActsList } from './ActsList.tsx';

export function ReceivedList({ onPrintAct }: { onPrintAct: (receiptId: string) => void }) {
  const { t } = useTranslation(['receiving', 'handover']);
  const language = useLanguage();
  const election = useCurrentElection();
  const received = useReading('receive.list', { electionId: election.id });
  return (
    <Section title={t('received')}>
      <Loaded reading={received}>
        {(all) => (
          <ActsList
            rows={all}
            none={t('none')}
            columns={[
              { title: t('when'), of: ({ at }) => formatDateTime(at, clockOffset(at)) },
              { title: t('bag'), of: ({ number, bag }) => `${t('handover:actOf', { number })}, ${bag}` },
              { title: t('giver'), of: ({ giver }) => giver || '—' },
              { title: t('newOnes'), isNumber: true, of: ({ counts }) => formatNumber(counts.fresh, language) },
              { title: t('changedOnes'), isNumber: true, of: ({ counts }) => formatNumber(counts.changed, language) },
              { title: t('settledOnes'), isNumber: true, of: ({ counts }) => formatNumber(counts.settled, language) },
            ]}
            act={() => t('actOf')}
            onPrint={({ id }) => onPrintAct(id)}
          />
        )}
      </Loaded>
    </Section>
  );
}
