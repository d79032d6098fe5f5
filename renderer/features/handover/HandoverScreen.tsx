/** Handing lists over on a stick, and what was handed over before. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/text/dates.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { useReading } from '../../app/office.ts';
import { clockOffset } from '../../app/today.ts';
import { ActsList } from './ActsList.tsx';
import { HandoverForm } from './HandoverForm.tsx';
import { ReceivePanel } from './ReceivePanel.tsx';
import { ReceivedList } from './ReceivedList.tsx';
import { IfMay } from '../../app/operator.tsx';

export function HandoverScreen() {
  const { t } = useTranslation(['handover', 'domain', 'receiving']);
  const language = useLanguage();
  const event = useCurrentEvent();
  const handovers = useReading('handover.list', { eventId: event.id });
  const [printing, setPrinting] = useState<Printing | null>(null);
  const printAct = (id: string, number: number): void =>
    setPrinting({ title: t('actOf', { number }), request: { kind: 'handover-act', handoverId: id } });
  const printReceipt = (receiptId: string): void =>
    setPrinting({ title: t('receiving:actOf'), request: { kind: 'receipt-act', receiptId } });
  return (
    <Page title={t('title')}>
      <IfMay call="handover.write">
        <Section title={t('new')}>
          <HandoverForm onPrintAct={printAct} />
        </Section>
      </IfMay>
      <IfMay call="receive.commit">
        <ReceivePanel onPrintAct={printReceipt} />
      </IfMay>
      <Section title={t('earlier')}>
        <Loaded reading={handovers}>
          {(all) => (
            <ActsList
              rows={all}
              none={t('none')}
              columns={[
                { title: t('number'), of: ({ number }) => number },
                { title: t('date'), of: ({ asOf }) => formatDateTime(asOf, clockOffset(asOf)) },
                { title: t('level'), of: ({ level }) => t(`domain:level.${level}`) },
                { title: t('scope'), of: ({ scope }) => t(`scopes.${scope.kind}`) },
                { title: t('people'), isNumber: true, of: ({ people }) => formatNumber(people, language) },
                { title: t('receiverColumn'), of: ({ receiver }) => receiver || '—' },
              ]}
              act={({ number }) => t('actOf', { number })}
              onPrint={({ id, number }) => printAct(id, number)}
            />
          )}
        </Loaded>
      </Section>
      <ReceivedList onPrintAct={printReceipt} />
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Page>
  );
}
