/** One organisation: who they are, and their letters for the election in hand. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Id } from '#shared/domain/base/primitives.ts';
import { HistoryButton } from '../../components/History.tsx';
import { IncompleteLetterButton } from '../../components/IncompleteLetterButton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { useOpened } from '../../base/opened.ts';
import { OrganisationForm } from './OrganisationForm.tsx';

/** `work` names a new organisation that was begun before. */
export function OrganisationScreen({ id, work }: { id: Id | null; work?: string | undefined }) {
  const { t } = useTranslation('organisations');
  const election = useCurrentElection();
  const language = useLanguage();
  const organisations = useReading('organisation.list', { electionId: election.id });
  const row = organisations.data?.find(({ organisation }) => organisation.id === id);
  useOpened('organisation', row ? row.organisation.id : null);
  return (
    <Page
      title={row ? row.organisation.name[language] : t('new')}
      summary={
        row &&
        `${t('applications')}: ${row.applications} · ${t('accredited')}: ${row.accredited} · ${t('inForce')}: ${row.inForce}`
      }
      back={{ screen: 'organisations' }}
      actions={
        id !== null && (
          <>
            <HistoryButton kind="organisation" id={id} />
            <IncompleteLetterButton organisationId={id} applicationIds={null} />
            <Button variant="default" onClick={() => navigate({ screen: 'applications', organisation: id })}>
              {t('people')}
            </Button>
            <Button variant="default" onClick={() => navigate({ screen: 'import', organisation: id })}>
              {t('import')}
            </Button>
          </>
        )
      }
    >
      <Loaded reading={organisations}>
        {() =>
          id !== null && !row ? (
            <RefusalMessage refusal={{ code: 'organisation.unknown' }} />
          ) : (
            <OrganisationForm kept={row?.organisation ?? null} electionId={election.id} work={work} />
          )
        }
      </Loaded>
    </Page>
  );
}
