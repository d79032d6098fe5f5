/** "Did they print well?": all of them, or not these, and what becomes of those. */
import { Autocomplete, Checkbox, Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '#shared/contract/print-queue.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import styles from './CertificatesScreen.module.css';

export type Judged = { paper: 'certificate' | 'badge'; entries: readonly QueueEntry[] };

/** More lines than this are looked for by number or name. */
const mostShown = 100;

export function JudgeDialog({ judged: { paper, entries }, onClose }: { judged: Judged; onClose: () => void }) {
  const { t } = useTranslation('print-queue');
  const [allWell, setAllWell] = useState(true);
  const [failed, setFailed] = useState<ReadonlySet<Id>>(new Set());
  const [fault, setFault] = useState('');
  const [then, setThen] = useState<'again' | 'nextNumber'>('again');
  const judge = () => {
    const ids = entries.map(({ certificateId }) => certificateId);
    const bad = allWell ? new Set<Id>() : failed;
    return call('printQueue.judge', {
      paper,
      well: ids.filter((id) => !bad.has(id)),
      failed: ids.filter((id) => bad.has(id)),
      fault: allWell ? '' : fault.trim(),
      nextNumber: !allWell && then === 'nextNumber' ? today() : null,
    });
  };
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t(`judgeTitle.${paper}`)}
      confirmLabel={t('confirm')}
      disabled={!allWell && (failed.size === 0 || fault.trim() === '')}
      onConfirm={judge}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('printed', { count: entries.length })}</Text>
        <Radio.Group
          aria-label={t(`judgeTitle.${paper}`)}
          value={allWell ? 'all' : 'notThese'}
          onChange={(picked) => setAllWell(picked === 'all')}
        >
          <Stack gap="xs">
            <Radio value="all" label={t('all')} />
            <Radio value="notThese" label={t('notThese')} />
          </Stack>
        </Radio.Group>
        {!allWell && (
          <>
            <FailedChoice entries={entries} failed={failed} onChange={setFailed} />
            <Autocomplete
              label={t('fault')}
              required
              maxLength={500}
              data={[t('faults.jam'), t('faults.ink'), t('faults.shift')]}
              value={fault}
              onChange={setFault}
            />
            {paper === 'certificate' && (
              <Radio.Group
                label={t('then')}
                value={then}
                onChange={(picked) => setThen(picked === 'again' ? 'again' : 'nextNumber')}
              >
                <Stack gap="xs" mt={4}>
                  <Radio value="again" label={t('again')} />
                  <Radio value="nextNumber" label={t('nextNumber')} />
                </Stack>
              </Radio.Group>
            )}
          </>
        )}
      </Stack>
    </ConfirmDialog>
  );
}

/** Those marked stay in sight whatever is searched for. */
function FailedChoice({
  entries,
  failed,
  onChange,
}: {
  entries: readonly QueueEntry[];
  failed: ReadonlySet<Id>;
  onChange: (failed: ReadonlySet<Id>) => void;
}) {
  const { t } = useTranslation('print-queue');
  const [search, setSearch] = useState('');
  const typed = foldForSearch(search);
  const marked = entries.filter(({ certificateId }) => failed.has(certificateId));
  const found = entries.filter(
    ({ certificateId, number, latin }) =>
      !failed.has(certificateId) && foldForSearch(`${number} ${latin}`).includes(typed),
  );
  const toggle = (id: Id): void => {
    const next = new Set(failed);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <>
      {entries.length > 8 && (
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          maxLength={200}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize
        mah={180}
        className={styles.judged}
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('failedList') }}
      >
        <Stack gap={6} p="xs">
          {[...marked, ...found.slice(0, mostShown)].map(({ certificateId, number, latin }) => (
            <Checkbox
              key={certificateId}
              label={`№ ${number} — ${latin}`}
              checked={failed.has(certificateId)}
              onChange={() => toggle(certificateId)}
            />
          ))}
          {found.length > mostShown && (
            <Text size="xs" c="dimmed">
              {t('more', { count: found.length - mostShown })}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </>
  );
}
