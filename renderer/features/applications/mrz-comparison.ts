/** What the lines of a travel document say beside what was typed: the empty is filled, and what differs is asked. */
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { isCountry } from '#shared/text/countries.ts';
import type { MrzFields } from '#shared/text/mrz.ts';

export const mrzFieldNames = [
  ...['surname', 'given', 'sex', 'birthDate', 'citizenship', 'documentNumber', 'issuer', 'expiry'],
] as const;
export type MrzFieldName = (typeof mrzFieldNames)[number];

/** Both as the form keeps them: days as YYYY-MM-DD, countries and sexes by their codes. */
export type MrzDifference = { field: MrzFieldName; typed: string; read: string };

/** Letters and digits alone: case, spaces, hyphens and apostrophes are lost in the lines. */
const bare = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
/** So long a name may have been cut off. */
const cutNames = 26;

function isSame(field: MrzFieldName, typed: string, read: string, allNames: string): boolean {
  const [a, b] = [bare(typed), bare(read)];
  if (a === b) return true;
  const isName = field === 'surname' || field === 'given';
  return isName && allNames.length >= cutNames && b !== '' && a.startsWith(b);
}

function typedOf({ names, sex, birthDate, citizenship, document }: ApplicationFields): Record<MrzFieldName, string> {
  return {
    surname: names.latin.surname.trim(),
    given: names.latin.given.trim(),
    sex: sex ?? '',
    birthDate: birthDate ?? '',
    citizenship: citizenship ?? '',
    documentNumber: document.number.trim(),
    issuer: document.issuer ?? '',
    expiry: document.expiry ?? '',
  };
}

function readOf(read: MrzFields): Record<MrzFieldName, string> {
  const known = (code: string): string => (isCountry(code) ? code : '');
  return {
    surname: read.surname,
    given: read.given,
    sex: read.sex === 'unspecified' ? '' : read.sex,
    birthDate: read.birthDate ?? '',
    citizenship: known(read.citizenship),
    documentNumber: read.number,
    issuer: known(read.issuer),
    expiry: read.expiry ?? '',
  };
}

export function compareWithMrz(fields: ApplicationFields, mrz: MrzFields): MrzDifference[] {
  const [typed, read] = [typedOf(fields), readOf(mrz)];
  const allNames = bare(mrz.surname + mrz.given);
  return mrzFieldNames.flatMap((field) => {
    const [own, other] = [typed[field], read[field]];
    return own === '' || other === '' || isSame(field, own, other, allNames)
      ? []
      : [{ field, typed: own, read: other }];
  });
}

/** The form with what was empty filled from the lines, and of what differed just what was chosen. */
export function takeFromMrz(
  fields: ApplicationFields,
  mrz: MrzFields,
  lines: readonly string[],
  chosen: readonly MrzFieldName[],
): Pick<ApplicationFields, 'names' | 'sex' | 'birthDate' | 'citizenship' | 'document'> {
  const [typed, read] = [typedOf(fields), readOf(mrz)];
  const taken = (field: MrzFieldName): string =>
    (typed[field] === '' || chosen.includes(field)) && read[field] !== '' ? read[field] : typed[field];
  const orNull = (value: string): string | null => (value === '' ? null : value);
  const latin = { surname: taken('surname'), given: taken('given') };
  const isSameName = latin.surname === typed.surname && latin.given === typed.given;
  return {
    names: isSameName ? fields.names : { ...fields.names, latin, confirmed: false },
    sex: taken('sex') === read.sex && read.sex !== '' ? mrz.sex : fields.sex,
    birthDate: orNull(taken('birthDate')),
    citizenship: orNull(taken('citizenship')),
    document: {
      ...fields.document,
      number: taken('documentNumber'),
      issuer: orNull(taken('issuer')),
      expiry: orNull(taken('expiry')),
      mrz: [...lines],
    },
  };
}
