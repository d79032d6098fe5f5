/** Handing lists over on a stick, and what was handed over before. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { EnterElection } from '../../components/EnterElection.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentElectionOrNone } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import { ActsList } from './ActsList.tsx';
import { HandoverForm } from './HandoverForm.tsx';
import { ReceivePanel } from './ReceivePanel.tsx';
import { ReceivedList } from './ReceivedList.tsx';
import { IfMay } from '../../base/operator.tsx';

export function HandoverScreen() {
  const { t } = useTranslation(['handover', 'receiving']);
  const election = useCurrentElectionOrNone();
  const [printing, setPrinting] = useState<Printing | null>(null);
  const printAct: PrintAct = (id, number) =>
    setPrinting({ title: t('actOf', { number }), request: { kind: 'handover-act', handoverId: id } });
  const printReceipt = (receiptId: string): void =>
    setPrinting({ title: t('receiving:actOf'), request: { kind: 'receipt-act', receiptId } });
  return (
    <Page title={t('title')}>
      {/* Two lines as long as nothing comes in. A handover may bring the first election: what was taken in stays on the screen. */}
      <IfMay call="receive.commit">
        <ReceivePanel onPrintAct={printReceipt} />
      </IfMay>
      {election ? (
        <IfMay call="handover.write">
          <Section title={t('new')}>
            <HandoverForm key={election.id} onPrintAct={printAct} />
          </Section>
        </IfMay>
      ) : (
        <Section title={t('new')}>
          <EnterElection />
        </Section>
      )}
      {election && (
        <>
          <Earlier key={election.id} electionId={election.id} onPrintAct={printAct} />
          <ReceivedList onPrintAct={printReceipt} />
        </>
      )}
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Page>
  );
}

type PrintAct = (id: string, number: number) => void;

function Earlier({ electionId, onPrintAct }: { electionId: string; onPrintAct: PrintAct }) {
  const { t } = useTranslation(['handover', 'domain']);
  const language = useLanguage();
  const handovers = useReading('handover.list', { electionId });
  return (
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
            onPrint={({ id, number }) => onPrintAct(id, number)}
          />
        )}
      </Loaded>
    </Section>
  );
}
