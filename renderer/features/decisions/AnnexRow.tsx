/** One person of the annex: place, name, organisation, what is decided; in a draft the handle to drag by and the arrows. */
import { ActionIcon, Button, Checkbox, UnstyledButton } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnexLine } from '#shared/contract/decisions.ts';
import { isComplete, type Id } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { RowGap } from './RowGap.tsx';
import styles from './Annex.module.css';

export function AnnexRow({
  line,
  index,
  last,
  columns,
  gap,
  isDraft,
  isChosen,
  measure,
  onToggle,
  onReason,
  onLetter,
  onMove,
  onPlace,
}: {
  line: AnnexLine;
  index: number;
  /** The index of the last row. */
  last: number;
  columns: number;
  /** Pixels above that stand for rows not in sight. */
  gap: number;
  isDraft: boolean;
  isChosen: boolean;
  measure: (row: HTMLTableRowElement | null) => void;
  onToggle: (id: Id) => void;
  onReason: (id: Id) => void;
  onLetter: (id: Id) => void;
  onMove: (id: Id, place: number) => void;
  onPlace: (id: Id) => void;
}) {
  const { t } = useTranslation(['decisions', 'agenda']);
  const language = useLanguage();
  const { person } = line;
  const id = line.row.applicationId;
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, isOver, isDragging, activeIndex } = useSortable({
    id,
    attributes: { roleDescription: t('agenda:dragged') },
  });
  const ref = useCallback(
    (row: HTMLTableRowElement | null) => {
      setNodeRef(row);
      measure(row);
    },
    [setNodeRef, measure],
  );
  const written = { ky: person.ky, ru: person.ru, en: person.latin }[language];
  const target = isOver && !isDragging ? (activeIndex > index ? styles.above : styles.below) : undefined;
  const marks = [isChosen && table.chosen, isDragging && styles.lifted, target].filter(Boolean).join(' ');
  return (
    <>
      <RowGap columns={columns} height={gap} />
      <tr ref={ref} data-index={index} aria-rowindex={index + 2} className={marks}>
        {isDraft && (
          <>
            <td className={styles.handle}>
              <ActionIcon
                color="gray"
                ref={setActivatorNodeRef}
                {...attributes}
                {...listeners}
                aria-label={t('agenda:drag', { person: person.latin })}
              >
                <IconGripVertical size={16} />
              </ActionIcon>
            </td>
            <td>
              <Checkbox
                aria-label={t('choose', { person: person.latin })}
                checked={isChosen}
                onChange={() => onToggle(id)}
              />
            </td>
          </>
        )}
        <td className={table.number}>
          {isDraft ? (
            <UnstyledButton
              className={styles.place}
              aria-label={t('agenda:placeOf', { person: person.latin, place: index + 1 })}
              onClick={() => onPlace(id)}
            >
              {index + 1}
            </UnstyledButton>
          ) : (
            index + 1
          )}
        </td>
        <td>
          <NavLinkTo to={{ screen: 'application', id }} className={table.name}>
            {person.latin}
          </NavLinkTo>
          {written !== person.latin && <span className={table.quiet}>{written}</span>}
        </td>
        <td>{person.organisation[language]}</td>
        <td>
          <Decided line={line} isDraft={isDraft} onReason={() => onReason(id)} onLetter={() => onLetter(id)} />
          {line.supersededBy && <Superseded by={line.supersededBy} />}
        </td>
        {isDraft && (
          <td className={table.narrow}>
            <ActionIcon
              color="gray"
              aria-label={t('up', { person: person.latin })}
              disabled={index === 0}
              onClick={() => onMove(id, index)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              color="gray"
              aria-label={t('down', { person: person.latin })}
              disabled={index === last}
              onClick={() => onMove(id, index + 2)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </td>
        )}
      </tr>
    </>
  );
}

/** What is decided of a person, with the ground where one is needed, and once adopted the letter about it. */
function Decided({
  line,
  isDraft,
  onReason,
  onLetter,
}: {
  line: AnnexLine;
  isDraft: boolean;
  onReason: () => void;
  onLetter: () => void;
}) {
  const { t } = useTranslation(['decisions', 'domain', 'decision-letters']);
  const language = useLanguage();
  const { action, reason } = line.row;
  if (action === 'accredit') return t(`domain:action.${action}`);
  const given = reason !== null && isComplete(reason);
  return (
    <>
      {t(`domain:action.${action}`)}
      <span className={given ? table.quiet : styles.missing}>{given ? reason[language] : t('reasonMissing')}</span>
      {isDraft ? (
        <Button variant="subtle" size="compact-sm" px={0} onClick={onReason}>
          {t('setReason')}
        </Button>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          px={0}
          aria-label={t('decision-letters:oneOf', { person: line.person.latin })}
          onClick={onLetter}
        >
          {t('decision-letters:one')}
        </Button>
      )}
    </>
  );
}

/** What was settled of this person when another laptop's decision was taken in. */
function Superseded({ by: { number, date, reason, officer } }: { by: NonNullable<AnnexLine['supersededBy']> }) {
  const { t } = useTranslation('decisions');
  const said = officer === '' ? t('supersededTwice', { number }) : t('supersededReason', { reason, officer });
  return (
    <span className={table.quiet}>{`${t('superseded', { number, date: date ? formatDate(date) : '—' })} ${said}`}</span>
  );
}
