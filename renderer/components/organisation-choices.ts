/** The organisations to choose from, in the alphabet of the screens. */
import type { Id } from '#shared/domain/base/primitives.ts';
import { sortKey } from '#shared/text/sort.ts';
import { useCurrentElection } from '../base/current-election.tsx';
import { useLanguage } from '../base/i18n.ts';
import { useReading } from '../base/office.ts';

export function useOrganisationChoices(): { value: Id; label: string }[] {
  const language = useLanguage();
  const election = useCurrentElection();
  const organisations = useReading('organisation.list', { electionId: election.id });
  return (organisations.data ?? [])
    .map(({ organisation }) => ({
      value: organisation.id,
      label: organisation.name[language],
      order: sortKey(organisation.name[language], language),
    }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ value, label }) => ({ value, label }));
}
