/** The handovers of other offices that were taken in. */
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/text/dates.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Section } from '../../components/Section.tsx';
import table from '../../components/table.module.css';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { useReading } from '../../app/office.ts';
import { clockOffset } from '../../app/today.ts';

const counted = ['fresh', 'changed', 'settled'] as const;

export function ReceivedList() {
  const { t } = useTranslation(['receiving', 'handover']);
  const language = useLanguage();
  const event = useCurrentEvent();
  const received = useReading('receive.list', { eventId: event.id });
  return (
    <Section title={t('received')}>
      <Loaded reading={received}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('none')} />
          ) : (
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('when')}</th>
                  <th scope="col">{t('bag')}</th>
                  <th scope="col">{t('giver')}</th>
                  <th scope="col" className={table.number}>
                    {t('newOnes')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('changedOnes')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('settledOnes')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map(({ id, at, number, bag, giver, counts }) => (
                  <tr key={id}>
                    <td>{formatDateTime(at, clockOffset(at))}</td>
                    <td>{`${t('handover:actOf', { number })}, ${bag}`}</td>
                    <td>{giver || '—'}</td>
                    {counted.map((name) => (
                      <td key={name} className={table.number}>
                        {formatNumber(counts[name], language)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Section>
  );
}
