/** What the palette offers for what is typed: records from the office, screens and actions from the program itself. */
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { OperationName } from '#shared/contract/index.ts';
import { mayCall } from '#shared/contract/roles.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { formatDate } from '#shared/text/dates.ts';
import { useCurrentElectionOrNone } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useOperator } from '../../base/operator.tsx';
import { RefusedError, useReading } from '../../base/office.ts';
import { formatRoute, type Route } from '../../base/route.ts';
import { sections } from '../../base/sections.ts';

export type Group = 'recent' | 'places' | 'people' | 'organisations' | 'decisions';
export type Offer = { key: string; group: Group; label: string; detail: string; to: Route };

const actions = [
  'newApplication',
  'import',
  'folderPhotos',
  'newOrganisation',
  'counter',
  'numberRegister',
  'printQueue',
  'designs',
  'wordings',
  'records',
  'operators',
] as const;

/** What a screen is for, where not every role may do it. */
const neededFor: Partial<Record<(typeof actions)[number], OperationName>> = {
  newApplication: 'application.save',
  import: 'import.choose',
  folderPhotos: 'photo.assign',
  newOrganisation: 'organisation.save',
};

/** A pause in typing of so many milliseconds asks the office. */
const pause = 120;

export type OffersFound = {
  offers: Offer[];
  peopleFound: number;
  peopleShown: number;
  /** The offers belong to what is typed now, not to what was typed before. */
  settled: boolean;
  /** Why a scanned code finds nobody. */
  refusal: Refusal | null;
};

export function useOffers(typed: string): OffersFound {
  const { t } = useTranslation('palette');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const election = useCurrentElectionOrNone();
  const operator = useOperator();
  const [search] = useDebouncedValue(typed.trim(), pause);
  const input = { electionId: election?.id ?? '', search, language };
  const asked = election !== null && search !== '';
  const { data, error, isPlaceholderData } = useReading('search.everything', input, {
    enabled: asked,
    keepPrevious: true,
  });
  // Before anything is typed: what was opened lately is what is most often wanted again.
  const { data: recent = [] } = useReading(
    'drafts.recent',
    { electionId: input.electionId },
    { enabled: election !== null },
  );
  // Anything but a code that is refused is a bug, and the screen's own boundary says so.
  if (error && !(error instanceof RefusedError)) throw error;
  const found = asked ? data : undefined;
  const words = foldForSearch(typed).split(' ');
  const offer = (group: Group, to: Route, label: string, detail = ''): Offer => ({
    key: `${group}${formatRoute(to)}`,
    group,
    label,
    detail,
    to,
  });
  const isAllowed = (action: (typeof actions)[number]): boolean => {
    const needed = neededFor[action];
    return needed === undefined || (operator !== null && mayCall(operator.role, needed));
  };
  const places = [
    ...actions.filter(isAllowed).map((action) => offer('places', { screen: action }, t(`action.${action}`))),
    ...sections.map((section) => offer('places', { screen: section }, common(`nav.${section}`))),
  ].filter(({ label }) => words.every((word) => foldForSearch(label).includes(word)));
  const people = (found?.people ?? []).map((person) =>
    offer(
      'people',
      { screen: 'application', id: person.id },
      person.latin,
      [`№ ${String(person.number)}`, person.document, person.certificateNumber, person.organisation[language]]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  const organisations = (found?.organisations ?? []).map(({ id, name }) =>
    offer('organisations', { screen: 'organisation', id }, name[language]),
  );
  const decisions = (found?.decisions ?? []).map(({ id, number, date, title }) =>
    offer(
      'decisions',
      { screen: 'decision', id },
      title[language],
      number === null ? t('draft') : [`№ ${number}`, date ? formatDate(date) : ''].filter(Boolean).join(' · '),
    ),
  );
  const opened = recent.map(({ kind, id, name, number, organisation }) =>
    offer(
      'recent',
      { screen: kind, id },
      name[language],
      [number === null ? '' : `№ ${number}`, organisation?.[language] ?? ''].filter(Boolean).join(' · '),
    ),
  );
  return {
    offers: [...(typed.trim() === '' ? opened : []), ...people, ...organisations, ...decisions, ...places],
    peopleFound: found?.peopleFound ?? 0,
    peopleShown: people.length,
    refusal: error?.refusal ?? null,
    settled: search === typed.trim() && (!asked || (found !== undefined && !isPlaceholderData)),
  };
}
