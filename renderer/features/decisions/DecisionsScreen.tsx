/** The commission's decisions in this election: drafts first, then the adopted, the latest on top. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { moveAmongRows } from '../../components/row-keys.ts';
import table from '../../components/table.module.css';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo, navigate } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { newDecisionFields } from './new-decision.ts';
import { IfMay } from '../../base/operator.tsx';

export function DecisionsScreen() {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const election = useCurrentElection();
  const decisions = useReading('decision.list', { electionId: election.id });
  const settings = useReading('office.settings', {});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const draft = async (): Promise<void> => {
    if (!settings.data) return;
    const reply = await call('decision.draft', { electionId: election.id, fields: newDecisionFields(settings.data) });
    if (reply.ok) navigate({ screen: 'decision', id: reply.value.id });
    else setRefusal(reply.refusal);
  };
  const add = (
    <IfMay call="decision.draft">
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void draft()}>
        {t('new')}
      </Button>
    </IfMay>
  );
  const number = (value: number) => formatNumber(value, language);
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('summary', { count: decisions.data?.length ?? 0 })}
      actions={
        <>
          <SaveList list={{ kind: 'decisions', electionId: election.id }} total={decisions.data?.length ?? 0} />
          {add}
        </>
      }
    >
      <RefusalMessage refusal={refusal} withFields onClose={() => setRefusal(null)} />
      <Loaded reading={decisions}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('empty')} detail={t('emptyDetail')}>
              {add}
            </EmptyState>
          ) : (
            <div className={table.scroll} tabIndex={0} role="region" aria-label={t('title')} onKeyDown={moveAmongRows}>
              <table className={`${table.table ?? ''} ${table.wide ?? ''}`}>
                <thead>
                  <tr>
                    <th scope="col">{t('number')}</th>
                    <th scope="col">{t('status')}</th>
                    <th scope="col">{t('date')}</th>
                    <th scope="col">{t('actTitle')}</th>
                    <th scope="col" className={table.number}>
                      {t('accredit')}
                    </th>
                    <th scope="col" className={table.number}>
                      {t('refuse')}
                    </th>
                    <th scope="col" className={table.number}>
                      {t('revoke')}
                    </th>
                    <th scope="col" className={table.number}>
                      {t('organisations')}
                    </th>
                    <th scope="col" className={table.number}>
                      {t('cumulative')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((decision) => (
                    <tr key={decision.id}>
                      <td className={table.narrow}>
                        <NavLinkTo to={{ screen: 'decision', id: decision.id }} className={table.name}>
                          {decision.number ? `№ ${decision.number}` : t('draft')}
                        </NavLinkTo>
                      </td>
                      <td className={table.narrow}>
                        <StatusBadge kind="decision" status={decision.status} />
                      </td>
                      <td className={table.narrow}>
                        {decision.date
                          ? formatDate(decision.date)
                          : decision.sessionDate
                            ? t('sessionOf', { date: formatDate(decision.sessionDate) })
                            : '—'}
                      </td>
                      <td>{decision.title[language]}</td>
                      <td className={table.number}>{number(decision.accredit)}</td>
                      <td className={table.number}>{number(decision.refuse)}</td>
                      <td className={table.number}>{number(decision.revoke)}</td>
                      <td className={table.number}>{number(decision.organisations)}</td>
                      <td className={table.number}>
                        {decision.cumulative === null ? '—' : number(decision.cumulative)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
