/** What can be done with one certificate, by its state. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateRow } from '#shared/contract/certificates.ts';
import type { CertificateStatus } from '#shared/domain/records/certificate.ts';
import { DocumentPreview } from '../../components/DocumentPreview.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { ReplaceDialog, ReturnDialog } from './dialogs.tsx';
import { useMay } from '../../base/operator.tsx';

type Action = 'return' | 'spoiled' | 'lost' | 'replace' | 'incident';

const actionsOf: Record<CertificateStatus, readonly Action[]> = {
  reserved: ['spoiled'],
  printed: ['spoiled', 'lost'],
  issued: ['return', 'spoiled', 'lost'],
  returned: [],
  spoiled: ['replace', 'incident'],
  lost: ['replace', 'incident'],
  void: [],
};

export function RowMenu({ certificate }: { certificate: NonNullable<CertificateRow['certificate']> }) {
  const { t } = useTranslation(['certificates', 'incident']);
  const [action, setAction] = useState<Action | null>(null);
  const { id, number, status, successorId } = certificate;
  const mayChange = useMay('certificate.report');
  const actions = actionsOf[status].filter(
    (one) => one === 'incident' || (mayChange && (one !== 'replace' || successorId === null)),
  );
  const close = (): void => setAction(null);
  if (actions.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon color="gray" aria-label={t('more', { number })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((one) => (
            <Menu.Item key={one} onClick={() => setAction(one)}>
              {one === 'incident' ? t('incident:print') : t(one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {action === 'return' && <ReturnDialog ids={[id]} onClose={close} />}
      {(action === 'spoiled' || action === 'lost') && <ReportDialog id={id} as={action} onClose={close} />}
      <DocumentPreview
        printing={
          action === 'incident'
            ? { title: t('incident:print'), request: { kind: 'incident-report', certificateId: id } }
            : null
        }
        onClose={close}
      />
      {action === 'replace' && <ReplaceDialog id={id} number={number} onClose={close} />}
    </>
  );
}
