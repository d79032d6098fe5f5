/**
 * What is wrong with a record that was settled field by field. Either side was in order when it was written; so only
 * that counts which the mixture brings about, held to the rules of a record that is entered by hand.
 */
import { checkApplication, checklistFor, missingForReady, type RuleContext } from '../rules/application-rules.ts';
import { checkOrganisation } from '../records/organisation.ts';
import { checkElection } from '../records/election.ts';
import { documentSlot, holdsDocument, type State } from '../register/state.ts';
import { fullName } from '../records/person.ts';
import { possibleDuplicatesOf } from '../rules/duplicates.ts';
import type { Application, ApplicationStatus } from '../records/application.ts';
import type { AnyRecord, ComparedRecord } from './compare.ts';
import type { Organisation } from '../records/organisation.ts';
import type { Election } from '../records/election.ts';
import type { FieldFault } from '../base/refusals.ts';
import type { Id, IsoDate } from '../base/primitives.ts';

/** The register as it will be with the bag, and as it is here (for who is alike). */
export type Mixing = {
  state: State;
  elections: ReadonlyMap<Id, Election>;
  organisations: ReadonlyMap<Id, Organisation>;
  applications: ReadonlyMap<Id, Application>;
  today: IsoDate;
};

export function faultsOfMixture(
  { kind, ours, theirs }: ComparedRecord,
  mixture: AnyRecord,
  mixing: Mixing,
): FieldFault[] {
  if (!ours || !theirs) return [];
  const sides = [ours, theirs];
  switch (kind) {
    case 'election':
      return broughtAbout(checkElection(mixture as Election), sides as Election[], checkElection);
    case 'organisation':
      return broughtAbout(checkOrganisation(mixture as Organisation), sides as Organisation[], checkOrganisation);
    case 'application':
      return faultsOfPerson(mixture as Application, sides as Application[], mixing);
    default:
      return [];
  }
}

/** Faults that are in neither side. */
function broughtAbout<T>(faults: FieldFault[], sides: readonly T[], check: (side: T) => FieldFault[]): FieldFault[] {
  const before = sides.flatMap(check);
  return faults.filter((fault) => !before.some(({ path, code }) => path === fault.path && code === fault.code));
}

/** Those of whom every paper must be there. */
const complete: ReadonlySet<ApplicationStatus> = new Set(['ready', 'on-agenda', 'accredited']);

function faultsOfPerson(mixture: Application, sides: readonly Application[], mixing: Mixing): FieldFault[] {
  const { state, elections, organisations, today } = mixing;
  const election = elections.get(mixture.electionId);
  if (!election) return [];
  const rules = (application: Application): RuleContext => ({
    ...{ today, election, hostCitizenAllowed: application.hostOverride !== null },
    checklist: checklistFor({ settings: state.settings, organisations }, application),
  });
  const check = (application: Application) => checkApplication(application, rules(application));
  const faults = broughtAbout(check(mixture), sides, check);
  const missing = (application: Application) => missingForReady(application, rules(application));
  // Held to what the side was that was called ready, or was accredited: that one had everything.
  const whole = sides.filter(
    ({ status }) => complete.has(status) && (status === mixture.status || status === 'accredited'),
  );
  if (whole.length > 0) {
    const known = new Set(faults.map(({ path }) => path));
    faults.push(...broughtAbout(missing(mixture), whole, missing).filter(({ path }) => !known.has(path)));
  }
  const holder = otherHolderOf(mixture, sides, mixing);
  if (holder) faults.push({ path: 'document.number', code: 'field.sameDocument', params: named(holder) });
  if (complete.has(mixture.status)) {
    const judged = new Set(
      sides.flatMap((side) => possibleDuplicatesOf(state, side).map(({ application }) => application.id)),
    );
    const alike = possibleDuplicatesOf(state, mixture).find(
      ({ application, verdict }) =>
        verdict?.verdict !== 'different-people' && holdsDocument(application) && !judged.has(application.id),
    );
    if (alike && alike.application.id !== holder?.id)
      faults.push({ path: 'names.latin.surname', code: 'field.alike', params: named(alike.application) });
  }
  return faults;
}

/** Who holds the travel document that is made of both sides' fields. */
function otherHolderOf(
  mixture: Application,
  sides: readonly Application[],
  { applications }: Mixing,
): Application | undefined {
  const slot = holdsDocument(mixture) ? documentSlot(mixture) : null;
  if (slot === null || sides.some((side) => documentSlot(side) === slot)) return undefined;
  for (const other of applications.values()) {
    if (other.id !== mixture.id && holdsDocument(other) && documentSlot(other) === slot) return other;
  }
  return undefined;
}

const named = ({ number, names }: Application) => ({ number, person: fullName(names.latin) });
