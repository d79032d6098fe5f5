/**
 * Lists of certificates and badges to print: by organisation, by decision, the register, and a day's sheet of signatures. Last the
 * page by which badges are checked where the office is not, for its list is one of them too.
 */
import { Button, Menu } from '@mantine/core';
import { IconDeviceMobile, IconList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { Printing } from '../../components/DocumentPreview.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import { IfMay } from '../../base/operator.tsx';
import { showToast } from '../../base/toast.ts';
import { useWording } from '../../base/wording.ts';
import { SignatureSheetDialog } from './SignatureSheetDialog.tsx';

/** With an organisation or a decision chosen in the list above, its own lists come first. */
export function ListsMenu({
  organisationId,
  decisionId,
  onPrint,
}: {
  organisationId: Id | null;
  decisionId: Id | null;
  onPrint: (printing: Printing) => void;
}) {
  const { t } = useTranslation(['certificates', 'verifier']);
  const { id: electionId } = useCurrentElection();
  const language = useLanguage();
  const wording = useWording();
  const [asking, setAsking] = useState(false);
  const saveVerifier = async (): Promise<void> => {
    const reply = await call('certificate.saveVerifier', { electionId, language });
    if (!reply.ok) showToast(wording.refusal(reply.refusal), { color: 'red' });
    else if (reply.value.saved) showToast(t('verifier:save.saved'));
  };
  const lists: [title: string, request: DocumentRequest][] = [];
  if (organisationId) {
    lists.push(
      [t('listOfOrganisation'), { kind: 'badge-list', electionId, scope: { kind: 'organisation', organisationId } }],
      [t('issueLogOfOrganisation'), { kind: 'issue-log', electionId, organisationId, only: 'all' }],
      [t('uncollectedOfOrganisation'), { kind: 'issue-log', electionId, organisationId, only: 'uncollected' }],
    );
  }
  if (decisionId)
    lists.push([t('listOfDecision'), { kind: 'badge-list', electionId, scope: { kind: 'decision', decisionId } }]);
  lists.push(
    [
      t('listByOrganisation'),
      { kind: 'badge-list', electionId, scope: { kind: 'everything', groupBy: 'organisation' } },
    ],
    [t('listByDecision'), { kind: 'badge-list', electionId, scope: { kind: 'everything', groupBy: 'decision' } }],
    [t('issueLog'), { kind: 'issue-log', electionId, organisationId: null, only: 'all' }],
    [t('uncollected'), { kind: 'issue-log', electionId, organisationId: null, only: 'uncollected' }],
  );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconList size={16} aria-hidden />}>
            {t('lists')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {lists.map(([title, request]) => (
            <Menu.Item key={title} onClick={() => onPrint({ title, request })}>
              {title}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setAsking(true)}>{t('signatureSheetOpen')}</Menu.Item>
          <IfMay call="certificate.saveVerifier">
            <Menu.Divider />
            <Menu.Item leftSection={<IconDeviceMobile size={16} aria-hidden />} onClick={() => void saveVerifier()}>
              {t('verifier:save.action')}
            </Menu.Item>
          </IfMay>
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <SignatureSheetDialog
          organisationId={organisationId}
          onShow={(request) => onPrint({ title: t('signatureSheet'), request })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
