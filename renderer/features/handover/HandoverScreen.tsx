/** Handing lists over on a stick, and what was handed over before. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/text/dates.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import table from '../../components/table.module.css';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { useReading } from '../../app/office.ts';
import { clockOffset } from '../../app/today.ts';
import { HandoverForm } from './HandoverForm.tsx';
import { ReceivePanel } from './ReceivePanel.tsx';
import { ReceivedList } from './ReceivedList.tsx';
import { IfMay } from '../../app/operator.tsx';

export function HandoverScreen() {
  const { t } = useTranslation(['handover', 'domain']);
  const language = useLanguage();
  const event = useCurrentEvent();
  const handovers = useReading('handover.list', { eventId: event.id });
  const [printing, setPrinting] = useState<Printing | null>(null);
  const printAct = (id: string, number: number): void =>
    setPrinting({ title: t('actOf', { number }), request: { kind: 'handover-act', handoverId: id } });
  return (
    <Page title={t('title')}>
      <IfMay call="handover.write">
        <Section title={t('new')}>
          <HandoverForm onPrintAct={printAct} />
        </Section>
      </IfMay>
      <IfMay call="receive.commit">
        <ReceivePanel />
      </IfMay>
      <Section title={t('earlier')}>
        <Loaded reading={handovers}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={t('none')} />
            ) : (
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('number')}</th>
                    <th scope="col">{t('date')}</th>
                    <th scope="col">{t('level')}</th>
                    <th scope="col">{t('scope')}</th>
                    <th scope="col" className={table.number}>
                      {t('people')}
                    </th>
                    <th scope="col">{t('receiverColumn')}</th>
                    <td className={table.narrow} />
                  </tr>
                </thead>
                <tbody>
                  {all.map((handover) => (
                    <tr key={handover.id}>
                      <td>{handover.number}</td>
                      <td>{formatDateTime(handover.asOf, clockOffset(handover.asOf))}</td>
                      <td>{t(`domain:level.${handover.level}`)}</td>
                      <td>{t(`scopes.${handover.scope.kind}`)}</td>
                      <td className={table.number}>{formatNumber(handover.people, language)}</td>
                      <td>{handover.receiver || '—'}</td>
                      <td className={table.narrow}>
                        <Button
                          variant="default"
                          leftSection={<IconPrinter size={15} aria-hidden />}
                          onClick={() => printAct(handover.id, handover.number)}
                        >
                          {t('actOf', { number: handover.number })}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Section>
      <ReceivedList />
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Page>
  );
}
