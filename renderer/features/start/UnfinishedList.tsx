/** Forms that were never saved: to go on with, or to throw away after a question. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptRow } from '#shared/contract/drafts.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import type { Route } from '../../base/route.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './StartScreen.module.css';

/** Where the work goes on: on the record's own screen, or in the form of the new record that was begun. */
function placeOf({ kind, recordId, key }: KeptRow): Route {
  if (recordId !== null) return { screen: kind, id: recordId };
  return kind === 'organisation' ? { screen: 'newOrganisation', work: key } : { screen: 'newApplication', work: key };
}

export function UnfinishedList({ rows }: { rows: readonly KeptRow[] }) {
  const { t } = useTranslation('drafts');
  const language = useLanguage();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<KeptRow | null>(null);
  const nameOf = ({ title }: KeptRow): string =>
    title[language] || title.ky || title.ru || title.en || t('unfinished.unnamed');
  const discard = async (row: KeptRow) => {
    const reply = await call('drafts.discard', { key: row.key });
    await client.invalidateQueries({ queryKey: ['drafts.unfinished'] });
    return reply;
  };
  return (
    <Section title={t('unfinished.title')} hint={t('unfinished.hint')}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.key} className={styles.unfinished}>
            <div>
              <div className={styles.name}>{nameOf(row)}</div>
              <div className={styles.quiet}>
                {t(`unfinished.${row.recordId === null ? 'new' : 'kept'}.${row.kind}`, {
                  time: formatDateTime(row.at, clockOffset(row.at)),
                })}
              </div>
            </div>
            <Button
              variant="default"
              aria-label={t('unfinished.discardNamed', { name: nameOf(row) })}
              onClick={() => setLeaving(row)}
            >
              {t('discard')}
            </Button>
            <Button
              aria-label={t('unfinished.continueNamed', { name: nameOf(row) })}
              onClick={() => navigate(placeOf(row))}
            >
              {t('unfinished.continue')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={leaving !== null}
        title={t('unfinished.discardTitle')}
        confirmLabel={t('discard')}
        danger
        onConfirm={() => (leaving ? discard(leaving) : undefined)}
        onClose={() => setLeaving(null)}
      >
        {leaving && t('unfinished.discardDetail', { name: nameOf(leaving) })}
      </ConfirmDialog>
    </Section>
  );
}
