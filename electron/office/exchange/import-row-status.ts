/** How each row of a table stands, with all that the clerk has decided about it and about the others. */
import { documentKey } from '#shared/domain/records/person.ts';
import type { ImportFault } from '#shared/contract/exchange.ts';
import type { State } from '#shared/domain/register/state.ts';
import { placeOfField } from './import-people.ts';
import { isHolder, layoutOf, type Alike, type ImportSession, type Person } from './import-session.ts';

/** How a row stands, with all that was decided about the others. */
export type Standing = {
  person: Person;
  skipped: boolean;
  faults: ImportFault[];
  /** Those who still count: in the register, or in an earlier row that is taken in. */
  alike: Alike[];
  apart: string | null;
};

/** How every row stands, in the order of the sheet. */
export function standings(session: ImportSession, state: State): Standing[] {
  const layout = layoutOf(session);
  const taken = new Map<string, number>();
  const people = [...session.people.values()].sort((a, b) => a.row - b.row);
  return people.map((person) => {
    const { row, fields } = person;
    const skipped = session.skipped.has(row);
    const faults = [...person.faults];
    const sameDocument = (code: ImportFault['code'], params: ImportFault['params']) =>
      faults.push({ ...placeOfField(layout, 'document.number'), row, code, params });
    const key = documentKey(fields.document);
    const holder = person.alike.find(isHolder);
    const earlier = key ? taken.get(key) : undefined;
    if (holder?.id) {
      sameDocument('import.sameDocumentInRegister', { number: state.applications.get(holder.id)?.number ?? 0 });
    } else if (earlier !== undefined) sameDocument('import.sameDocumentInFile', { row: earlier });
    else if (key && !skipped) taken.set(key, row);
    const alike = person.alike.filter(
      (one) =>
        one.likeness.document !== 'same' && (one.row === null || (one.row < row && !session.skipped.has(one.row))),
    );
    faults.sort((a, b) => placeOfColumn(a) - placeOfColumn(b));
    return { person, skipped, faults, alike, apart: session.apart.get(row) ?? null };
  });
}

/** A before Z before AA. */
const placeOfColumn = ({ column }: ImportFault): number =>
  [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Still to be fixed, settled or skipped. */
export const isOpen = ({ skipped, faults, alike, apart }: Standing): boolean =>
  !skipped && (faults.length > 0 || (alike.length > 0 && apart === null));

/** Nothing is wrong with the row but that its person is like somebody, about whom nothing was said. */
export const isOnlyAlike = (standing: Standing): boolean => isOpen(standing) && standing.faults.length === 0;

/** A citizen of the host country without leave. */
export const lacksPermit = ({ faults }: Standing): boolean => faults.some(({ code }) => code === 'field.hostCitizen');
