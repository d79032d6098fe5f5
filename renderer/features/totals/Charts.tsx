/** How many were accredited, as bars. Each bar says its number, so that nothing is colour alone. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartsOf, type Bar, type ChartKind } from '#shared/contract/charts.ts';
import type { Totals } from '#shared/contract/register.ts';
import { organisationKinds } from '#shared/domain/records/organisation.ts';
import { observerCategories } from '#shared/domain/records/application.ts';
import { Sex } from '#shared/domain/records/person.ts';
import { assertNever } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useLanguage } from '../../base/i18n.ts';
import styles from './Charts.module.css';

/** Bars that a chart shows at first: organisations and countries may be many. */
const firstBars = 10;

export function Charts({ totals }: { totals: Totals }) {
  const { t } = useTranslation('totals');
  const titles: Record<ChartKind, string> = {
    day: t('charts.byDay'),
    decision: t('byDecision'),
    kind: t('byKind'),
    category: t('charts.byCategory'),
    sex: t('charts.bySex'),
    organisation: t('byOrganisation'),
    country: t('byCountry'),
  };
  const label = useBarLabel(totals);
  return (
    <div className={styles.charts}>
      {chartsOf(totals).map(({ by, bars }) => (
        <Chart key={by} title={titles[by]} bars={bars} label={(of) => label(by, of)} />
      ))}
    </div>
  );
}

function useBarLabel(totals: Totals): (by: ChartKind, of: string) => string {
  const { t } = useTranslation(['totals', 'domain']);
  const language = useLanguage();
  return (by, of) => {
    if (of === '') return t('charts.notEntered');
    switch (by) {
      case 'day':
        return formatDate(of);
      case 'decision':
        return `№ ${totals.decisions.find(({ decisionId }) => decisionId === of)?.number ?? ''}`;
      case 'kind':
        return organisationKinds.flatMap((kind) => (kind === of ? t(`domain:organisationKind.${kind}`) : []))[0] ?? '';
      case 'category':
        return observerCategories.flatMap((one) => (one === of ? t(`domain:category.${one}`) : []))[0] ?? '';
      case 'sex':
        return Sex.options.flatMap((sex) => (sex === of ? t(`domain:sex.${sex}`) : []))[0] ?? '';
      case 'organisation':
        return totals.byOrganisation.find(({ organisationId }) => organisationId === of)?.name[language] ?? '';
      case 'country':
        return countryName(of, language);
      default:
        return assertNever(by);
    }
  };
}

function Chart({ title, bars, label }: { title: string; bars: readonly Bar[]; label: (of: string) => string }) {
  const { t } = useTranslation('totals');
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  const shown = all ? bars : bars.slice(0, firstBars);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{title}</figcaption>
      <dl className={styles.bars}>
        {shown.map(({ of, value }) => (
          <div key={of} className={styles.row}>
            <dt>{label(of)}</dt>
            <dd>
              <span className={styles.track} aria-hidden>
                <span className={styles.bar} style={{ width: `${String((value / longest) * 100)}%` }} />
              </span>
              <span className={styles.value}>{formatNumber(value, language)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {bars.length > firstBars && (
        <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('charts.showFew', { count: firstBars }) : t('charts.showAll', { count: bars.length })}
        </Button>
      )}
    </figure>
  );
}
