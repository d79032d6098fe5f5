/** Chooses a person of the register: those proposed, and whoever a search finds. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/contract/applications.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';

/** Milliseconds after the last letter; and as many as fit a list one can overlook. */
const pause = 200;
const most = 20;

export function PersonSelect({
  label,
  value,
  proposed,
  onChange,
}: {
  label: string;
  value: ApplicationRow | null;
  proposed: readonly ApplicationRow[];
  onChange: (person: ApplicationRow | null) => void;
}) {
  const { t } = useTranslation('folder-photos');
  const language = useLanguage();
  const election = useCurrentElection();
  const nameOf = ({ latin, number }: ApplicationRow): string => t('personOption', { name: latin, number });
  const [typed, setTyped] = useState(value ? nameOf(value) : '');
  const [search] = useDebouncedValue(typed, pause);
  const isSearch = search.trim() !== '' && (value === null || search !== nameOf(value));
  const filter = {
    electionId: election.id,
    search,
    ...{ statuses: [], organisationIds: [], countries: [], decisionIds: [], categories: [] },
  };
  const found = useReading(
    'application.list',
    { filter, sorting: { column: 'latin', descending: false }, language, offset: 0, limit: most },
    { keepPrevious: true, enabled: isSearch },
  );
  const people = new Map(
    [...(value ? [value] : []), ...proposed, ...(isSearch ? (found.data?.rows ?? []) : [])].map((one) => [one.id, one]),
  );
  return (
    <Select
      aria-label={label}
      placeholder={t('choosePerson')}
      searchable
      clearable
      // The office has searched, in every script: what it found is not sifted again.
      filter={({ options }) => options}
      nothingFoundMessage={t('noPerson')}
      data={[...people.values()].map((one) => ({ value: one.id, label: nameOf(one) }))}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id === null ? null : (people.get(id) ?? null))}
    />
  );
}
