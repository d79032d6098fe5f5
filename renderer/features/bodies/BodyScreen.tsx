/** One body: who they are, and their letters for the election in hand. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/domain/primitives.ts';
import { HistoryButton } from '../../components/History.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { navigate } from '../../app/navigation.tsx';
import { useReading } from '../../app/office.ts';
import { BodyForm } from './BodyForm.tsx';

export function BodyScreen({ id }: { id: Id | null }) {
  const { t } = useTranslation('bodies');
  const event = useCurrentEvent();
  const language = useLanguage();
  const bodies = useReading('body.list', { eventId: event.id });
  const row = bodies.data?.find(({ body }) => body.id === id);
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
            <BodyForm kept={row?.body ?? null} eventId={event.id} />
          )
        }
      </Loaded>
    </Page>
  );
}
