/** Which screen an address shows. */
import { useTranslation } from 'react-i18next';
import { EnterEvent } from '../components/EnterEvent.tsx';
import { Page } from '../components/Page.tsx';
import { ApplicationScreen, NewApplicationScreen } from '../features/applications/ApplicationScreen.tsx';
import { ApplicationsScreen } from '../features/applications/ApplicationsScreen.tsx';
import { ImportScreen } from '../features/applications/ImportScreen.tsx';
import { BodiesScreen } from '../features/bodies/BodiesScreen.tsx';
import { BodyScreen } from '../features/bodies/BodyScreen.tsx';
import { CertificatesScreen } from '../features/certificates/CertificatesScreen.tsx';
import { CounterScreen } from '../features/certificates/CounterScreen.tsx';
import { PrintQueueScreen } from '../features/certificates/PrintQueueScreen.tsx';
import { NumberRegisterScreen } from '../features/certificates/NumberRegisterScreen.tsx';
import { DecisionScreen } from '../features/decisions/DecisionScreen.tsx';
import { DecisionsScreen } from '../features/decisions/DecisionsScreen.tsx';
import { DesignsScreen } from '../features/designs/DesignsScreen.tsx';
import { EventScreen } from '../features/event/EventScreen.tsx';
import { HandoverScreen } from '../features/handover/HandoverScreen.tsx';
import { FolderPhotosScreen } from '../features/photos/FolderPhotosScreen.tsx';
import { OperatorsScreen } from '../features/operators/OperatorsScreen.tsx';
import { RecordsScreen } from '../features/records/RecordsScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { TotalsScreen } from '../features/totals/TotalsScreen.tsx';
import { WordingsScreen } from '../features/wordings/WordingsScreen.tsx';
import { useCurrentEventOrNone } from '../base/current-event.tsx';
import { useRoute } from '../base/navigation.tsx';
import { formatRoute, type Route } from '../base/route.ts';

export function Screen() {
  const route = useRoute();
  const event = useCurrentEventOrNone();
  if (route.screen === 'settings') return <SettingsScreen />;
  if (route.screen === 'wordings') return <WordingsScreen />;
  if (route.screen === 'designs') return <DesignsScreen />;
  if (route.screen === 'operators') return <OperatorsScreen />;
  if (route.screen === 'records') return <RecordsScreen key={formatRoute(route)} who={route.who ?? null} />;
  if (route.screen === 'event') return <EventScreen />;
  if (route.screen === 'handover') return <HandoverScreen />;
  if (!event) return <NeedsEvent />;
  // Another event, another screen: nothing of the one before stays in it.
  return <EventWork key={event.id} route={route} />;
}

/** Screens that stand without an electoral event: on a new computer the first one may come with a handover. */
type OfficeRoute = { screen: 'settings' | 'wordings' | 'designs' | 'records' | 'operators' | 'event' | 'handover' };

function EventWork({ route }: { route: Exclude<Route, OfficeRoute> }) {
  switch (route.screen) {
    case 'start':
      return <StartScreen />;
    case 'applications':
      return (
        <ApplicationsScreen
          key={formatRoute(route)}
          body={route.body}
          decision={route.decision}
          status={route.status}
          withoutPhoto={route.photo === 'without'}
        />
      );
    case 'application':
      return <ApplicationScreen key={route.id} id={route.id} />;
    case 'newApplication':
      return (
        <NewApplicationScreen key={formatRoute(route)} body={route.body} work={route.work} replaces={route.replaces} />
      );
    case 'folderPhotos':
      return <FolderPhotosScreen key={formatRoute(route)} body={route.body} />;
    case 'import':
      return <ImportScreen body={route.body} />;
    case 'bodies':
      return <BodiesScreen />;
    case 'body':
      return <BodyScreen key={route.id} id={route.id} />;
    case 'newBody':
      return <BodyScreen key={formatRoute(route)} id={null} work={route.work} />;
    case 'decisions':
      return <DecisionsScreen />;
    case 'decision':
      return <DecisionScreen key={route.id} id={route.id} />;
    case 'certificates':
      return (
        <CertificatesScreen key={formatRoute(route)} body={route.body} decision={route.decision} state={route.state} />
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

/** Everything but the settings belongs to an electoral event. */
function NeedsEvent() {
  const { t } = useTranslation();
  return (
    <Page title={t('frame.needsEvent')}>
      <EnterEvent />
    </Page>
  );
}
