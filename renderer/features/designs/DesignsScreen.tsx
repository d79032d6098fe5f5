/** How certificates and badges look: changed here, seen at once on the very paper, and put in force when it fits. */
import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesignInForce } from '#shared/contract/designs.ts';
import { checkDesign } from '#shared/domain/design/rules.ts';
import type { Design } from '#shared/domain/records/design.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { useFaults } from '../../components/faults.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { useUnsavedChanges } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import { CategoriesTab } from './CategoriesTab.tsx';
import { DesignActions } from './DesignActions.tsx';
import { DesignPreview, type Shown } from './DesignPreview.tsx';
import { FieldsTab } from './FieldsTab.tsx';
import { PrintersTab } from './PrintersTab.tsx';
import { TextsTab } from './TextsTab.tsx';
import styles from './DesignsScreen.module.css';

const tabs = ['categories', 'fields', 'texts', 'printers'] as const;

export function DesignsScreen() {
  const current = useReading('design.current', {});
  const { t } = useTranslation('designs');
  if (current.data) return <DesignWork inForce={current.data} />;
  return (
    <Page title={t('title')} back={{ screen: 'settings' }}>
      <Loaded reading={current}>{() => null}</Loaded>
    </Page>
  );
}

function DesignWork({ inForce }: { inForce: DesignInForce }) {
  const { t } = useTranslation('designs');
  const [draft, setDraft] = useState<Design | null>(null);
  const [shown, setShown] = useState<Shown>({ paper: 'a6', category: 'short-term', twoSided: false });
  const design = draft ?? inForce.design;
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(inForce.design);
  const faults = checkDesign(design);
  const at = useFaults(faults);
  useUnsavedChanges(isChanged);
  const { version, officer, at: since } = inForce;
  const summary =
    since && officer ? t('inForce', { version, date: formatDateTime(since, clockOffset(since)), officer }) : t('own');
  const work = { design, onChange: setDraft, at, onShow: (next: Partial<Shown>) => setShown({ ...shown, ...next }) };
  return (
    <Page
      fixed
      title={t('title')}
      back={{ screen: 'settings' }}
      summary={isChanged ? t('changed') : summary}
      actions={
        <DesignActions
          design={design}
          isChanged={isChanged}
          isWrong={faults.length > 0}
          onTake={setDraft}
          onDone={() => setDraft(null)}
        />
      }
    >
      <div className={styles.columns}>
        <div className={styles.work} tabIndex={0} role="region" aria-label={t('title')}>
          <Tabs defaultValue="categories" keepMounted={false}>
            <Tabs.List>
              {tabs.map((tab) => (
                <Tabs.Tab key={tab} value={tab}>
                  {t(`tabs.${tab}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="categories" className={styles.panel ?? ''}>
              <CategoriesTab {...work} />
            </Tabs.Panel>
            <Tabs.Panel value="fields" className={styles.panel ?? ''}>
              <FieldsTab {...work} />
            </Tabs.Panel>
            <Tabs.Panel value="texts" className={styles.panel ?? ''}>
              <TextsTab {...work} />
            </Tabs.Panel>
            <Tabs.Panel value="printers" className={styles.panel ?? ''}>
              <PrintersTab />
            </Tabs.Panel>
          </Tabs>
        </div>
        <DesignPreview design={design} faults={faults} shown={shown} onShow={setShown} />
      </div>
    </Page>
  );
}
