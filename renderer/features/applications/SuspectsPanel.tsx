/** Who may be the same person: shown side by side, and the clerk's verdict is kept. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView } from '../../../shared/contract/applications.ts';
import type { ApplicationFields } from '../../../shared/domain/application.ts';
import type { Refusal } from '../../../shared/domain/errors.ts';
import type { Id } from '../../../shared/domain/primitives.ts';
import { formatDate } from '../../../shared/text/dates.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { NavLinkTo } from '../../app/navigation.tsx';
import { call, useReading } from '../../app/office.ts';
import styles from './ApplicationForm.module.css';

export function SuspectsPanel({ kept, fields }: { kept: ApplicationView | null; fields: ApplicationFields }) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const event = useCurrentEvent();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const id = kept?.application.id ?? null;
  const typed = useReading(
    'application.suspects',
    { id, eventId: event.id, fields },
    { enabled: fields.birthDate !== null && fields.names.latin.surname.trim() !== '', keepPrevious: true },
  );
  const suspects = typed.data ?? kept?.suspects ?? [];
  if (suspects.length === 0) return null;
  const settle = async (other: Id, verdict: 'same-person' | 'different-people'): Promise<void> => {
    if (!id) return;
    const reply = await call('application.settleDuplicate', { id, other, verdict, remark: '' });
    setRefusal(reply.ok ? null : reply.refusal);
  };
  return (
    <Section title={t('suspects')} hint={t('suspectsHint')}>
      {suspects.map(({ row, verdict }) => (
        <div key={row.id} className={styles.suspect}>
          <NavLinkTo to={{ screen: 'application', id: row.id }}>{`${row.latin} (№ ${String(row.number)})`}</NavLinkTo>
          <div>{language === 'ru' ? row.ru : row.ky}</div>
          <div>{`${row.birthDate ? formatDate(row.birthDate) : '—'}, ${row.document || '—'}`}</div>
          <div>{row.body[language]}</div>
          <StatusMark kind="application" status={row.status} />
          {verdict && (
            <Text size="sm" fw={600}>
              {t(`verdict.${verdict}`)}
            </Text>
          )}
          {id && (
            <div className={styles.actions}>
              <Button variant="default" onClick={() => void settle(row.id, 'different-people')}>
                {t('different')}
              </Button>
              <Button variant="default" onClick={() => void settle(row.id, 'same-person')}>
                {t('same')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <RefusalMessage refusal={refusal} />
    </Section>
  );
}
