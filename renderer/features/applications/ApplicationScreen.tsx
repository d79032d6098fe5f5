/** One application: the form, and beside it where it stands and what can be done with it. */
import { useTranslation } from 'react-i18next';
import { fullName } from '#shared/domain/records/person.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { HistoryButton } from '../../components/History.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useReading } from '../../base/office.ts';
import { useOpened } from '../../base/opened.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { IncompleteLetterButton } from '../../components/IncompleteLetterButton.tsx';
import { LetterButton } from './LetterButton.tsx';
import { NextPerson } from './NextPerson.tsx';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';

export function ApplicationScreen({ id }: { id: Id }) {
  const { t } = useTranslation('applications');
  const view = useReading('application.get', { id });
  useOpened('application', view.data ? id : null);
  return (
    <Loaded reading={view}>
      {(kept) => {
        const { application, shownStatus } = kept;
        return (
          <Page
            title={fullName(application.names.latin)}
            summary={
              <>
                {`${t('numberOf', { number: application.number })} `}
                <StatusBadge kind="application" status={shownStatus} />
              </>
            }
            back={{ screen: 'applications' }}
            actions={
              <>
                <LetterButton view={kept} />
                {application.status === 'incomplete' && (
                  <IncompleteLetterButton organisationId={application.organisationId} applicationIds={[id]} />
                )}
                <HistoryButton kind="application" id={id} />
                <NextPerson id={id} />
              </>
            }
          >
            <ApplicationForm kept={kept} />
          </Page>
        );
      }}
    </Loaded>
  );
}

export function NewApplicationScreen({
  organisation,
  work,
  replaces,
}: {
  organisation?: Id | undefined;
  work?: string | undefined;
  /** The withdrawn application whose place the new one takes. */
  replaces?: Id | undefined;
}) {
  const { t } = useTranslation('applications');
  const organisations = useOrganisationChoices();
  const replaced = useReading('application.get', { id: replaces ?? '' }, { enabled: replaces !== undefined });
  return (
    <Page title={t('newTitle')} back={{ screen: 'applications' }}>
      {organisations.length === 0 ? (
        <EmptyState title={t('noOrganisations')} />
      ) : replaces === undefined ? (
        <ApplicationForm kept={null} organisation={organisation} work={work} />
      ) : (
        <Loaded reading={replaced}>
          {({ application }) => <ApplicationForm kept={null} substituted={application} work={work} />}
        </Loaded>
      )}
    </Page>
  );
}
