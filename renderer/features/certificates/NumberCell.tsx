/** One cell of the register of numbers. */
import { useTranslation } from 'react-i18next';
import type { NumberRow } from '#shared/contract/number-register.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';

export type NumberColumn = 'number' | 'state' | 'person' | 'organisation' | 'issuedOn' | 'receiver' | 'remarks';

export function NumberCell({ column, row }: { column: NumberColumn; row: NumberRow }) {
  const { t } = useTranslation(['register', 'certificates']);
  const language = useLanguage();
  const { state, bearer } = row;
  switch (column) {
    case 'number': {
      const struck = state === 'void' || state === 'spoiled' || state === 'lost';
      if (struck) return <s aria-label={`${row.number}, ${t('struck')}`}>{row.number}</s>;
      return row.count > 1 ? `${row.number} – ${row.last}` : row.number;
    }
    case 'state':
      if (state === 'unused' || state === 'elsewhere') {
        return (
          <>
            {t(`states.${state}`)}
            {row.count > 1 && (
              <span className={table.quiet}>{t('run', { count: formatNumber(row.count, language) })}</span>
            )}
          </>
        );
      }
      return <StatusBadge kind="certificate" status={state} />;
    case 'person':
      return bearer ? (
        <>
          <NavLinkTo to={{ screen: 'application', id: bearer.applicationId }} className={table.name}>
            {bearer.latin}
          </NavLinkTo>
          {language !== 'en' && <span className={table.quiet}>{bearer[language]}</span>}
        </>
      ) : state === 'elsewhere' ? (
        <span title={t('elsewhereHint')}>{t('elsewhereHint')}</span>
      ) : null;
    case 'organisation':
      return bearer?.organisation;
    case 'issuedOn':
      return bearer && formatDate(bearer.issuedOn);
    case 'receiver':
      return (
        bearer?.receipt && (
          <>
            {bearer.receipt.to === 'self' ? t('certificates:self') : bearer.receipt.proxyName}
            <span className={table.quiet}>{formatDate(bearer.receipt.on)}</span>
          </>
        )
      );
    case 'remarks':
      return bearer && remarksOf(bearer).join('; ');
  }

  function remarksOf({ replaces, replacedBy, returnedOn, report }: NonNullable<NumberRow['bearer']>): string[] {
    return [
      ...(replaces ? [t('replaces', { number: replaces })] : []),
      ...(replacedBy ? [t('replacedBy', { number: replacedBy })] : []),
      ...(returnedOn ? [t('returnedOn', { date: formatDate(returnedOn) })] : []),
      ...(report === '' ? [] : [report]),
    ];
  }
}
