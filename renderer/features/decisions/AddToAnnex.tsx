/** Choosing whom to put on the agenda: the ready of all bodies or of one, or the accredited for a revocation. */
import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import type { ApplicationFilter } from '../../../shared/contract/applications.ts';
import { maximumWindow } from '../../../shared/contract/operation.ts';
import type { Refusal } from '../../../shared/domain/errors.ts';
import type { Id } from '../../../shared/domain/primitives.ts';
import { sortKey } from '../../../shared/text/sort.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../app/i18n.ts';
import { call, useReading } from '../../app/office.ts';
import styles from './DecisionScreen.module.css';

const everywhere = 'all';

export function AddToAnnex({
  decision,
  action,
  onClose,
}: {
  decision: DecisionView['decision'];
  action: 'accredit' | 'revoke';
  onClose: () => void;
}) {
  const { t } = useTranslation(['decisions', 'common']);
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [body, setBody] = useState(everywhere);
  /** All ready people go on the agenda unless left out; a revocation takes only those named. */
  const [everybody, setEverybody] = useState(action === 'accredit');
  const [except, setExcept] = useState<ReadonlySet<Id>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const bodies = useReading('body.list', { eventId: decision.eventId });
  const filter: ApplicationFilter = {
    eventId: decision.eventId,
    search,
    statuses: [action === 'accredit' ? 'ready' : 'accredited'],
    bodyIds: body === everywhere ? [] : [body],
    countries: [],
    decisionIds: [],
    categories: [],
  };
  const sorting = { column: 'body', descending: false } as const;
  const shown = useReading(
    'application.list',
    { filter, sorting, language, offset: 0, limit: maximumWindow },
    { keepPrevious: true },
  );
  const found = useReading('application.select', { filter, sorting, language }, { keepPrevious: true });
  const isChosen = (id: Id) => everybody !== except.has(id);
  const all = found.data?.ids ?? [];
  const ids = all.filter(isChosen);
  const toggle = (id: Id): void => {
    const next = new Set(except);
    if (!next.delete(id)) next.add(id);
    setExcept(next);
  };
  const add = async (): Promise<void> => {
    setBusy(true);
    const reply = await call('decision.extendAnnex', { id: decision.id, applicationIds: ids, action });
    setBusy(false);
    if (reply.ok) onClose();
    else setRefusal(reply.refusal);
  };
  const bodyChoices = (bodies.data ?? [])
    .map(({ body: one }) => ({
      value: one.id,
      label: one.name[language],
      order: sortKey(one.name[language], language),
    }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ value, label }) => ({ value, label }));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={action === 'accredit' ? t('addTitle') : t('addRevokeTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm">
        <Group gap="sm">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            w={260}
            value={search}
            data-autofocus
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Select
            aria-label={t('body')}
            flex={1}
            searchable
            data={[{ value: everywhere, label: t('allBodies') }, ...bodyChoices]}
            value={body}
            onChange={(chosen) => setBody(chosen ?? everywhere)}
          />
        </Group>
        <div className={styles.people} tabIndex={0} role="region" aria-label={t('person')}>
          <table className={table.table}>
            <thead>
              <tr>
                <td className={table.narrow}>
                  <Checkbox
                    aria-label={t('chooseAll')}
                    checked={ids.length > 0 && ids.length === all.length}
                    indeterminate={ids.length > 0 && ids.length < all.length}
                    onChange={() => {
                      setEverybody(ids.length < all.length);
                      setExcept(new Set());
                    }}
                  />
                </td>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('body')}</th>
              </tr>
            </thead>
            <tbody>
              {(shown.data?.rows ?? []).map((row) => (
                <tr key={row.id}>
                  <td>
                    <Checkbox
                      aria-label={t('choose', { person: row.latin })}
                      checked={isChosen(row.id)}
                      onChange={() => toggle(row.id)}
                    />
                  </td>
                  <td>
                    {row.latin}
                    <span className={table.quiet}>{language === 'ru' ? row.ru : row.ky}</span>
                  </td>
                  <td>{row.body[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {shown.data?.total === 0 && <p className={table.quiet}>{t('addNone')}</p>}
        <RefusalMessage refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button disabled={ids.length === 0} loading={busy} onClick={() => void add()}>
            {t('addChosen', { count: ids.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
