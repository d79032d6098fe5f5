/** What can be done with several people at once: receive, call ready, withdraw, put on the agenda of a draft decision. */
import { Button, Menu } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import styles from './ApplicationsScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

export function ChosenPeople({
  chosen,
  total,
  onChooseAll,
  onClear,
}: {
  chosen: Id[];
  total: number;
  onChooseAll: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const election = useCurrentElection();
  const decisions = useReading('decision.list', { electionId: election.id });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [withdrawing, setWithdrawing] = useState(false);
  const drafts = (decisions.data ?? []).filter(({ status }) => status === 'draft');
  const run = async (change: Promise<Outcome<unknown>>): Promise<void> => {
    const reply = await change;
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok) onClear();
  };
  const none = chosen.length === 0;
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.words} role="status">
          {t('chosen', { count: chosen.length })}
        </span>
        {!none && (
          <Button variant="subtle" onClick={onClear}>
            {t('clear')}
          </Button>
        )}
        <Button variant="subtle" disabled={total === 0} onClick={onChooseAll}>
          {t('chooseAll')}
        </Button>
        <IfMay call="application.receive">
          <Button
            variant="default"
            disabled={none}
            onClick={() => void run(call('application.receive', { ids: chosen }))}
          >
            {t('receive')}
          </Button>
          <Button
            variant="default"
            disabled={none}
            onClick={() => void run(call('application.markReady', { ids: chosen }))}
          >
            {t('markReady')}
          </Button>
          <Button variant="default" disabled={none} onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button disabled={none} leftSection={<IconGavel size={16} aria-hidden />}>
                {t('toAgenda')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {drafts.length === 0 && <Menu.Item disabled>{t('noDraft')}</Menu.Item>}
              {drafts.map(({ id, title, sessionDate }) => (
                <Menu.Item
                  key={id}
                  onClick={() =>
                    void run(call('decision.extendAnnex', { id, applicationIds: chosen, action: 'accredit' }))
                  }
                >
                  {t('toDraft', { date: sessionDate ? formatDate(sessionDate) : '—' })}
                  {`: ${title[language]}`}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </IfMay>
      </div>
      {withdrawing && <WithdrawDialog ids={chosen} onDone={onClear} onClose={() => setWithdrawing(false)} />}
      <RefusalMessage refusal={refusal} withFields onClose={() => setRefusal(null)} />
    </>
  );
}
