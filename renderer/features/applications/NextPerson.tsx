/** From one person to the next and back, in the order of the list the clerk came from; Ctrl+PageDown and Ctrl+PageUp. */
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Neighbours } from '#shared/contract/neighbours.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { lastListOf } from './people-list.ts';
import styles from './NextPerson.module.css';

const goTo = (id: Id | null): void => {
  if (id !== null) navigate({ screen: 'application', id });
};

export function NextPerson({ id }: { id: Id }) {
  const { t } = useTranslation('keyboard');
  const language = useLanguage();
  const election = useCurrentElection();
  const { data } = useReading('application.neighbours', { id, ...lastListOf(election.id), language });
  const [known, setKnown] = useState<Neighbours | null>(null);
  // Once received, one is no longer in the list of drafts: those who stood beside go on standing there.
  if (data && data.place !== null && data !== known) setKnown(data);
  const { previous = null, next = null } = known ?? {};
  const place = data?.place ?? null;
  const total = data?.total ?? 0;
  useEffect(() => {
    const listen = (pressed: KeyboardEvent): void => {
      if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey || pressed.shiftKey) return;
      if (pressed.key !== 'PageDown' && pressed.key !== 'PageUp') return;
      pressed.preventDefault();
      goTo(pressed.key === 'PageDown' ? next : previous);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [next, previous]);
  return (
    <div className={styles.next} role="group" aria-label={t('person.title')}>
      {place !== null && (
        <span className={styles.place}>
          {t('person.place', { place: formatNumber(place + 1, language), total: formatNumber(total, language) })}
        </span>
      )}
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('person.previous')}
        disabled={previous === null}
        onClick={() => goTo(previous)}
      >
        <IconChevronUp size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('person.next')}
        disabled={next === null}
        onClick={() => goTo(next)}
      >
        <IconChevronDown size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
