/** Where the clerk is, as the address after `#` says it: every screen can be reached again by its address. */
import { ShownStatus } from '../../shared/domain/application.ts';
import { Id } from '../../shared/domain/primitives.ts';

export type Route =
  /** The list, opened with a filter when another screen leads here. */
  | { screen: 'applications'; body?: Id; decision?: Id; status?: ShownStatus }
  | { screen: 'application'; id: Id }
  | { screen: 'newApplication'; body?: Id }
  | { screen: 'import'; body?: Id }
  | { screen: 'bodies' }
  | { screen: 'body'; id: Id }
  | { screen: 'newBody' }
  | { screen: 'event' }
  | { screen: 'decisions' }
  | { screen: 'decision'; id: Id }
  | { screen: 'certificates'; body?: Id; decision?: Id }
  | { screen: 'counter' }
  | { screen: 'handover' }
  | { screen: 'totals' }
  | { screen: 'settings' }
  | { screen: 'wordings' }
  | { screen: 'designs' };

export type ScreenName = Route['screen'];

/** The screen an address that makes no sense leads to. */
export const home: Route = { screen: 'applications' };

const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** `#/applications/<id>` and the like. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'applications':
      return `#/applications${query({ body: route.body, decision: route.decision, status: route.status })}`;
    case 'application':
      return `#/applications/${route.id}`;
    case 'newApplication':
      return `#/applications/new${query({ body: route.body })}`;
    case 'import':
      return `#/applications/import${query({ body: route.body })}`;
    case 'body':
      return `#/bodies/${route.id}`;
    case 'newBody':
      return '#/bodies/new';
    case 'decision':
      return `#/decisions/${route.id}`;
    case 'certificates':
      return `#/certificates${query({ body: route.body, decision: route.decision })}`;
    case 'bodies':
    case 'event':
    case 'decisions':
    case 'handover':
    case 'totals':
    case 'settings':
      return `#/${route.screen}`;
    case 'counter':
      return '#/certificates/counter';
    case 'wordings':
    case 'designs':
      return `#/settings/${route.screen}`;
  }
}

/** Reads an address; one that makes no sense leads home. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?');
  const [section = '', rest] = path.split('/');
  const values = new URLSearchParams(search);
  const id = Id.safeParse(rest).data;
  const body = Id.safeParse(values.get('body')).data;
  const decision = Id.safeParse(values.get('decision')).data;
  const status = ShownStatus.safeParse(values.get('status')).data;
  const ofBody = body === undefined ? {} : { body };
  const ofDecision = decision === undefined ? {} : { decision };
  switch (section) {
    case 'applications':
      if (rest === 'new') return { screen: 'newApplication', ...ofBody };
      if (rest === 'import') return { screen: 'import', ...ofBody };
      if (id !== undefined) return { screen: 'application', id };
      return { screen: 'applications', ...ofBody, ...ofDecision, ...(status === undefined ? {} : { status }) };
    case 'bodies':
      if (rest === 'new') return { screen: 'newBody' };
      return id === undefined ? { screen: 'bodies' } : { screen: 'body', id };
    case 'decisions':
      return id === undefined ? { screen: 'decisions' } : { screen: 'decision', id };
    case 'certificates':
      if (rest === 'counter') return { screen: 'counter' };
      return { screen: 'certificates', ...ofBody, ...ofDecision };
    case 'settings':
      return { screen: rest === 'wordings' || rest === 'designs' ? rest : 'settings' };
    case 'event':
    case 'handover':
    case 'totals':
      return { screen: section };
    default:
      return home;
  }
}
