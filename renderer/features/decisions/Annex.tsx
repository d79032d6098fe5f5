/** The annex: who the decision is about, in order, and what is decided of each. */
import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnexLine, DecisionView } from '../../../shared/contract/decisions.ts';
import type { Outcome, Refusal } from '../../../shared/domain/errors.ts';
import { isComplete, type Id } from '../../../shared/domain/primitives.ts';
import { sortKey } from '../../../shared/text/sort.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../app/i18n.ts';
import { NavLinkTo } from '../../app/navigation.tsx';
import { call } from '../../app/office.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RevocationDialog } from './RevocationDialog.tsx';
import styles from './DecisionScreen.module.css';

export function Annex({ view }: { view: DecisionView }) {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const { decision, annex } = view;
  const isDraft = decision.status === 'draft';
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [adding, setAdding] = useState<'accredit' | 'revoke' | null>(null);
  const [reasoning, setReasoning] = useState<Id[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const present = annex.map(({ row }) => row.applicationId);
  const picked = present.filter((id) => chosen.has(id));

  const run = async (change: Promise<Outcome<unknown>>): Promise<void> => {
    const reply = await change;
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok) setChosen(new Set());
  };
  const order = (ids: Id[]) => run(call('decision.orderAnnex', { id: decision.id, applicationIds: ids }));
  const orderBy = (key: (line: AnnexLine) => string): void => {
    const keyed = annex.map((line) => ({ id: line.row.applicationId, key: key(line) }));
    void order(keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ id }) => id));
  };
  const move = (index: number, by: number): void => {
    const ids = [...present];
    const [moved] = ids.splice(index, 1);
    if (!moved) return;
    ids.splice(index + by, 0, moved);
    void order(ids);
  };
  const name = ({ person }: AnnexLine) =>
    language === 'ky' ? person.ky : language === 'ru' ? person.ru : person.latin;
  const toggle = (id: Id): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const decidable =
    picked.length > 0 && annex.every(({ row }) => !chosen.has(row.applicationId) || row.action !== 'revoke');

  return (
    <Section
      title={`${t('annex')} — ${t('total', { count: annex.length })}`}
      aside={
        isDraft && (
          <div className={styles.bar}>
            <Button variant="default" onClick={() => orderBy((line) => sortKey(line.person.latin, 'en'))}>
              {t('byAlphabet')}
            </Button>
            <Button
              variant="default"
              onClick={() =>
                orderBy(
                  (line) => `${sortKey(line.person.body[language], language)}|${sortKey(line.person.latin, 'en')}`,
                )
              }
            >
              {t('byBody')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUserMinus size={16} aria-hidden />}
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
        <table className={table.table}>
          <thead>
            <tr>
              {isDraft && (
                <td className={table.narrow}>
                  <Checkbox
                    aria-label={t('chooseAll')}
                    checked={picked.length === annex.length}
                    indeterminate={picked.length > 0 && picked.length < annex.length}
                    onChange={() => setChosen(new Set(picked.length === annex.length ? [] : present))}
                  />
                </td>
              )}
              <th scope="col" className={table.number}>
                {t('place')}
              </th>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('body')}</th>
              <th scope="col">{t('decided')}</th>
              {isDraft && <td className={table.narrow} />}
            </tr>
          </thead>
          <tbody>
            {annex.map((line, index) => (
              <tr
                key={line.row.applicationId}
                className={chosen.has(line.row.applicationId) ? table.chosen : undefined}
              >
                {isDraft && (
                  <td>
                    <Checkbox
                      aria-label={t('choose', { person: line.person.latin })}
                      checked={chosen.has(line.row.applicationId)}
                      onChange={() => toggle(line.row.applicationId)}
                    />
                  </td>
                )}
                <td className={table.number}>{index + 1}</td>
                <td>
                  <NavLinkTo to={{ screen: 'application', id: line.row.applicationId }} className={table.name}>
                    {line.person.latin}
                  </NavLinkTo>
                  {name(line) !== line.person.latin && <span className={table.quiet}>{name(line)}</span>}
                </td>
                <td>{line.person.body[language]}</td>
                <td>
                  <Decided line={line} onReason={isDraft ? () => setReasoning([line.row.applicationId]) : null} />
                </td>
                {isDraft && (
                  <td className={table.narrow}>
                    <ActionIcon
                      color="gray"
                      aria-label={t('up', { person: line.person.latin })}
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    >
                      <IconArrowUp size={16} />
                    </ActionIcon>
                    <ActionIcon
                      color="gray"
                      aria-label={t('down', { person: line.person.latin })}
                      disabled={index === annex.length - 1}
                      onClick={() => move(index, 1)}
                    >
                      <IconArrowDown size={16} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding === 'accredit' && <AgendaDialog decision={decision} onClose={() => setAdding(null)} />}
      {adding === 'revoke' && <RevocationDialog decision={decision} onClose={() => setAdding(null)} />}
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

/** What is decided of a person, with the ground where one is needed. */
function Decided({ line, onReason }: { line: AnnexLine; onReason: (() => void) | null }) {
  const { t } = useTranslation(['decisions', 'domain']);
  const language = useLanguage();
  const { action, reason } = line.row;
  if (action === 'accredit') return t(`domain:action.${action}`);
  const given = reason !== null && isComplete(reason);
  return (
    <>
      {t(`domain:action.${action}`)}
      <span className={given ? table.quiet : styles.missing}>{given ? reason[language] : t('reasonMissing')}</span>
      {onReason && (
        <Button variant="subtle" size="compact-sm" px={0} onClick={onReason}>
          {t('setReason')}
        </Button>
      )}
    </>
  );
}
