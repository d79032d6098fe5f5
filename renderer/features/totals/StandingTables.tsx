/** In force = accredited - withdrawn - revoked, per organisation, per kind of organisation and per country. */
import { useTranslation } from 'react-i18next';
import type { Totals } from '#shared/contract/register.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { sortKey } from '#shared/text/sort.ts';
import { useLanguage } from '../../base/i18n.ts';
import table from '../../components/table.module.css';

type Standing = { accredited: number; withdrawn: number; revoked: number; inForce: number };
type Row = Standing & { key: string; name: string };

export function OrganisationTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation('totals');
  const language = useLanguage();
  const rows = totals.byOrganisation.map((organisation) => ({
    ...organisation,
    key: organisation.organisationId,
    name: organisation.name[language],
  }));
  return <StandingTable heading={t('organisation')} rows={rows} total={totals} />;
}

export function KindTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation(['totals', 'domain']);
  const rows = totals.byKind.map((one) => ({ ...one, key: one.kind, name: t(`domain:organisationKind.${one.kind}`) }));
  return <StandingTable heading={t('kind')} rows={rows} total={totals} />;
}

export function CountryTotals({ totals }: { totals: Totals }) {
  const { t } = useTranslation('totals');
  const language = useLanguage();
  const rows = totals.byCountry.map((one) => ({
    ...one,
    key: one.country,
    name: one.country === '' ? '—' : countryName(one.country, language),
  }));
  return <StandingTable heading={t('country')} rows={rows} total={totals} />;
}

function StandingTable({ heading, rows, total }: { heading: string; rows: readonly Row[]; total: Standing }) {
  const { t } = useTranslation('totals');
  const language = useLanguage();
  const columns = ['accredited', 'withdrawn', 'revoked', 'inForce'] as const;
  const sorted = rows
    .map((row) => ({ row, order: sortKey(row.name, language) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={table.number}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.key}>
            <td>{row.name}</td>
            {columns.map((column) => (
              <td key={column} className={table.number}>
                {formatNumber(row[column], language)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className={table.total}>
          <td>{t('total')}</td>
          {columns.map((column) => (
            <td key={column} className={table.number}>
              {formatNumber(total[column], language)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
