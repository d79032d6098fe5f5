/** One application: the form, and beside it where it stands and what can be done with it. */
import { useTranslation } from 'react-i18next';
import { fullName } from '#shared/domain/records/person.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { HistoryButton } from '../../components/History.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useReading } from '../../base/office.ts';
import { useOpened } from '../../base/opened.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { IncompleteLetterButton } from '../../components/IncompleteLetterButton.tsx';
import { LetterButton } from './LetterButton.tsx';
import { NextPerson } from './NextPerson.tsx';
import { useBodyChoices } from '../../components/body-choices.ts';

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
                <StatusMark kind="application" status={shownStatus} />
              </>
            }
            back={{ screen: 'applications' }}
            actions={
              <>
                <LetterButton view={kept} />
                {application.status === 'incomplete' && (
                  <IncompleteLetterButton bodyId={application.bodyId} applicationIds={[id]} />
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
  body,
  work,
  replaces,
}: {
  body?: Id | undefined;
  work?: string | undefined;
  /** The withdrawn application whose place the new one takes. */
  replaces?: Id | undefined;
}) {
  const { t } = useTranslation('applications');
  const bodies = useBodyChoices();
  const replaced = useReading('application.get', { id: replaces ?? '' }, { enabled: replaces !== undefined });
  return (
    <Page title={t('newTitle')} back={{ screen: 'applications' }}>
      {bodies.length === 0 ? (
        <EmptyState title={t('noBodies')} />
      ) : replaces === undefined ? (
        <ApplicationForm kept={null} body={body} work={work} />
      ) : (
        <Loaded reading={replaced}>
          {({ application }) => <ApplicationForm kept={null} substituted={application} work={work} />}
        </Loaded>
      )}
    </Page>
  );
}
