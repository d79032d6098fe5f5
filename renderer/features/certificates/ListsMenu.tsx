/** Lists of certificates and badges to print: by body, by decision, and the register with room for signatures. */
import { Button, Menu } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '../../../shared/contract/documents.ts';
import type { Printing } from '../../components/DocumentPreview.tsx';
import { useCurrentEvent } from '../../app/current-event.tsx';

export function ListsMenu({ onPrint }: { onPrint: (printing: Printing) => void }) {
  const { t } = useTranslation('certificates');
  const { id: eventId } = useCurrentEvent();
  const lists: [title: string, request: DocumentRequest][] = [
    [t('listByBody'), { kind: 'badge-list', eventId, scope: { kind: 'everything', groupBy: 'body' } }],
    [t('listByDecision'), { kind: 'badge-list', eventId, scope: { kind: 'everything', groupBy: 'decision' } }],
    [t('issueLog'), { kind: 'issue-log', eventId, bodyId: null }],
  ];
  return (
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
      </Menu.Dropdown>
    </Menu>
  );
}
