/** Which screen an address shows. */
import { useTranslation } from 'react-i18next';
import { EnterElection } from '../components/EnterElection.tsx';
import { Page } from '../components/Page.tsx';
import { ApplicationScreen, NewApplicationScreen } from '../features/applications/ApplicationScreen.tsx';
import { ApplicationsScreen } from '../features/applications/ApplicationsScreen.tsx';
import { ImportScreen } from '../features/applications/ImportScreen.tsx';
import { OrganisationsScreen } from '../features/organisations/OrganisationsScreen.tsx';
import { OrganisationScreen } from '../features/organisations/OrganisationScreen.tsx';
import { CertificatesScreen } from '../features/certificates/CertificatesScreen.tsx';
import { CounterScreen } from '../features/certificates/CounterScreen.tsx';
import { PrintQueueScreen } from '../features/certificates/PrintQueueScreen.tsx';
import { NumberRegisterScreen } from '../features/certificates/NumberRegisterScreen.tsx';
import { DecisionScreen } from '../features/decisions/DecisionScreen.tsx';
import { DecisionsScreen } from '../features/decisions/DecisionsScreen.tsx';
import { DesignsScreen } from '../features/designs/DesignsScreen.tsx';
import { ElectionScreen } from '../features/election/ElectionScreen.tsx';
import { HandoverScreen } from '../features/handover/HandoverScreen.tsx';
import { FolderPhotosScreen } from '../features/photos/FolderPhotosScreen.tsx';
import { OperatorsScreen } from '../features/operators/OperatorsScreen.tsx';
import { RecordsScreen } from '../features/records/RecordsScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { TotalsScreen } from '../features/totals/TotalsScreen.tsx';
import { WordingsScreen } from '../features/wordings/WordingsScreen.tsx';
import { useCurrentElectionOrNone } from '../base/current-election.tsx';
import { useRoute } from '../base/navigation.tsx';
import { formatRoute, type Route } from '../base/route.ts';

export function Screen() {
  const route = useRoute();
  const election = useCurrentElectionOrNone();
  if (route.screen === 'settings') return <SettingsScreen />;
  if (route.screen === 'wordings') return <WordingsScreen />;
  if (route.screen === 'designs') return <DesignsScreen />;
  if (route.screen === 'operators') return <OperatorsScreen />;
  if (route.screen === 'records') return <RecordsScreen key={formatRoute(route)} who={route.who ?? null} />;
  if (route.screen === 'election') return <ElectionScreen />;
  if (route.screen === 'handover') return <HandoverScreen />;
  if (!election) return <NeedsElection />;
  // Another election, another screen: nothing of the one before stays in it.
  return <ElectionWork key={election.id} route={route} />;
}

/** Screens that stand without an election: on a new computer the first one may come with a handover. */
type OfficeRoute = { screen: 'settings' | 'wordings' | 'designs' | 'records' | 'operators' | 'election' | 'handover' };

function ElectionWork({ route }: { route: Exclude<Route, OfficeRoute> }) {
  switch (route.screen) {
    case 'start':
      return <StartScreen />;
    case 'applications':
      return (
        <ApplicationsScreen
          key={formatRoute(route)}
          organisation={route.organisation}
          decision={route.decision}
          status={route.status}
          withoutPhoto={route.photo === 'without'}
        />
      );
    case 'application':
      return <ApplicationScreen key={route.id} id={route.id} />;
    case 'newApplication':
      return (
        <NewApplicationScreen
          key={formatRoute(route)}
          organisation={route.organisation}
          work={route.work}
          replaces={route.replaces}
        />
      );
    case 'folderPhotos':
      return <FolderPhotosScreen key={formatRoute(route)} organisation={route.organisation} />;
    case 'import':
      return <ImportScreen organisation={route.organisation} />;
    case 'organisations':
      return <OrganisationsScreen />;
    case 'organisation':
      return <OrganisationScreen key={route.id} id={route.id} />;
    case 'newOrganisation':
      return <OrganisationScreen key={formatRoute(route)} id={null} work={route.work} />;
    case 'decisions':
      return <DecisionsScreen />;
    case 'decision':
      return <DecisionScreen key={route.id} id={route.id} />;
    case 'certificates':
      return (
        <CertificatesScreen
          key={formatRoute(route)}
          organisation={route.organisation}
          decision={route.decision}
          state={route.state}
        />
      );
    case 'counter':
      return <CounterScreen />;
    case 'numberRegister':
      return <NumberRegisterScreen />;
    case 'printQueue':
      return <PrintQueueScreen />;
    case 'totals':
      return <TotalsScreen />;
  }
}

/** Everything but the settings belongs to an election. */
function NeedsElection() {
  const { t } = useTranslation();
  return (
    <Page title={t('frame.needsElection')}>
      <EnterElection />
    </Page>
  );
}
