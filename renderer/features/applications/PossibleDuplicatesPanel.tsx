/** Who may be the same person, beside the form; the comparison opens from here and from the notice above "Save". */
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PossibleDuplicateRow } from '#shared/contract/applications.ts';
import type { ApplicationFields, NewVerdict } from '#shared/domain/records/application.ts';
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Id, Trilingual } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { useLikeness } from './likeness.ts';
import { verdictOn, type Suspicion } from './use-possible-duplicates.ts';
import styles from './duplicates.module.css';

export function PossibleDuplicatesPanel({
  id,
  suspicion,
  given,
  onCompare,
}: {
  id: Id | null;
  suspicion: Suspicion;
  given: readonly NewVerdict[];
  onCompare: (possibleDuplicate: PossibleDuplicateRow) => void;
}) {
  const { t } = useTranslation('duplicates');
  const language = useLanguage();
  const likeness = useLikeness();
  const { blocking, open, settled } = suspicion;
  const line = (possibleDuplicate: PossibleDuplicateRow, action: string) => {
    const { row } = possibleDuplicate;
    const kept = possibleDuplicate.verdict ?? verdictOn(given, row.id);
    return (
      <div key={row.id} className={styles.possibleDuplicate}>
        <NavLinkTo to={{ screen: 'application', id: row.id }}>{`${row.latin} (№ ${String(row.number)})`}</NavLinkTo>
        <div>{`${row.birthDate ? formatDate(row.birthDate) : '—'}, ${row.document || '—'}`}</div>
        <div>{row.organisation[language]}</div>
        <Text size="xs" c="dimmed">
          {likeness(possibleDuplicate)}
        </Text>
        {kept && (
          <Text size="sm" fw={600}>
            {t(`verdict.${kept.verdict}`)}
          </Text>
        )}
        {kept?.remark && <Text size="xs">{kept.remark}</Text>}
        <div className={styles.actions}>
          <Button variant="default" onClick={() => onCompare(possibleDuplicate)}>
            {action}
          </Button>
        </div>
      </div>
    );
  };
  if (!blocking && open.length === 0 && settled.length === 0) return null;
  return (
    <>
      {blocking && (
        <Section title={t('blocked')} hint={t('blockedHint')}>
          {line(blocking, t('compare'))}
        </Section>
      )}
      {open.length > 0 && (
        <Section title={t('title')} hint={t('hint')}>
          {open.map((possibleDuplicate) => line(possibleDuplicate, t('compare')))}
        </Section>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{t('settled', { count: settled.length })}</summary>
          {settled.map((possibleDuplicate) => line(possibleDuplicate, t('change')))}
          {id === null && <Text size="xs">{t('keptWithSave')}</Text>}
        </details>
      )}
    </>
  );
}

/** Above the save button, in sight while typing: that somebody alike is there. */
export function PossibleDuplicateNotice({
  suspicion,
  onCompare,
}: {
  suspicion: Suspicion;
  onCompare: (possibleDuplicate: PossibleDuplicateRow) => void;
}) {
  const { t } = useTranslation('duplicates');
  const first = suspicion.blocking ?? suspicion.open[0];
  if (!first) return null;
  const { latin: person, number } = first.row;
  return (
    <Alert color={suspicion.blocking ? 'red' : 'yellow'} role="status" py={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {suspicion.blocking
            ? t('noticeBlocked', { person, number })
            : suspicion.open.length === 1
              ? t('notice', { person, number })
              : t('noticeMany', { person, number, count: suspicion.open.length })}
        </Text>
        <Button variant="default" onClick={() => onCompare(first)}>
          {t('compare')}
        </Button>
      </Group>
    </Alert>
  );
}

/** The comparison that stands open, and where its verdict goes: to the register, or with the application to be saved. */
export function useComparison({
  id,
  fields,
  organisation,
  onGiven,
}: {
  id: Id | null;
  fields: ApplicationFields;
  organisation: Trilingual | null;
  onGiven: (verdict: NewVerdict) => void;
}) {
  const [possibleDuplicate, setPossibleDuplicate] = useState<PossibleDuplicateRow | null>(null);
  const settle = async (verdict: NewVerdict): Promise<Outcome<unknown>> => {
    if (id) return call('application.settleDuplicate', { id, ...verdict });
    onGiven(verdict);
    return done({});
  };
  const dialog = possibleDuplicate && (
    <CompareDialog
      key={possibleDuplicate.row.id}
      fields={fields}
      organisation={organisation}
      possibleDuplicate={possibleDuplicate}
      onSettle={
        possibleDuplicate.likeness.document === 'same'
          ? null
          : (verdict, remark) => settle({ other: possibleDuplicate.row.id, verdict, remark })
      }
      onClose={() => setPossibleDuplicate(null)}
    />
  );
  return { compare: setPossibleDuplicate, dialog };
}
