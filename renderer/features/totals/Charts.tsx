/** How many were accredited, as bars: by day, category and sex. Each bar says its number, so that nothing is colour alone. */
import { useTranslation } from 'react-i18next';
import type { Totals } from '../../../shared/contract/register.ts';
import { formatDate } from '../../../shared/text/dates.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import { useLanguage } from '../../app/i18n.ts';
import styles from './Charts.module.css';

type Bar = { key: string; label: string; value: number };

export function Charts({ totals }: { totals: Totals }) {
  const { t } = useTranslation(['totals', 'domain']);
  const byDay = totals.byDay.map(({ date, accredited }) => ({ key: date, label: formatDate(date), value: accredited }));
  const byCategory = totals.byCategory.map(({ category, accredited }) => ({
    key: category,
    label: t(`domain:category.${category}`),
    value: accredited,
  }));
  const bySex = totals.bySex.map(({ sex, accredited }) => ({
    key: sex ?? 'none',
    label: sex ? t(`domain:sex.${sex}`) : t('charts.notEntered'),
    value: accredited,
  }));
  const byKind = totals.byKind
    .map(({ kind, accredited }) => ({ key: kind, label: t(`domain:bodyKind.${kind}`), value: accredited }))
    .sort((a, b) => b.value - a.value);
  return (
    <div className={styles.charts}>
      <Chart title={t('charts.byDay')} bars={byDay} />
      <Chart title={t('byKind')} bars={byKind} />
      <Chart title={t('charts.byCategory')} bars={byCategory} />
      <Chart title={t('charts.bySex')} bars={bySex} />
    </div>
  );
}

function Chart({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const language = useLanguage();
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{title}</figcaption>
      <dl className={styles.bars}>
        {bars.map(({ key, label, value }) => (
          <div key={key} className={styles.row}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.track} aria-hidden>
                <span className={styles.bar} style={{ width: `${String((value / longest) * 100)}%` }} />
              </span>
              <span className={styles.value}>{formatNumber(value, language)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
