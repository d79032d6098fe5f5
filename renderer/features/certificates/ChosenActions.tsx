/** What can be done with the lines chosen: give numbers, print, issue. */
import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconHandGrab, IconNumbers, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { Printing } from '../../components/DocumentPreview.tsx';
import { IssueDialog, ReserveDialog, ReturnDialog } from './dialogs.tsx';
import type { Chosen } from './selected-row.ts';
import styles from './CertificatesScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

type Paper = 'printCertificates' | 'printBadges' | 'printSheetA6' | 'printSheetCard';

const requestOf: Record<Paper, (certificateIds: Id[]) => DocumentRequest> = {
  printCertificates: (certificateIds) => ({ kind: 'certificate', certificateIds }),
  printBadges: (certificateIds) => ({ kind: 'badge', certificateIds }),
  printSheetA6: (certificateIds) => ({ kind: 'badge', certificateIds, format: 'a6-sheet' }),
  printSheetCard: (certificateIds) => ({ kind: 'badge', certificateIds, format: 'card-sheet' }),
};
const papers = Object.keys(requestOf) as Paper[];

export function ChosenActions({
  chosen,
  total,
  onChooseAll,
  onClear,
  onReserved,
  onPrint,
}: {
  chosen: readonly Chosen[];
  total: number;
  onChooseAll: () => void;
  onClear: () => void;
  /** The new certificates, in the order of the people they were numbered for. */
  onReserved: (reserved: Chosen[]) => void;
  onPrint: (printing: Printing) => void;
}) {
  const { t } = useTranslation('certificates');
  const [dialog, setDialog] = useState<'reserve' | 'issue' | 'return' | null>(null);
  const without = chosen.filter(({ state }) => state === 'none').map(({ applicationId }) => applicationId);
  const printable = chosen.filter(({ state }) => state === 'reserved' || state === 'printed' || state === 'issued');
  const issuable = chosen
    .filter(({ state }) => state === 'printed')
    .flatMap(({ certificateId }) => certificateId ?? []);
  const issued = chosen.filter(({ state }) => state === 'issued').flatMap(({ certificateId }) => certificateId ?? []);
  return (
    <div className={styles.bar}>
      <span className={styles.words} role="status">
        {t('chosen', { count: chosen.length })}
      </span>
      {chosen.length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {t('clear')}
        </Button>
      )}
      <Button variant="subtle" disabled={total === 0} onClick={onChooseAll}>
        {t('chooseAll')}
      </Button>
      <IfMay call="certificate.reserve">
        <Button
          variant="default"
          disabled={without.length === 0}
          leftSection={<IconNumbers size={16} aria-hidden />}
          onClick={() => setDialog('reserve')}
        >
          {t('reserve')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button disabled={printable.length === 0} leftSection={<IconPrinter size={16} aria-hidden />}>
              {t('print')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {papers.map((paper) => (
              <Menu.Item
                key={paper}
                onClick={() =>
                  onPrint({
                    title: t(paper),
                    request: requestOf[paper](printable.flatMap(({ certificateId }) => certificateId ?? [])),
                    recorded: true,
                  })
                }
              >
                {t(paper)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="default"
          disabled={issuable.length === 0}
          leftSection={<IconHandGrab size={16} aria-hidden />}
          onClick={() => setDialog('issue')}
        >
          {t('issue')}
        </Button>
        {issued.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => setDialog('return')}
          >
            {t('returnMany')}
          </Button>
        )}
      </IfMay>
      {dialog === 'return' && <ReturnDialog ids={issued} onReturned={onClear} onClose={() => setDialog(null)} />}
      {dialog === 'reserve' && (
        <ReserveDialog
          applicationIds={without}
          onReserved={(ids) =>
            onReserved(
              without.flatMap((applicationId, index) => {
                const certificateId = ids[index];
                return certificateId ? { applicationId, certificateId, state: 'reserved' } : [];
              }),
            )
          }
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'issue' && (
        <IssueDialog certificateIds={issuable} onIssued={onClear} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
