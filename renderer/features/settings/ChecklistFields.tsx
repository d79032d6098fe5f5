/** The papers asked for with an application: their names, whether each is required, and of whom it is asked. */
import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mostPapers, observerCategories } from '#shared/domain/records/application.ts';
import { organisationKinds } from '#shared/domain/records/organisation.ts';
import { isStandardPaper, paperDemands, type AskedPaper, type Checklist } from '#shared/domain/records/checklist.ts';
import { emptyTrilingual, isComplete } from '#shared/domain/base/primitives.ts';
import type { FaultsAt } from '../../components/faults.tsx';
import { nameOfPaper } from '../../components/paper-name.ts';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { useLanguage } from '../../base/i18n.ts';
import styles from './ChecklistFields.module.css';

const freshId = (): string => `paper-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

export function ChecklistFields({
  value,
  saved,
  onChange,
  at,
}: {
  value: Checklist;
  /** As the office keeps it: a paper that stands there already is switched off rather than taken away. */
  saved: Checklist;
  onChange: (value: Checklist) => void;
  at: FaultsAt;
}) {
  const { t } = useTranslation(['intake', 'domain']);
  const language = useLanguage();
  const put = (index: number, change: Partial<AskedPaper>) =>
    onChange(value.map((paper, place) => (place === index ? { ...paper, ...change } : paper)));
  const add = () =>
    onChange([
      ...value,
      { id: freshId(), name: emptyTrilingual, demand: 'required', categories: [], organisationKinds: [] },
    ]);
  return (
    <Section title={t('checklist.title')} hint={t('checklist.hint')}>
      <ul className={styles.list}>
        {value.map((asked, index) => {
          const { id, name, demand, categories, organisationKinds: kinds } = asked;
          const own = !isStandardPaper(id);
          const paper = own && !isComplete(name) ? t('checklist.unnamed') : nameOfPaper(asked, language);
          return (
            <li key={id} className={styles.paper}>
              <div className={styles.name}>
                {own ? (
                  <TrilingualInput
                    label={t('checklist.name', { index: index + 1 })}
                    required
                    layout="row"
                    value={name}
                    onChange={(given) => put(index, { name: given })}
                    error={at(`checklist.${String(index)}.name`)}
                  />
                ) : (
                  <strong>{paper}</strong>
                )}
              </div>
              <Select
                aria-label={t('checklist.demandOf', { paper })}
                allowDeselect={false}
                data={paperDemands.map((one) => ({ value: one, label: t(`checklist.demand.${one}`) }))}
                value={demand}
                onChange={(chosen) => {
                  if (chosen) put(index, { demand: chosen });
                }}
              />
              <MultiSelect
                aria-label={t('checklist.categories', { paper })}
                placeholder={categories.length === 0 ? t('checklist.allCategories') : undefined}
                disabled={demand === 'off'}
                data={observerCategories.map((one) => ({ value: one, label: t(`domain:category.${one}`) }))}
                value={categories}
                onChange={(chosen) =>
                  put(index, { categories: observerCategories.filter((one) => chosen.includes(one)) })
                }
              />
              <MultiSelect
                aria-label={t('checklist.organisationKinds', { paper })}
                placeholder={kinds.length === 0 ? t('checklist.allKinds') : undefined}
                disabled={demand === 'off'}
                data={organisationKinds.map((one) => ({ value: one, label: t(`domain:organisationKind.${one}`) }))}
                value={kinds}
                onChange={(chosen) =>
                  put(index, { organisationKinds: organisationKinds.filter((one) => chosen.includes(one)) })
                }
              />
              {!saved.some((one) => one.id === id) && (
                <ActionIcon
                  variant="default"
                  size={30}
                  aria-label={t('checklist.remove', { paper })}
                  onClick={() => onChange(value.filter((one) => one.id !== id))}
                >
                  <IconTrash size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        disabled={value.length >= mostPapers}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={add}
      >
        {t('checklist.add')}
      </Button>
    </Section>
  );
}
