/** The annex: who the decision is about, in order, and what is decided of each. */
import { Button } from '@mantine/core';
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnexLine, DecisionView } from '#shared/contract/decisions.ts';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { call } from '../../base/office.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { AnnexTable } from './AnnexTable.tsx';
import { inOrder, movedTo } from './annex-order.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { OrderMenu } from './OrderMenu.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RevocationDialog } from './RevocationDialog.tsx';
import styles from './Annex.module.css';
import { useMay, useOperator } from '../../base/operator.tsx';

export function Annex({ view, onLetter }: { view: DecisionView; onLetter: (id: Id) => void }) {
  const { t } = useTranslation(['decisions', 'agenda', 'operators', 'domain']);
  const { decision } = view;
  const mayChange = useMay('decision.extendAnnex');
  const isHead = useOperator()?.role === 'head';
  const isDraft = decision.status === 'draft' && mayChange;
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [adding, setAdding] = useState<'accredit' | 'revoke' | null>(null);
  const [reasoning, setReasoning] = useState<Id[] | null>(null);
  const [placing, setPlacing] = useState<Id[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** The order just given, shown until the office's own answer is read. */
  const [given, setGiven] = useState<{ to: readonly AnnexLine[]; annex: AnnexLine[] } | null>(null);
  const annex = given?.to === view.annex ? given.annex : view.annex;
  const present = annex.map(({ row }) => row.applicationId);
  const picked = present.filter((id) => chosen.has(id));

  const run = async (change: Promise<Outcome<unknown>>): Promise<void> => {
    const reply = await change;
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok) setChosen(new Set());
  };
  const order = async (ids: Id[]): Promise<Outcome<unknown>> => {
    const lines = new Map(annex.map((line) => [line.row.applicationId, line]));
    setGiven({ to: view.annex, annex: ids.flatMap((id) => lines.get(id) ?? []) });
    const reply = await call('decision.orderAnnex', { id: decision.id, applicationIds: ids });
    if (!reply.ok) setGiven(null);
    setRefusal(reply.ok ? null : reply.refusal);
    return reply;
  };
  const decidable =
    picked.length > 0 && annex.every(({ row }) => !chosen.has(row.applicationId) || row.action !== 'revoke');

  return (
    <Section
      title={`${t('annex')} — ${t('total', { count: annex.length })}`}
      aside={
        isDraft && (
          <div className={styles.bar}>
            {annex.length > 1 && <OrderMenu onOrder={(wanted) => void order(inOrder(annex, wanted))} />}
            <Button
              variant="default"
              leftSection={<IconUserMinus size={16} aria-hidden />}
              disabled={!isHead}
              title={isHead ? undefined : t('operators:needs', { role: t('domain:role.head') })}
              onClick={() => setAdding('revoke')}
            >
              {t('addRevoke')}
            </Button>
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding('accredit')}>
              {t('addReady')}
            </Button>
          </div>
        )
      }
    >
      <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
      {isDraft && picked.length > 0 && (
        <div className={styles.bar}>
          <Button
            variant="default"
            disabled={!decidable}
            onClick={() =>
              void run(
                call('decision.decideAnnex', {
                  id: decision.id,
                  applicationIds: picked,
                  action: 'accredit',
                  reason: null,
                }),
              )
            }
          >
            {t('setAccredit')}
          </Button>
          <Button variant="default" disabled={!decidable} onClick={() => setReasoning(picked)}>
            {t('setRefuse')}
          </Button>
          <Button variant="default" disabled={annex.length < 2} onClick={() => setPlacing(picked)}>
            {t('agenda:moveTo')}
          </Button>
          <Button
            variant="default"
            onClick={() => void run(call('decision.reduceAnnex', { id: decision.id, applicationIds: picked }))}
          >
            {t('remove')}
          </Button>
        </div>
      )}
      {annex.length === 0 ? (
        <EmptyState title={t('annexEmpty')} detail={t('annexEmptyDetail')} />
      ) : (
        <AnnexTable
          annex={annex}
          isDraft={isDraft}
          chosen={chosen}
          onChoose={setChosen}
          onReason={(id) => setReasoning([id])}
          onLetter={onLetter}
          onMove={(id, place) => void order(movedTo(present, new Set([id]), place))}
          onPlace={(id) => setPlacing([id])}
        />
      )}
      {adding === 'accredit' && <AgendaDialog decision={decision} onClose={() => setAdding(null)} />}
      {adding === 'revoke' && <RevocationDialog decision={decision} onClose={() => setAdding(null)} />}
      {placing && (
        <MoveDialog
          people={placing.length}
          from={present.findIndex((id) => placing.includes(id)) + 1}
          last={annex.length - placing.length + 1}
          onMove={(place) => order(movedTo(present, new Set(placing), place))}
          onClose={() => setPlacing(null)}
        />
      )}
      {reasoning && (
        <ReasonDialog
          decisionId={decision.id}
          lines={annex.filter(({ row }) => reasoning.includes(row.applicationId))}
          onClose={() => {
            setReasoning(null);
            setChosen(new Set());
          }}
        />
      )}
    </Section>
  );
}
