/** The decisions in order, each with the total reached by it; several chosen are added up, their organisations counted once. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Totals } from '#shared/contract/register.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import table from '../../components/table.module.css';
import styles from './TotalsScreen.module.css';

export function DecisionTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation('totals');
  const language = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const { decisions } = totals;
  if (decisions.length === 0) return <p className={styles.hint}>{t('none')}</p>;
  const picked = decisions.filter(({ decisionId }) => chosen.has(decisionId));
  const people = picked.reduce((sum, { accredited }) => sum + accredited, 0);
  const organisations = new Set(picked.flatMap(({ organisationIds }) => organisationIds)).size;
  const toggle = (id: Id): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <table className={table.table}>
        <thead>
          <tr>
            <td className={table.narrow} />
            <th scope="col">{t('decision')}</th>
            <th scope="col">{t('date')}</th>
            <th scope="col" className={table.number}>
              {t('accredited')}
            </th>
            <th scope="col" className={table.number}>
              {t('refused')}
            </th>
            <th scope="col" className={table.number}>
              {t('revoked')}
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
          {decisions.map((decision) => (
            <tr key={decision.decisionId} className={chosen.has(decision.decisionId) ? table.chosen : undefined}>
              <td>
                <Checkbox
                  aria-label={t('choose', { number: decision.number })}
                  checked={chosen.has(decision.decisionId)}
                  onChange={() => toggle(decision.decisionId)}
                />
              </td>
              <td>
                <NavLinkTo to={{ screen: 'decision', id: decision.decisionId }} className={table.name}>
                  {`№ ${decision.number}`}
                </NavLinkTo>
              </td>
              <td>{formatDate(decision.date)}</td>
              <td className={table.number}>{number(decision.accredited)}</td>
              <td className={table.number}>{number(decision.refused)}</td>
              <td className={table.number}>{number(decision.revoked)}</td>
              <td className={table.number}>{number(decision.organisationIds.length)}</td>
              <td className={table.number}>{number(decision.cumulative)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {picked.length > 0 ? (
        <p className={styles.selection} role="status">
          {t('selection', { people: number(people), organisations: number(organisations) })}
        </p>
      ) : (
        <p className={styles.hint}>{t('selectionHint')}</p>
      )}
    </>
  );
}
