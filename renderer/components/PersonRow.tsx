/** One row of the list of people. While a list scrolls, rows that stay in sight are not drawn anew. */
import { IconCalendarX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/contract/applications.ts';
import type { ExpiryConcern } from '#shared/domain/rules/document-expiry.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { NavLinkTo } from '../base/navigation.tsx';
import { RowCheckbox } from './RowCheckbox.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import styles from './PeopleTable.module.css';

export const columnIds = [
  'number',
  'latin',
  'ky',
  'ru',
  'organisation',
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
  language,
  person,
  stale,
  chosen,
  onToggle,
}: {
  /** Place in the whole list, from 0. */
  index: number;
  height: number;
  columns: readonly ColumnId[];
  language: Language;
  /** Undefined until the row is read. */
  person: ApplicationRow | undefined;
  /** Still shows what stood elsewhere. */
  stale: boolean;
  chosen: boolean;
  onToggle: (id: Id) => void;
}) {
  const { t } = useWords();
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
          <RowCheckbox
            label={t('choose', { person: person.latin })}
            checked={chosen}
            onToggle={() => onToggle(person.id)}
          />
        )}
      </td>
      {columns.map((column) => (
        <td key={column}>
          {person && (
            <div className={styles.clamp}>
              <PersonCell column={column} person={person} language={language} t={t} />
            </div>
          )}
        </td>
      ))}
    </tr>
  );
});

/** Asked for once in a row, not in every cell: a list that scrolls draws hundreds of cells in a frame. */
const useWords = () => useTranslation(['applications', 'domain', 'mrz']);
type Words = ReturnType<typeof useWords>['t'];

function PersonCell({
  column,
  person,
  language,
  t,
}: {
  column: ColumnId;
  person: ApplicationRow;
  language: Language;
  t: Words;
}) {
  switch (column) {
    case 'number':
      return person.number;
    case 'latin':
      return (
        <div className={styles.signed}>
          <NavLinkTo to={{ screen: 'application', id: person.id }} className={styles.name}>
            {person.latin}
          </NavLinkTo>
          {person.documentEnds && <DocumentEnds concern={person.documentEnds} t={t} />}
        </div>
      );
    case 'ky':
    case 'ru':
      return person[column] || '—';
    case 'organisation':
      return person.organisation[language];
    case 'category':
      return t(`domain:category.${person.category}`);
    case 'citizenship':
      return person.citizenship ? countryName(person.citizenship, language) : '—';
    case 'status':
      return <StatusBadge kind="application" status={person.status} />;
    case 'decision':
      return person.decisionNumber ? `№ ${person.decisionNumber}` : '—';
  }
}

/** Beside the name, whatever columns are shown: a document that ends too early must be seen before the agenda is made. */
function DocumentEnds({ concern, t }: { concern: ExpiryConcern; t: Words }) {
  const words = t('mrz:ends', { concern: t(`mrz:expiry.${concern}`) });
  return (
    <span role="img" aria-label={words} title={words} className={styles.ends}>
      <IconCalendarX size={15} aria-hidden />
    </span>
  );
}
