/** Columns ticked and put in order: dragged by their handle with the mouse, or with the space bar and the arrows. */
import { ActionIcon, Checkbox } from '@mantine/core';
import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
  type Announcements,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  SortableContext,
  arrayMove,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnChoice } from './list-columns.ts';
import styles from './ColumnsChoice.module.css';

export function ColumnsChoice({
  columns,
  onChange,
}: {
  columns: readonly ColumnChoice[];
  onChange: (columns: readonly ColumnChoice[]) => void;
}) {
  const { t } = useTranslation('lists');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const moved = useRef(false);
  const ids = columns.map(({ id }) => id);
  const said = (id: UniqueIdentifier, at: UniqueIdentifier) => ({
    column: columns.find((column) => column.id === id)?.title ?? '',
    place: ids.indexOf(String(at)) + 1,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false;
      return t('lifted', said(active.id, active.id));
    },
    onDragOver: ({ active, over }) => {
      // A column is over its own place at once: that it was taken up is what has to be heard.
      moved.current ||= over?.id !== active.id;
      return over && moved.current ? t('over', said(active.id, over.id)) : undefined;
    },
    onDragEnd: ({ active, over }) => t('dropped', said(active.id, over?.id ?? active.id)),
    onDragCancel: ({ active }) => t('cancelled', said(active.id, active.id)),
  };
  const move = (from: number, to: number) => onChange(arrayMove([...columns], from, to));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('instructions') } }}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className={styles.list} aria-label={t('columnsTitle')}>
          {columns.map((column, index) => (
            <ColumnRow
              key={column.id}
              column={column}
              first={index === 0}
              last={index === columns.length - 1}
              onToggle={() =>
                onChange(columns.map((one) => (one.id === column.id ? { ...one, shown: !one.shown } : one)))
              }
              onMove={(by) => move(index, index + by)}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

function ColumnRow({
  column,
  first,
  last,
  onToggle,
  onMove,
}: {
  column: ColumnChoice;
  first: boolean;
  last: boolean;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation('lists');
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, transform, transition, isDragging } = useSortable({
    id: column.id,
    attributes: { roleDescription: t('dragged') },
  });
  const name = { column: column.title };
  return (
    <li
      ref={setNodeRef}
      className={`${styles.row ?? ''} ${isDragging ? (styles.lifted ?? '') : ''}`}
      style={{ transform: transform ? `translateY(${String(transform.y)}px)` : undefined, transition }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        className={styles.handle}
        color="gray"
        size="sm"
        {...attributes}
        {...listeners}
        aria-label={t('drag', name)}
      >
        <IconGripVertical size={15} />
      </ActionIcon>
      <Checkbox size="xs" checked={column.shown} onChange={onToggle} label={column.title} />
      <ActionIcon color="gray" size="sm" disabled={first} aria-label={t('up', name)} onClick={() => onMove(-1)}>
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon color="gray" size="sm" disabled={last} aria-label={t('down', name)} onClick={() => onMove(1)}>
        <IconArrowDown size={15} />
      </ActionIcon>
    </li>
  );
}
