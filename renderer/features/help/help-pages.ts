/** Which page of the help belongs to a screen, in the order of the contents, and where each page leads on. */
import type { locales } from '#locales/index.ts';
import type { ScreenName } from '../../base/route.ts';

export type HelpPage = keyof (typeof locales)['en']['help']['pages'];

/** In the order of the contents: as the work goes. */
export const related: Record<HelpPage, readonly HelpPage[]> = {
  start: ['election', 'applications', 'keyboard'],
  election: ['organisations', 'figures'],
  organisations: ['applications', 'imports'],
  applications: ['passport', 'photos', 'duplicates', 'imports', 'decisions'],
  passport: ['applications', 'duplicates'],
  photos: ['applications', 'designs'],
  duplicates: ['applications', 'imports'],
  imports: ['organisations', 'duplicates'],
  decisions: ['applications', 'certificates'],
  certificates: ['counter', 'designs', 'settings'],
  counter: ['certificates'],
  designs: ['certificates', 'settings'],
  figures: ['handover'],
  handover: ['backups', 'figures'],
  backups: ['trouble', 'records'],
  records: ['backups', 'trouble'],
  settings: ['designs', 'operators', 'backups', 'records'],
  operators: ['settings', 'records', 'trouble'],
  keyboard: ['start'],
  trouble: ['backups', 'records'],
};

export const helpPages = Object.keys(related) as HelpPage[];

export const pageOfScreen: Record<ScreenName, HelpPage> = {
  start: 'start',
  applications: 'applications',
  application: 'applications',
  newApplication: 'passport',
  import: 'imports',
  folderPhotos: 'photos',
  organisations: 'organisations',
  organisation: 'organisations',
  newOrganisation: 'organisations',
  election: 'election',
  decisions: 'decisions',
  decision: 'decisions',
  certificates: 'certificates',
  counter: 'counter',
  numberRegister: 'certificates',
  printQueue: 'certificates',
  handover: 'handover',
  totals: 'figures',
  settings: 'settings',
  wordings: 'settings',
  designs: 'designs',
  records: 'records',
  operators: 'operators',
};
