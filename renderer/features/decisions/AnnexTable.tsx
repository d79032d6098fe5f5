/**
 * The rows of the annex: only those in sight exist, so that five hundred move as lightly as five. A draft's rows are
 * dragged by their handle with the mouse, or with the space bar and the arrows.
 */
import { Checkbox } from '@mantine/core';
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, type SortingStrategy } from '@dnd-kit/sortable';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnexLine } from '#shared/contract/decisions.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import table from '../../components/table.module.css';
import { AnnexRow } from './AnnexRow.tsx';
import { RowGap } from './RowGap.tsx';
import styles from './Annex.module.css';

/** Pixels, until a row is measured: a refusal has its ground and a button to change it below. */
const rowHeight = { accredit: 45, refuse: 75, revoke: 75 } as const;
/** The rows stay where they are while one is dragged: a line shows where it would stand. */
const keepStill: SortingStrategy = () => null;

export function AnnexTable({
  annex,
  isDraft,
  chosen,
  onChoose,
  onReason,
  onLetter,
  onMove,
  onPlace,
}: {
  annex: readonly AnnexLine[];
  isDraft: boolean;
  chosen: ReadonlySet<Id>;
  onChoose: (chosen: ReadonlySet<Id>) => void;
  onReason: (id: Id) => void;
  /** The letter to the organisation about one who was refused or revoked. */
  onLetter: (id: Id) => void;
  /** To a place counted from 1. */
  onMove: (id: Id, place: number) => void;
  /** Asks for the place to move to. */
  onPlace: (id: Id) => void;
}) {
  const { t } = useTranslation(['decisions', 'agenda']);
  const scroller = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const [dragged, setDragged] = useState<Id | null>(null);
  const ids = annex.map(({ row }) => row.applicationId);
  const picked = ids.filter((id) => chosen.has(id)).length;
  const draggedAt = dragged === null ? -1 : ids.indexOf(dragged);
  const virtual = useVirtualizer({
    count: annex.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight[annex[index]?.row.action ?? 'accredit'],
    getItemKey: (index) => ids[index] ?? index,
    overscan: 12,
    // The row that is dragged stays, however far the others are scrolled.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return draggedAt < 0 || shown.includes(draggedAt) ? shown : [...shown, draggedAt].sort((a, b) => a - b);
    },
  });
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const nameOf = (id: UniqueIdentifier) => annex[ids.indexOf(String(id))]?.person.latin ?? '';
  const placeOf = (id: UniqueIdentifier) => ids.indexOf(String(id)) + 1;
  const said = (id: UniqueIdentifier, at: UniqueIdentifier) => ({ person: nameOf(id), place: placeOf(at) });
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false;
      return t('agenda:lifted', said(active.id, active.id));
    },
    onDragOver: ({ active, over }) => {
      // A row is over its own place at once: that it was taken up is what has to be heard.
      moved.current ||= over?.id !== active.id;
      return over && moved.current ? t('agenda:over', said(active.id, over.id)) : undefined;
    },
    onDragEnd: ({ active, over }) => t('agenda:dropped', said(active.id, over?.id ?? active.id)),
    onDragCancel: ({ active }) => t('agenda:cancelled', { person: nameOf(active.id) }),
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    setDragged(null);
    if (over && over.id !== active.id) onMove(String(active.id), placeOf(over.id));
  };
  const toggle = (id: Id): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const items = virtual.getVirtualItems();
  const columns = isDraft ? 7 : 4;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('agenda:instructions') } }}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <SortableContext items={ids} strategy={keepStill} disabled={!isDraft}>
        <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={t('annex')}>
          <table className={table.table} aria-rowcount={annex.length + 1}>
            <thead>
              <tr>
                {isDraft && (
                  <>
                    <td className={table.narrow} />
                    <td className={table.narrow}>
                      <Checkbox
                        aria-label={t('chooseAll')}
                        checked={picked === annex.length}
                        indeterminate={picked > 0 && picked < annex.length}
                        onChange={() => onChoose(new Set(picked === annex.length ? [] : ids))}
                      />
                    </td>
                  </>
                )}
                <th scope="col" className={table.number}>
                  {t('place')}
                </th>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('organisation')}</th>
                <th scope="col">{t('decided')}</th>
                {isDraft && <td className={table.narrow} />}
              </tr>
            </thead>
            <tbody>
              {items.map((item, index) => {
                const line = annex[item.index];
                if (!line) return null;
                const gap = item.start - (items[index - 1]?.end ?? 0);
                return (
                  <AnnexRow
                    key={item.key}
                    line={line}
                    index={item.index}
                    last={annex.length - 1}
                    columns={columns}
                    gap={gap}
                    isDraft={isDraft}
                    isChosen={chosen.has(line.row.applicationId)}
                    measure={virtual.measureElement}
                    onToggle={toggle}
                    onReason={onReason}
                    onLetter={onLetter}
                    onMove={onMove}
                    onPlace={onPlace}
                  />
                );
              })}
              <RowGap columns={columns} height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
            </tbody>
          </table>
        </div>
      </SortableContext>
      <DragOverlay dropAnimation={null}>
        {dragged !== null && (
          <div className={styles.dragged}>
            <span>{placeOf(dragged)}</span> {nameOf(dragged)}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
