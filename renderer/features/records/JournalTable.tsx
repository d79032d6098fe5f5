/** The lines of the journal, the newest first, each leading to the records it is about. */
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalFilter, JournalRow, Subject } from '#shared/contract/audit.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { WindowedTable } from '../../components/WindowedTable.tsx';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import type { Route } from '../../base/route.ts';
import { clockOffset } from '../../base/today.ts';
import { word } from '../../base/wording.ts';

const rowHeight = 46;
const widths = { line: 80, when: 150, who: '18%', what: '30%', about: undefined };
type Column = keyof typeof widths;

export function JournalTable({ filter, total }: { filter: JournalFilter; total: number }) {
  const { t } = useTranslation(['lists', 'records']);
  const language = useLanguage();
  const windowed = useWindowedRows<JournalRow>({
    queryKey: ['audit.lines', filter, language],
    total,
    rowHeight,
    read: (window) => call('audit.lines', { filter, language, ...window }),
  });
  return (
    <WindowedTable
      label={t('records:title')}
      total={total}
      columns={(Object.keys(widths) as Column[]).map((id) => {
        const width = widths[id];
        return { id, title: t(`columns.${id}`), ...(width === undefined ? {} : { width }) };
      })}
      windowed={windowed}
      rowHeight={rowHeight}
    >
      {(column, row) => <JournalCell column={column as Column} row={row} />}
    </WindowedTable>
  );
}

function JournalCell({ column, row }: { column: Column; row: JournalRow }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  switch (column) {
    case 'line':
      return formatNumber(row.seq, language);
    case 'when':
      return formatDateTime(row.at, clockOffset(row.at));
    case 'who':
      return row.who;
    case 'what':
      return word(`records:command.${row.command}`);
    case 'about':
      return (
        <>
          {row.subjects.map((subject, index) => (
            <Fragment key={`${subject.kind} ${subject.id}`}>
              {index > 0 && '; '}
              <SubjectName subject={subject} />
            </Fragment>
          ))}
          {row.more > 0 && ` ${t('more', { count: formatNumber(row.more, language) })}`}
        </>
      );
  }
}

function SubjectName({ subject: { kind, id, name } }: { subject: Subject }) {
  const screens: Partial<Record<Subject['kind'], Route>> = {
    application: { screen: 'application', id },
    organisation: { screen: 'organisation', id },
    decision: { screen: 'decision', id },
  };
  const to = screens[kind];
  return to ? <NavLinkTo to={to}>{name}</NavLinkTo> : name;
}
