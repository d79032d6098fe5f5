/** The words, row by row; only those in sight exist, each as high as its longest wording. */
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '#shared/domain/base/primitives.ts';
import { useLanguage } from '../../base/i18n.ts';
import { textOf, type WordRow } from './words.ts';
import styles from './WordingsScreen.module.css';

const usualHeight = 34;

export function WordsTable({ rows, onOpen }: { rows: readonly WordRow[]; onOpen: (key: string) => void }) {
  const { t } = useTranslation('wordings');
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <div role="table" aria-label={t('title')} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className={styles.sticky}>
          <div role="row" className={styles.head}>
            {languages.map((each) => (
              <span key={each} role="columnheader">
                {t(`columns.${each}`)}
              </span>
            ))}
            <span role="columnheader">
              <VisuallyHidden>{t('dialogTitle')}</VisuallyHidden>
            </span>
          </div>
        </div>
        <div role="rowgroup" className={styles.organisation} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={styles.row}
                style={{ transform: `translateY(${String(item.start)}px)` }}
              >
                {languages.map((each) => {
                  const text = textOf(row, each);
                  return (
                    <div key={each} role="cell" lang={text === null ? undefined : each} className={styles.word}>
                      {text ?? <span className={styles.absent}>—</span>}
                      {row.corrections[each] && <span className={styles.corrected}>{t('corrected')}</span>}
                    </div>
                  );
                })}
                <div role="cell" className={styles.edit}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('correct', { word: textOf(row, language) ?? textOf(row, 'ru') ?? '' })}
                    onClick={() => onOpen(row.key)}
                  >
                    <IconPencil size={16} stroke={1.6} aria-hidden />
                  </ActionIcon>
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
