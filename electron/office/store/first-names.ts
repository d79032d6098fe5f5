/**
 * The names under which records stood on disk before schema 8, and the names that they have today. Before schema 8 an
 * election was called `event` and a sending organisation `body`; a laptop's replica identifier was called `laptop`.
 * Journal lines, snapshots, handovers, design files, corrected wordings, drafts and preferences of before are read
 * through this module. All functions are pure.
 */

const keys: Readonly<Record<string, string>> = {
  bodies: 'organisations',
  body: 'organisation',
  bodyId: 'organisationId',
  bodyKinds: 'organisationKinds',
  bodyShort: 'organisationShort',
  eventId: 'electionId',
  eventName: 'electionName',
  events: 'elections',
  laptop: 'replicaId',
};

/** Words that say what kind of thing is meant; the same words elsewhere are what a person typed. */
const kinds: Readonly<Record<string, string>> = { event: 'election', body: 'organisation' };
const keysOfKinds = new Set(['kind', 'recordKind', 'field', 'groupBy']);

/** Parts of the name of a command, an event, a refusal or a field of a form, between the dots. */
const segments: Readonly<Record<string, string>> = {
  ...keys,
  ...kinds,
  laptopNamed: 'replicaNamed',
  lobby: 'entry',
  desk: 'drafts',
  otherEvent: 'otherElection',
  severalBodies: 'severalOrganisations',
  suspectUnsettled: 'possibleDuplicateUnsettled',
  putAside: 'archiveOffice',
};
const keysOfNames = new Set(['type', 'code', 'path']);

const renamed = (name: string, names: Readonly<Record<string, string>>): string =>
  Object.hasOwn(names, name) ? (names[name] ?? name) : name;

/** The name of a command, an event or a refusal, as `event.save`, in today's words. */
export const todaysName = (name: string): string =>
  name
    .split('.')
    .map((segment) => renamed(segment, segments))
    .join('.');

/** The key of a question that a merge asked: the kind of record before the bar, its identifier behind it. */
const todaysQuestion = (key: string): string => key.replace(/^[a-z]+(?=\|)/u, (kind) => renamed(kind, kinds));

const wordSegments: Readonly<Record<string, string>> = {
  ...segments,
  allBodies: 'allOrganisations',
  bodies_one: 'organisations_one',
  bodies_other: 'organisations_other',
  bodyAsked: 'organisationAsked',
  bodyKind: 'organisationKind',
  bodyOf: 'organisationOf',
  bodyThenAlphabet: 'organisationThenAlphabet',
  byBody: 'byOrganisation',
  enterEvent: 'enterElection',
  eventKind: 'electionKind',
  everyBody: 'everyOrganisation',
  issueLogOfBody: 'issueLogOfOrganisation',
  listByBody: 'listByOrganisation',
  listOfBody: 'listOfOrganisation',
  mend: 'fix',
  mended: 'fixed',
  needsEvent: 'needsElection',
  needsEventDetail: 'needsElectionDetail',
  newBody: 'newOrganisation',
  newEvent: 'newElection',
  noBodies: 'noOrganisations',
  noEvent: 'noElection',
  notSealed: 'notEncrypted',
  sealFailed: 'encryptFailed',
  sealed: 'encrypted',
  sealedToKey: 'encryptedToKey',
  uncollectedOfBody: 'uncollectedOfOrganisation',
  untouched: 'initialStatus',
};

/** The key of a wording, as `bodies.title`: the file in `locales/` and the place in it. */
export function todaysWordingKey(key: string): string {
  const [file = '', ...path] = key.split('.');
  const seal = file === 'handover' ? 'encryption' : 'stamp';
  return [
    renamed(file, wordSegments),
    ...path.map((name) => (name === 'seal' ? seal : renamed(name, wordSegments))),
  ].join('.');
}

/** The text of a corrected wording: the places that the program fills in have today's names. */
export const todaysWording = (text: string): string =>
  text.replaceAll(/\{\{\s*(event|body|bodies)\s*\}\}/gu, (_, name: string) => `{{${renamed(name, segments)}}}`);

/** The key of an unsaved form, as `body.new-1`. */
const todaysDraftKey = (key: string): string => key.replace(/^body(?=\.)/u, 'organisation');

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWording = ({ language, key }: Fields): boolean => typeof language === 'string' && typeof key === 'string';

/**
 * A value as JSON gave it, with today's names all through: keys, kinds, names of events and of refusals, keys of corrected
 * wordings. What has today's names already stays as it is.
 */
export function withTodaysNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => withTodaysNames(one));
  return isFields(value) ? fieldsWithTodaysNames(value) : value;
}

function fieldsWithTodaysNames(fields: Fields): Fields {
  const wording = isWording(fields);
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [renamed(key, keys), todaysValue(key, value, wording)]),
  );
}

function todaysValue(key: string, value: unknown, inWording: boolean): unknown {
  if (typeof value === 'string') {
    if (keysOfKinds.has(key)) return renamed(value, kinds);
    if (keysOfNames.has(key)) return todaysName(value);
    if (key === 'question') return todaysQuestion(value);
    if (inWording) return todaysWordingPart(key, value);
    return key === 'key' ? todaysDraftKey(value) : value;
  }
  // The parts of a record that came from the other laptop, by name.
  if (key === 'taken' && Array.isArray(value))
    return value.map((part: unknown) => (typeof part === 'string' ? todaysName(part) : part));
  // Letters stand under the identifiers of elections, which are nobody's words.
  if (key === 'correspondence' && isFields(value))
    return Object.fromEntries(Object.entries(value).map(([id, letters]) => [id, withTodaysNames(letters)]));
  return withTodaysNames(value);
}

function todaysWordingPart(key: string, value: string): string {
  if (key === 'key') return todaysWordingKey(value);
  if (key === 'text') return todaysWording(value);
  // The identifier of a correction: its language and its key.
  return key === 'id' ? value.replace(/(?<=^[a-z]+:).+$/u, todaysWordingKey) : value;
}

/** The collections of a snapshot with today's names, and so all their records. */
export const collectionsWithTodaysNames = (
  collections: Readonly<Record<string, unknown[]>>,
): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(collections).map(([name, records]) => [renamed(name, keys), records.map(withTodaysNames)]),
  );

/** The preferences of a laptop; the identifiers of the columns that were chosen have today's names too. */
export function preferencesWithTodaysNames(value: unknown): unknown {
  const preferences = withTodaysNames(value);
  if (!isFields(preferences) || !isFields(preferences.listColumns)) return preferences;
  const listColumns = Object.fromEntries(
    Object.entries(preferences.listColumns).map(([list, columns]) => [
      list,
      Array.isArray(columns) ? columns.map(columnWithTodaysName) : columns,
    ]),
  );
  return { ...preferences, listColumns };
}

const columnWithTodaysName = (column: unknown): unknown =>
  isFields(column) && typeof column.id === 'string' ? { ...column, id: renamed(column.id, segments) } : column;
