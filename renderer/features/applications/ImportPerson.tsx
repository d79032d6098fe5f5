/** One row of the table: its person, its bad cells open for correction, those who are alike, and what becomes of it. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChange, ImportRow } from '#shared/contract/exchange.ts';
import { formatDate } from '#shared/text/dates.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import table from '../../components/table.module.css';
import { useMay, useOperator } from '../../base/operator.tsx';
import { useWording } from '../../base/wording.ts';
import { PermitDialog } from './HostCitizen.tsx';
import { useLikeness } from './likeness.ts';
import styles from './ImportScreen.module.css';

type MappedColumn = { letter: string; index: number };

export function ImportPerson({
  row,
  columns,
  onChange,
}: {
  row: ImportRow;
  columns: readonly MappedColumn[];
  onChange: (change: ImportChange) => void;
}) {
  const { t } = useTranslation('imports');
  const bad = new Set(row.faults.map(({ column }) => column));
  const skip = (on: boolean): void => onChange({ kind: 'skip', rows: [row.row], on });
  const told = !row.skipped && (row.faults.length > 0 || row.possibleDuplicates.length > 0 || row.hostCitizen);
  return (
    <>
      <tr className={row.skipped ? styles.skipped : undefined}>
        <td className={table.number}>{row.row}</td>
        <td>
          <Button variant="default" size="compact-sm" onClick={() => skip(!row.skipped)}>
            {row.skipped ? t('take') : t('skip')}
          </Button>
        </td>
        <td>
          <strong>{row.name}</strong> {row.given}
        </td>
        {columns.map(({ letter, index }) => (
          <td key={letter}>
            {!row.skipped && (bad.has(letter) || row.corrected.includes(index)) ? (
              <CellInput
                key={row.cells[index]}
                text={row.cells[index] ?? ''}
                label={t('edit', { column: letter, row: row.row })}
                bad={bad.has(letter)}
                onChange={(text) => onChange({ kind: 'cell', row: row.row, column: index, text })}
              />
            ) : (
              row.cells[index]
            )}
          </td>
        ))}
      </tr>
      {told && (
        <tr className={styles.told}>
          <td />
          <td colSpan={columns.length + 2}>
            <Troubles row={row} onChange={onChange} />
          </td>
        </tr>
      )}
    </>
  );
}

function Troubles({ row, onChange }: { row: ImportRow; onChange: (change: ImportChange) => void }) {
  const { t } = useTranslation('imports');
  const wording = useWording();
  const likeness = useLikeness();
  const [judging, setJudging] = useState(false);
  const [remark, setRemark] = useState('');
  const settle = (on: boolean): void => onChange({ kind: 'apart', row: row.row, on, remark: on ? remark.trim() : '' });
  return (
    <Stack gap={4} align="flex-start">
      {row.faults.map((fault) => (
        <Text size="sm" className={styles.fault} key={`${fault.column} ${fault.code}`}>
          {`${t('cell', { column: fault.column, row: fault.row })} (${fault.header}): ${wording.fault(fault)}`}
        </Text>
      ))}
      {row.possibleDuplicates.map((possibleDuplicate) => (
        <Text size="sm" key={`${String(possibleDuplicate.row)} ${String(possibleDuplicate.number)}`}>
          {t(possibleDuplicate.row === null ? 'alikeRegister' : 'alikeRow', {
            name: possibleDuplicate.name,
            number: possibleDuplicate.number ?? 0,
            row: possibleDuplicate.row ?? 0,
            birthDate: possibleDuplicate.birthDate ? formatDate(possibleDuplicate.birthDate) : '—',
            document: possibleDuplicate.document || '—',
            likeness: likeness(possibleDuplicate),
          })}
        </Text>
      ))}
      {row.possibleDuplicates.length > 0 && (
        <Group gap="xs">
          {row.apart && (
            <Text size="sm" fw={600}>
              {t('judgedApart')}
            </Text>
          )}
          <Button variant="default" size="compact-sm" onClick={() => (row.apart ? settle(false) : setJudging(true))}>
            {row.apart ? t('unapart') : t('apart')}
          </Button>
        </Group>
      )}
      {row.hostCitizen && <HostCitizenPermit row={row} onChange={onChange} />}
      {judging && (
        <ConfirmDialog
          opened
          title={t('apartTitle')}
          confirmLabel={t('apart')}
          onConfirm={() => {
            settle(true);
            return Promise.resolve(done({}));
          }}
          onClose={() => setJudging(false)}
        >
          <TextInput
            label={t('apartRemark')}
            maxLength={500}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
        </ConfirmDialog>
      )}
    </Stack>
  );
}

/** A head may allow a citizen of the host country here as on the application itself. */
function HostCitizenPermit({ row, onChange }: { row: ImportRow; onChange: (change: ImportChange) => void }) {
  const { t } = useTranslation(['duplicates', 'operators', 'domain']);
  const operator = useOperator();
  const mayAllow = useMay('application.disallowHostCitizen');
  const [asked, setAsked] = useState(false);
  const set = (leave: ImportRow['hostCitizenPermit']): void =>
    onChange({ kind: 'hostCitizenPermit', rows: [row.row], leave });
  return (
    <Group gap="xs">
      {row.hostCitizenPermit && (
        <Text size="sm">
          <strong>{t('host.leaveOf', { officer: operator?.name ?? '' })}</strong> {row.hostCitizenPermit.justification}
        </Text>
      )}
      <Button
        variant="default"
        size="compact-sm"
        disabled={!mayAllow}
        title={mayAllow ? undefined : t('operators:needs', { role: t('domain:role.head') })}
        onClick={() => (row.hostCitizenPermit ? set(null) : setAsked(true))}
      >
        {t(row.hostCitizenPermit ? 'host.undo' : 'host.allow')}
      </Button>
      {asked && (
        <PermitDialog
          title={t('host.dialogTitle')}
          reasonLabel={t('host.justification')}
          hint={t('host.justificationHint')}
          confirmLabel={t('host.give')}
          onConfirm={(justification) => {
            set({ justification });
            return Promise.resolve(done({}));
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </Group>
  );
}

/** Enter or leaving the cell takes the correction; Esc brings back what was there. */
function CellInput({
  text,
  label,
  bad,
  onChange,
}: {
  text: string;
  label: string;
  bad: boolean;
  onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  return (
    <TextInput
      aria-label={label}
      size="xs"
      miw={150}
      maxLength={500}
      error={bad}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed.trim() !== text) onChange(typed.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(text);
      }}
    />
  );
}
