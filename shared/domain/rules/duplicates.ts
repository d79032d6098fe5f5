/** Who may be one person under two applications: a likeness for the clerk to judge, never a verdict. */
import { nameLikeness, type NameLikeness } from '../../text/name-likeness.ts';
import type { Application, DuplicateVerdict } from '../records/application.ts';
import { nearDates, nearNumbers } from './likely-typos.ts';
import { documentKey } from '../records/person.ts';
import type { Id } from '../base/primitives.ts';
import type { State } from '../register/state.ts';

/** In what two applications are alike; null where they are not. */
export type Likeness = {
  name: NameLikeness | null;
  birthDate: 'same' | 'near' | null;
  document: 'same' | 'near' | null;
};

export type PossibleDuplicate = {
  application: Application;
  likeness: Likeness;
  /** The last verdict kept on either side: the pair is not asked about again. */
  verdict: DuplicateVerdict | null;
};

/** What of an application is compared. */
export type Compared = Pick<Application, 'id' | 'electionId' | 'names' | 'birthDate' | 'document' | 'verdicts'>;

/**
 * Applications of the same election that may be the same person's (shared/domain/README.md, "Rules"): the same travel
 * document, which blocks; the same birth date and a like name; a birth date or a document number one slip off and nearly
 * the same name. Names are compared by sound, in any of the three writings, swapped or a letter off. Costs about three
 * hundred look-ups in what the state keeps by birth date and document, however many people there are.
 */
export function possibleDuplicatesOf(state: State, application: Compared): PossibleDuplicate[] {
  const { electionId, birthDate } = application;
  const found = new Map<Id, PossibleDuplicate>();
  const consider = (id: Id | undefined, seen: Partial<Likeness>) => {
    const other = id === undefined || id === application.id ? undefined : state.applications.get(id);
    if (!other) return;
    const before = found.get(other.id)?.likeness;
    const likeness: Likeness = {
      name: before ? before.name : nameLikeness(application.names, other.names),
      birthDate: birthDate && birthDate === other.birthDate ? 'same' : (seen.birthDate ?? before?.birthDate ?? null),
      document: seen.document ?? before?.document ?? null,
    };
    if (isSuspicious(likeness)) {
      found.set(other.id, { application: other, likeness, verdict: verdictBetween(application, other) });
    }
  };
  const bornOn = (day: string) => state.applicationsByBirth.get(`${electionId}|${day}`) ?? [];
  if (birthDate) {
    for (const id of bornOn(birthDate)) consider(id, { birthDate: 'same' });
    for (const day of nearDates(birthDate)) for (const id of bornOn(day)) consider(id, { birthDate: 'near' });
  }
  const key = documentKey(application.document);
  if (key) {
    consider(state.byDocument.get(`${electionId}|${key}`), { document: 'same' });
    const [issuer = '', number = ''] = key.split(':');
    for (const near of nearNumbers(number)) {
      consider(state.byDocument.get(`${electionId}|${issuer}:${near}`), { document: 'near' });
    }
  }
  return [...found.values()].sort((a, b) => rank(a.likeness) - rank(b.likeness));
}

/** True when two applications are alike enough to be shown to the clerk. */
export function isSuspicious({ name, birthDate, document }: Likeness): boolean {
  if (document === 'same') return true;
  if (birthDate === 'same') return name !== null;
  const nearlySameName = name !== null && name !== 'shared';
  return nearlySameName && (birthDate === 'near' || document === 'near');
}

const ranks: Record<NameLikeness, number> = { same: 0, swapped: 1, near: 2, shared: 3 };
/** The likest first. */
const rank = ({ name, birthDate, document }: Likeness): number =>
  (document === 'same' ? 0 : 100) + (birthDate === 'same' ? 0 : 10) + (name ? ranks[name] : 4);

/** The later of what was said about a pair on either side; null while nobody has said anything. */
export function verdictBetween(
  a: Pick<Application, 'id' | 'verdicts'>,
  b: Pick<Application, 'id' | 'verdicts'>,
): DuplicateVerdict | null {
  const said = [
    ...a.verdicts.filter(({ other }) => other === b.id),
    ...b.verdicts.filter(({ other }) => other === a.id),
  ];
  return said.reduce<DuplicateVerdict | null>((last, one) => (last && last.at >= one.at ? last : one), null);
}
