/** The very PDF of a sample person in the design being worked on, made again a moment after each change. */
import { Group, Select, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { observerCategories, type ObserverCategory } from '#shared/domain/records/application.ts';
import { badgeFormats, type BadgeFormat, type Design } from '#shared/domain/records/design.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { FieldFault, Refusal } from '#shared/domain/base/refusals.ts';
import type { Output } from '#shared/contract/index.ts';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { usePreferences } from '../../base/preferences.tsx';
import { call, newJob } from '../../base/office.ts';
import { useWording } from '../../base/wording.ts';
import styles from './DesignsScreen.module.css';

/** What is shown, whatever is being changed. */
export type Shown = { paper: BadgeFormat | 'certificate'; category: ObserverCategory; twoSided: boolean };

type Made = Output<'design.preview'>;

/** So long after the last keystroke; in milliseconds. */
const pause = 350;
const papers = ['certificate', ...badgeFormats] as const;

export function DesignPreview({
  design,
  faults,
  shown,
  onShow,
}: {
  design: Design;
  faults: readonly FieldFault[];
  shown: Shown;
  onShow: (shown: Shown) => void;
}) {
  const { t } = useTranslation(['designs', 'domain']);
  const { fault: words } = useWording();
  const { preferences } = usePreferences();
  // What is tried here changes no document: the office's own choice is where the sample begins.
  const [languages, setLanguages] = useState<readonly Language[]>(preferences.documentLanguages);
  const { made, refusal } = useSample(faults.length === 0 ? design : null, shown, languages);
  const paper = t(`formats.${shown.paper}`);
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <Group gap="xs" wrap="nowrap">
        <Select
          aria-label={t('previewPaper')}
          flex="2 1 0"
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          data={papers.map((value) => ({ value, label: t(`formats.${value}`) }))}
          value={shown.paper}
          onChange={(value) => onShow({ ...shown, paper: value ?? shown.paper })}
        />
        <Select
          aria-label={t('category')}
          flex="3 1 0"
          data={observerCategories.map((value) => ({ value, label: t(`domain:category.${value}`) }))}
          value={shown.category}
          onChange={(value) => onShow({ ...shown, category: value ?? shown.category })}
        />
      </Group>
      <LanguageChoice value={languages} onChange={setLanguages} />
      <div role="status" className={styles.verdict}>
        {faults.length > 0 ? (
          <ul className={styles.bad}>
            {faults.map((fault) => (
              <li key={`${fault.path} ${fault.code}`}>{words(fault)}</li>
            ))}
          </ul>
        ) : !made ? (
          <span className={styles.quiet}>{t('making')}</span>
        ) : made.unfit.length === 0 ? (
          <span className={styles.good}>{t('fits')}</span>
        ) : (
          <div className={styles.bad}>
            {t('unfit')}
            <ul>
              {made.unfit.map(({ face, field }) => (
                <li key={`${face}.${field}`}>
                  {t('unfitField', { face: t(`faces.${face}`), field: t(`fields.${field}`) })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <RefusalMessage refusal={refusal} />
      {made ? (
        <iframe
          className={styles.page}
          title={t('previewFrame', { paper })}
          src={`app://office/document/${made.token}.pdf#toolbar=0&navpanes=0&view=Fit`}
        />
      ) : (
        <Text className={styles.page} aria-hidden />
      )}
    </section>
  );
}

/** The sample as it was last made; null for a design that breaks a rule, which is not tried. */
function useSample(design: Design | null, { paper, category, twoSided }: Shown, languages: readonly Language[]) {
  const [made, setMade] = useState<Made | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (!design) return undefined;
    const asked = { wanted: true };
    const make = async (): Promise<void> => {
      const reply = await call('design.preview', {
        ...{ design, paper, category, twoSided, languages: [...languages], job: newJob() },
      });
      if (!asked.wanted) {
        if (reply.ok) void call('document.close', { token: reply.value.token });
        return;
      }
      setRefusal(reply.ok ? null : reply.refusal);
      if (reply.ok) setMade(reply.value);
    };
    const timer = setTimeout(() => void make(), pause);
    return () => {
      asked.wanted = false;
      clearTimeout(timer);
    };
  }, [design, paper, category, twoSided, languages]);
  // The one before is let go of only when another stands in its place: the page never goes blank while typing.
  const token = made?.token;
  useEffect(() => {
    if (token === undefined) return undefined;
    return () => void call('document.close', { token });
  }, [token]);
  return { made, refusal };
}
