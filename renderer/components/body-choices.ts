/** The bodies to choose from, in the alphabet of the screens. */
import type { Id } from '#shared/domain/base/primitives.ts';
import { sortKey } from '#shared/text/sort.ts';
import { useCurrentEvent } from '../base/current-event.tsx';
import { useLanguage } from '../base/i18n.ts';
import { useReading } from '../base/office.ts';

export function useBodyChoices(): { value: Id; label: string }[] {
  const language = useLanguage();
  const event = useCurrentEvent();
  const bodies = useReading('body.list', { eventId: event.id });
  return (bodies.data ?? [])
    .map(({ body }) => ({ value: body.id, label: body.name[language], order: sortKey(body.name[language], language) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ value, label }) => ({ value, label }));
}
