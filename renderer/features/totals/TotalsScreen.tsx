/** The register's figures at the end of a day: in force, cumulative, per decision, organisation, kind and country. */
import { Alert, Button } from '@mantine/core';
import { IconPrinter, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Totals } from '#shared/contract/register.ts';
import type { IsoDate } from '#shared/domain/base/primitives.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import { Charts } from './Charts.tsx';
import { DecisionTotals } from './DecisionTotals.tsx';
import { OrganisationTotals, CountryTotals, KindTotals } from './StandingTables.tsx';
import { StatementDialog } from './StatementDialog.tsx';
import styles from './TotalsScreen.module.css';

export function TotalsScreen() {
  const { t } = useTranslation(['totals', 'statement']);
  const [stating, setStating] = useState(false);
  const election = useCurrentElection();
  const [day, setDay] = useState<IsoDate | null>(today());
  const [printing, setPrinting] = useState<Printing | null>(null);
  const shownDay = day ?? today();
  const totals = useReading('totals.at', { electionId: election.id, day: shownDay }, { keepPrevious: true });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() =>
              setPrinting({
                title: t('reconciliation.title'),
                request: { kind: 'figures', electionId: election.id, day: shownDay },
              })
            }
          >
            {t('reconciliation.print')}
          </Button>
          <SaveList
            list={{ kind: 'totals', electionId: election.id, day: shownDay }}
            total={totals.data ? linesOf(totals.data) : 0}
          />
          <Button
            variant="default"
            leftSection={<IconSpeakerphone size={16} aria-hidden />}
            onClick={() => setStating(true)}
          >
            {t('statement:open')}
          </Button>
        </>
      }
      toolbar={<DateInput label={t('day')} value={day} onChange={setDay} w={190} suggested={today()} />}
    >
      <Loaded reading={totals}>
        {(value) => (
          <>
            <Figures totals={value} />
            {value.ended && (
              <Alert color="yellow" role="note" mb="md">
                {t('ended')}
              </Alert>
            )}
            <Section title={t('byDecision')}>
              <DecisionTotals totals={value} />
            </Section>
            {value.accredited > 0 && (
              <Section title={t('charts.title')}>
                <Charts totals={value} />
              </Section>
            )}
            <div className={styles.columns}>
              <Section title={t('byOrganisation')}>
                <OrganisationTotals totals={value} />
              </Section>
              <div>
                <Section title={t('byKind')}>
                  <KindTotals totals={value} />
                </Section>
                <Section title={t('byCountry')}>
                  <CountryTotals totals={value} />
                </Section>
              </div>
            </div>
          </>
        )}
      </Loaded>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
      {stating && <StatementDialog onClose={() => setStating(false)} />}
    </Page>
  );
}

function Figures({ totals }: { totals: Totals }) {
  const { t } = useTranslation('totals');
  const language = useLanguage();
  const figures = ['accredited', 'withdrawn', 'revoked', 'inForce', 'organisations'] as const;
  return (
    <div className={styles.summary}>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div key={figure} className={figure === 'inForce' ? styles.main : undefined}>
            <dt>{t(figure)}</dt>
            <dd data-figure={figure}>{formatNumber(totals[figure], language)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.formula}>{t('formula')}</p>
      {!totals.ended && (
        <p className={styles.formula}>{t(agrees(totals) ? 'reconciliation.agrees' : 'reconciliation.disagrees')}</p>
      )}
    </div>
  );
}

/** Lines of the table that is saved: the whole, and one for each way of counting. */
const linesOf = ({ byOrganisation, byKind, byCountry, byCategory, bySex }: Totals): number =>
  1 + byOrganisation.length + byKind.length + byCountry.length + byCategory.length + bySex.length;

type Standing = Pick<Totals, 'accredited' | 'withdrawn' | 'revoked' | 'inForce'>;

/** Accredited - withdrawn - revoked = in force: in every row, in all, and the rows add up to the whole. */
function agrees(totals: Totals): boolean {
  const holds = ({ accredited, withdrawn, revoked, inForce }: Standing) => accredited - withdrawn - revoked === inForce;
  const inForce = totals.byOrganisation.reduce((sum, organisation) => sum + organisation.inForce, 0);
  return holds(totals) && totals.byOrganisation.every(holds) && inForce === totals.inForce;
}
