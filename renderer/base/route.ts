/** Where the clerk is, as the address after `#` says it: every screen can be reached again by its address. */
import { ShownStatus } from '#shared/domain/records/application.ts';
import { CertificateState } from '#shared/contract/certificates.ts';
import { UnfinishedKey } from '#shared/contract/drafts.ts';
import { Id } from '#shared/domain/base/primitives.ts';

export type Route =
  /** What was begun, what was opened lately, what waits. */
  | { screen: 'start' }
  /** The list, opened with a filter when another screen leads here. */
  | { screen: 'applications'; organisation?: Id; decision?: Id; status?: ShownStatus; photo?: 'without' }
  | { screen: 'application'; id: Id }
  /** `work` names what was begun before and is gone on with, `replaces` the withdrawn whose place is taken. */
  | { screen: 'newApplication'; organisation?: Id; work?: string; replaces?: Id }
  | { screen: 'import'; organisation?: Id }
  | { screen: 'folderPhotos'; organisation?: Id }
  | { screen: 'organisations' }
  | { screen: 'organisation'; id: Id }
  | { screen: 'newOrganisation'; work?: string }
  | { screen: 'election' }
  | { screen: 'decisions' }
  | { screen: 'decision'; id: Id }
  | { screen: 'certificates'; organisation?: Id; decision?: Id; state?: CertificateState }
  | { screen: 'counter' }
  | { screen: 'numberRegister' }
  | { screen: 'printQueue' }
  | { screen: 'handover' }
  | { screen: 'totals' }
  | { screen: 'settings' }
  | { screen: 'wordings' }
  | { screen: 'designs' }
  /** `who`: one operator's lines. */
  | { screen: 'records'; who?: Id }
  | { screen: 'operators' };

export type ScreenName = Route['screen'];

/** The screen an address that makes no sense leads to. */
export const home: Route = { screen: 'start' };

const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** `#/applications/<id>` and the like. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'applications':
      return `#/applications${query({ organisation: route.organisation, decision: route.decision, status: route.status, photo: route.photo })}`;
    case 'application':
      return `#/applications/${route.id}`;
    case 'newApplication':
      return `#/applications/new${query({ organisation: route.organisation, work: route.work, replaces: route.replaces })}`;
    case 'folderPhotos':
      return `#/applications/photos${query({ organisation: route.organisation })}`;
    case 'import':
      return `#/applications/import${query({ organisation: route.organisation })}`;
    case 'organisation':
      return `#/organisations/${route.id}`;
    case 'newOrganisation':
      return `#/organisations/new${query({ work: route.work })}`;
    case 'decision':
      return `#/decisions/${route.id}`;
    case 'certificates':
      return `#/certificates${query({ organisation: route.organisation, decision: route.decision, state: route.state })}`;
    case 'start':
    case 'organisations':
    case 'election':
    case 'decisions':
    case 'handover':
    case 'totals':
    case 'settings':
      return `#/${route.screen}`;
    case 'counter':
      return '#/certificates/counter';
    case 'numberRegister':
      return '#/certificates/numbers';
    case 'printQueue':
      return '#/certificates/queue';
    case 'records':
      return `#/settings/records${query({ who: route.who })}`;
    case 'wordings':
    case 'designs':
    case 'operators':
      return `#/settings/${route.screen}`;
  }
}

/** Reads an address; one that makes no sense leads home. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?');
  const [section = '', rest] = path.split('/');
  const values = new URLSearchParams(search);
  const id = Id.safeParse(rest).data;
  const organisation = Id.safeParse(values.get('organisation')).data;
  const decision = Id.safeParse(values.get('decision')).data;
  const status = ShownStatus.safeParse(values.get('status')).data;
  const state = CertificateState.safeParse(values.get('state')).data;
  const work = UnfinishedKey.safeParse(values.get('work')).data;
  const replaces = Id.safeParse(values.get('replaces')).data;
  const who = Id.safeParse(values.get('who')).data;
  const ofReplaced = replaces === undefined ? {} : { replaces };
  const ofWork = work === undefined ? {} : { work };
  const ofOrganisation = organisation === undefined ? {} : { organisation };
  const ofDecision = decision === undefined ? {} : { decision };
  switch (section) {
    case 'applications':
      if (rest === 'new') return { screen: 'newApplication', ...ofOrganisation, ...ofWork, ...ofReplaced };
      if (rest === 'import') return { screen: 'import', ...ofOrganisation };
      if (rest === 'photos') return { screen: 'folderPhotos', ...ofOrganisation };
      if (id !== undefined) return { screen: 'application', id };
      return {
        screen: 'applications',
        ...ofOrganisation,
        ...ofDecision,
        ...(status === undefined ? {} : { status }),
        ...(values.get('photo') === 'without' ? { photo: 'without' } : {}),
      };
    case 'organisations':
      if (rest === 'new') return { screen: 'newOrganisation', ...ofWork };
      return id === undefined ? { screen: 'organisations' } : { screen: 'organisation', id };
    case 'decisions':
      return id === undefined ? { screen: 'decisions' } : { screen: 'decision', id };
    case 'certificates':
      if (rest === 'counter') return { screen: 'counter' };
      if (rest === 'numbers') return { screen: 'numberRegister' };
      if (rest === 'queue') return { screen: 'printQueue' };
      return { screen: 'certificates', ...ofOrganisation, ...ofDecision, ...(state === undefined ? {} : { state }) };
    case 'settings':
      if (rest === 'records') return { screen: 'records', ...(who === undefined ? {} : { who }) };
      return { screen: rest === 'wordings' || rest === 'designs' || rest === 'operators' ? rest : 'settings' };
    case 'election':
    case 'handover':
    case 'totals':
      return { screen: section };
    default:
      return home;
  }
}
