/** One row of the list of people. While a list scrolls, rows that stay in sight are not drawn anew. */
import { Checkbox } from '@mantine/core';
import { IconCalendarX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '../../shared/contract/applications.ts';
import type { ExpiryConcern } from '../../shared/domain/document-expiry.ts';
import type { Id } from '../../shared/domain/primitives.ts';
import { countryName } from '../../shared/text/countries.ts';
import { useLanguage } from '../app/i18n.ts';
import { NavLinkTo } from '../app/navigation.tsx';
import { StatusMark } from './StatusMark.tsx';
import styles from './PeopleTable.module.css';

export const columnIds = [
  'number',
  'latin',
  'ky',
  'ru',
  'body',
  'category',
  'citizenship',
  'status',
  'decision',
] as const;
export type ColumnId = (typeof columnIds)[number];

export const PersonRow = memo(function PersonRow({
  index,
  height,
  columns,
  person,
  stale,
  chosen,
  onToggle,
}: {
  /** Place in the whole list, from 0. */
  index: number;
  height: number;
  columns: readonly ColumnId[];
  /** Undefined until the row is read. */
  person: ApplicationRow | undefined;
  /** Still shows what stood elsewhere. */
  stale: boolean;
  chosen: boolean;
  onToggle: (id: Id) => void;
}) {
  const { t } = useTranslation('applications');
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      data-stale={stale || undefined}
      className={chosen ? styles.chosen : undefined}
      style={{ height }}
    >
      <td className={styles.check}>
        {person && (
          <Checkbox
            aria-label={t('choose', { person: person.latin })}
            checked={chosen}
            onChange={() => onToggle(person.id)}
          />
        )}
      </td>
      {columns.map((column) => (
        <td key={column}>
          {person && (
            <div className={styles.clamp}>
              <PersonCell column={column} person={person} />
            </div>
          )}
        </td>
      ))}
    </tr>
  );
});

function PersonCell({ column, person }: { column: ColumnId; person: ApplicationRow }) {
  const { t } = useTranslation('domain');
  const language = useLanguage();
  switch (column) {
    case 'number':
      return person.number;
    case 'latin':
      return (
        <div className={styles.signed}>
          <NavLinkTo to={{ screen: 'application', id: person.id }} className={styles.name}>
            {person.latin}
          </NavLinkTo>
          {person.documentEnds && <DocumentEnds concern={person.documentEnds} />}
        </div>
      );
    case 'ky':
    case 'ru':
      return person[column] || '—';
    case 'body':
      return person.body[language];
    case 'category':
      return t(`category.${person.category}`);
    case 'citizenship':
      return person.citizenship ? countryName(person.citizenship, language) : '—';
    case 'status':
      return <StatusMark kind="application" status={person.status} />;
    case 'decision':
      return person.decisionNumber ? `№ ${person.decisionNumber}` : '—';
  }
}

/** Beside the name, whatever columns are shown: a document that ends too early must be seen before the agenda is made. */
function DocumentEnds({ concern }: { concern: ExpiryConcern }) {
  const { t } = useTranslation('mrz');
  const words = t('ends', { concern: t(`expiry.${concern}`) });
  return (
    <span role="img" aria-label={words} title={words} className={styles.ends}>
      <IconCalendarX size={15} aria-hidden />
    </span>
  );
}
