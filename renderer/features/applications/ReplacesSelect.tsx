/** Whose place an application takes: only a withdrawn one gives its place to another. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';

export function ReplacesSelect({
  value,
  disabled,
  onChange,
}: {
  value: Id | null;
  disabled: boolean;
  onChange: (value: Id | null) => void;
}) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const election = useCurrentElection();
  const withdrawn = useReading('application.list', {
    filter: {
      electionId: election.id,
      search: '',
      statuses: ['withdrawn'],
      organisationIds: [],
      countries: [],
      decisionIds: [],
      categories: [],
    },
    sorting: { column: 'latin', descending: false },
    language,
    offset: 0,
    limit: 500,
  });
  const rows = withdrawn.data?.rows ?? [];
  if (rows.length === 0 && value === null) return null;
  return (
    <Select
      label={t('replaces')}
      disabled={disabled}
      clearable
      placeholder={t('noReplaces')}
      data={rows.map(({ id, latin, number }) => ({ value: id, label: `${latin} (№ ${String(number)})` }))}
      value={value}
      onChange={onChange}
    />
  );
}
