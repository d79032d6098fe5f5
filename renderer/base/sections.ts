/** The sections of the work, in the order of the rail and of the keys Ctrl+1 to Ctrl+9. */
export type Section =
  | 'start'
  | 'applications'
  | 'organisations'
  | 'decisions'
  | 'certificates'
  | 'handover'
  | 'totals'
  | 'election'
  | 'settings';

/** In the order of the work, then what is set up once. */
export const workSections = [
  'start',
  'applications',
  'organisations',
  'decisions',
  'certificates',
  'handover',
  'totals',
] as const satisfies readonly Section[];
export const setUpSections = ['election', 'settings'] as const satisfies readonly Section[];
export const sections: readonly Section[] = [...workSections, ...setUpSections];
