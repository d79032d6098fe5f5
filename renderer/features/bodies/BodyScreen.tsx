/** One body: who they are, and their letters for the election in hand. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Id } from '#shared/domain/base/primitives.ts';
import { HistoryButton } from '../../components/History.tsx';
import { IncompleteLetterButton } from '../../components/IncompleteLetterButton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useCurrentEvent } from '../../base/current-event.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { useOpened } from '../../base/opened.ts';
import { BodyForm } from './BodyForm.tsx';

/** `work` names a new body that was begun before. */
export function BodyScreen({ id, work }: { id: Id | null; work?: string | undefined }) {
  const { t } = useTranslation('bodies');
  const event = useCurrentEvent();
  const language = useLanguage();
  const bodies = useReading('body.list', { eventId: event.id });
  const row = bodies.data?.find(({ body }) => body.id === id);
  useOpened('body', row ? row.body.id : null);
  return (
    <Page
      title={row ? row.body.name[language] : t('new')}
      summary={
        row &&
        `${t('applications')}: ${row.applications} · ${t('accredited')}: ${row.accredited} · ${t('inForce')}: ${row.inForce}`
      }
      back={{ screen: 'bodies' }}
      actions={
        id !== null && (
          <>
            <HistoryButton kind="body" id={id} />
            <IncompleteLetterButton bodyId={id} applicationIds={null} />
            <Button variant="default" onClick={() => navigate({ screen: 'applications', body: id })}>
              {t('people')}
            </Button>
            <Button variant="default" onClick={() => navigate({ screen: 'import', body: id })}>
              {t('import')}
            </Button>
          </>
        )
      }
    >
      <Loaded reading={bodies}>
        {() =>
          id !== null && !row ? (
            <RefusalMessage refusal={{ code: 'body.unknown' }} />
          ) : (
            <BodyForm kept={row?.body ?? null} eventId={event.id} work={work} />
          )
        }
      </Loaded>
    </Page>
  );
}
