/** What can be done with those chosen of the queue: print what waits, say how it came out, replace what changed. */
import { Button } from '@mantine/core';
import { IconChecklist, IconPrinter, IconReplace } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '#shared/contract/print-queue.ts';
import { isToPrint } from '#shared/domain/rules/print-queue.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { call } from '../../base/office.ts';
import { JudgeDialog, type Judged } from './JudgeDialog.tsx';
import { ReplaceManyDialog } from './ReplaceManyDialog.tsx';
import styles from './CertificatesScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

const papers = ['certificate', 'badge'] as const;
type Paper = (typeof papers)[number];
const printWords = { certificate: 'printCertificates', badge: 'printBadges' } as const;
const idsOf = (entries: readonly QueueEntry[]) => entries.map(({ certificateId }) => certificateId);

export function QueueActions({
  chosen,
  total,
  onChooseAll,
  onClear,
}: {
  chosen: readonly QueueEntry[];
  total: number;
  onChooseAll: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('print-queue');
  const { id: electionId } = useCurrentElection();
  const [printing, setPrinting] = useState<{ paper: Paper; ids: string[] } | null>(null);
  const [judged, setJudged] = useState<readonly Judged[]>([]);
  const [replacing, setReplacing] = useState(false);
  const toPrint = (paper: Paper) => chosen.filter(({ waiting }) => isToPrint(waiting[paper]));
  const changed = chosen.filter(({ waiting }) => waiting.certificate === 'changed' || waiting.badge === 'changed');
  const unseen = papers.flatMap((paper): Judged[] => {
    const entries = chosen.filter(({ waiting }) => waiting[paper] === 'awaited');
    return entries.length > 0 ? [{ paper, entries }] : [];
  });
  const unseenCount = unseen.reduce((sum, { entries }) => sum + entries.length, 0);
  /** What came out of the printer is in the clerk's hands now: the question is asked at once. */
  const closePreview = async ({ paper, ids }: { paper: Paper; ids: string[] }): Promise<void> => {
    setPrinting(null);
    const filter = { electionId, search: '', organisationIds: [], paper, reasons: ['awaited' as const] };
    const reply = await call('printQueue.select', { filter });
    if (!reply.ok) return;
    const printed = new Set(ids);
    const entries = reply.value.filter(({ certificateId }) => printed.has(certificateId));
    if (entries.length > 0) setJudged([{ paper, entries }]);
  };
  const preview: Printing | null = printing && {
    title: t(`printTitle.${printing.paper}`),
    request: { kind: printing.paper, certificateIds: printing.ids },
    recorded: true,
  };
  const [first, ...more] = judged;
  return (
    <div className={styles.bar}>
      <span className={styles.words} role="status">
        {t('chosen', { count: chosen.length })}
      </span>
      {chosen.length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {t('clear')}
        </Button>
      )}
      <Button variant="subtle" disabled={total === 0} onClick={onChooseAll}>
        {t('chooseShown')}
      </Button>
      <IfMay call="printQueue.judge">
        {changed.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconReplace size={16} aria-hidden />}
            onClick={() => setReplacing(true)}
          >
            {t('replace', { count: changed.length })}
          </Button>
        )}
        {unseenCount > 0 && (
          <Button
            variant="default"
            leftSection={<IconChecklist size={16} aria-hidden />}
            onClick={() => setJudged(unseen)}
          >
            {t('judge', { count: unseenCount })}
          </Button>
        )}
        {papers.map((paper) => (
          <Button
            key={paper}
            disabled={toPrint(paper).length === 0}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => setPrinting({ paper, ids: idsOf(toPrint(paper)) })}
          >
            {t(printWords[paper], { count: toPrint(paper).length })}
          </Button>
        ))}
      </IfMay>
      <DocumentPreview
        printing={preview}
        onClose={() => {
          if (printing) void closePreview(printing);
        }}
      />
      {first && <JudgeDialog key={first.paper} judged={first} onClose={() => setJudged(more)} />}
      {replacing && <ReplaceManyDialog ids={idsOf(changed)} onClose={() => setReplacing(false)} />}
    </div>
  );
}
