/** What must hold of an application's fields: while it is typed, and before it can be called ready. */
import type { Organisation } from '../records/organisation.ts';
import type { Election } from '../records/election.ts';
import type { FieldFault } from '../base/refusals.ts';
import type { PersonName } from '../records/person.ts';
import { defaultChecklist, missingPapers, paperFault, papersAskedOf, type AskedPaper } from '../records/checklist.ts';
import { positionIsPartial, type Application, type ApplicationFields } from '../records/application.ts';
import { observerField, observerFieldNames } from '../records/observer-lists.ts';
import { isComplete, type Id, type IsoDate } from '../base/primitives.ts';
import type { State } from '../register/state.ts';
import { isCountry } from '../../text/countries.ts';
import { findLookalikes, isCyrillicName, isLatinName } from '../../text/letters.ts';

/** What the rules look at beside the fields. `today` is the day at the office, YYYY-MM-DD. */
export type RuleContext = {
  today: IsoDate;
  election: Pick<Election, 'votingDay'>;
  /** An authorised officer has allowed this citizen of the host country. */
  hostCitizenAllowed?: boolean;
  /** The papers asked for of such an application (`papersAskedOf`). */
  checklist?: readonly AskedPaper[];
};

/** The papers asked for of an application as it stands in the register. */
export const checklistFor = (
  { settings, organisations }: Pick<State, 'settings'> & { organisations: { get(id: Id): Organisation | undefined } },
  application: Pick<Application, 'organisationId' | 'category'>,
): AskedPaper[] =>
  papersAskedOf(
    settings?.checklist ?? defaultChecklist,
    application,
    organisations.get(application.organisationId)?.kind ?? null,
  );

/** Citizens of the host country cannot be international observers (shared/domain/README.md, "Rules"). */
export const hostCountry = 'KGZ';

const minimumAgeYears = 18;
const maximumAgeYears = 110;

/**
 * Everything wrong with what has been typed, however little that is: a draft may have gaps, but nothing false.
 * Empty when the fields can be saved.
 */
export function checkApplication(
  fields: ApplicationFields,
  { today, hostCitizenAllowed = false }: RuleContext,
): FieldFault[] {
  return [
    ...checkNames(fields),
    ...checkBirth(fields, today),
    ...checkCountries(fields, hostCitizenAllowed),
    ...checkDocument(fields),
    ...checkDates(fields, today),
    ...checkEach(fields),
  ];
}

/** What is wrong with single values, by their entries in the table of the observer's fields. */
function checkEach(fields: ApplicationFields): FieldFault[] {
  return observerFieldNames.flatMap((path) => {
    const code = observerField(path).check?.(fields[path] as never) ?? null;
    return code === null ? [] : [{ path, code }];
  });
}

/** What is still missing or wrong before the application is ready for a decision; includes `checkApplication`. */
export function missingForReady(fields: ApplicationFields, context: RuleContext): FieldFault[] {
  const faults = checkApplication(fields, context);
  const need = (path: string, present: boolean) => {
    if (!present && !faults.some((fault) => fault.path === path)) faults.push({ path, code: 'field.required' });
  };
  const { names, document } = fields;
  for (const script of ['ky', 'ru'] as const) {
    need(`names.${script}.surname`, names[script].surname.trim() !== '');
    need(`names.${script}.given`, names[script].given.trim() !== '' || names.latin.given.trim() === '');
  }
  if (!names.confirmed) faults.push({ path: 'names.confirmed', code: 'field.namesNotConfirmed' });
  need('receivedOn', fields.receivedOn !== null);
  need('receivedHow', fields.receivedHow !== null);
  need('sex', fields.sex !== null);
  need('birthDate', fields.birthDate !== null);
  need('citizenship', fields.citizenship !== null);
  need('document.number', document.number.trim() !== '');
  need('document.issuer', document.issuer !== null);
  need('document.expiry', document.expiry !== null);
  need('photo', fields.photo !== null);
  const { checklist = [] } = context;
  faults.push(
    ...missingPapers(fields, checklist)
      .filter(({ demand }) => demand === 'required')
      .map(paperFault),
  );
  if (positionIsPartial(fields)) faults.push({ path: 'position', code: 'field.threeLanguages' });
  else need('position', isComplete(fields.position));
  const lastDay = context.election.votingDay ?? context.today;
  if (document.expiry && document.expiry < lastDay) {
    faults.push({ path: 'document.expiry', code: 'field.expired', params: { day: lastDay } });
  }
  return faults;
}

function checkNames({ names }: ApplicationFields): FieldFault[] {
  const faults: FieldFault[] = [];
  if (names.latin.surname.trim() === '') faults.push({ path: 'names.latin.surname', code: 'field.required' });
  const eachPart = (script: 'latin' | 'ky' | 'ru', check: (text: string, path: string) => void) => {
    for (const part of ['surname', 'given'] as const satisfies (keyof PersonName)[]) {
      const text = names[script][part].trim();
      if (text !== '') check(text, `names.${script}.${part}`);
    }
  };
  eachPart('latin', (text, path) => {
    if (!isLatinName(text)) faults.push({ path, code: 'field.latinOnly' });
  });
  for (const script of ['ky', 'ru'] as const) {
    eachPart(script, (text, path) => {
      const strange = findLookalikes(text)[0];
      if (strange) {
        faults.push({ path, code: 'field.lookalikes', params: { found: strange.found, suggested: strange.suggested } });
      } else if (!isCyrillicName(text)) faults.push({ path, code: 'field.cyrillicOnly' });
    });
  }
  return faults;
}

function checkBirth({ birthDate }: ApplicationFields, today: IsoDate): FieldFault[] {
  if (!birthDate) return [];
  if (birthDate > today) return [{ path: 'birthDate', code: 'field.inFuture' }];
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
  if (age < minimumAgeYears) return [{ path: 'birthDate', code: 'field.tooYoung', params: { years: minimumAgeYears } }];
  if (age > maximumAgeYears) return [{ path: 'birthDate', code: 'field.tooOld', params: { years: maximumAgeYears } }];
  return [];
}

function checkCountries({ citizenship, document }: ApplicationFields, hostCitizenAllowed: boolean): FieldFault[] {
  const faults: FieldFault[] = [];
  if (citizenship && !isCountry(citizenship)) faults.push({ path: 'citizenship', code: 'field.country' });
  if (citizenship === hostCountry && !hostCitizenAllowed)
    faults.push({ path: 'citizenship', code: 'field.hostCitizen' });
  if (document.issuer && !isCountry(document.issuer)) faults.push({ path: 'document.issuer', code: 'field.country' });
  return faults;
}

function checkDocument({ document }: ApplicationFields): FieldFault[] {
  const number = document.number.trim();
  const wellFormed = number === '' || (/^[\p{L}\p{N}\- /.]{1,24}$/u.test(number) && /\p{N}/u.test(number));
  return wellFormed ? [] : [{ path: 'document.number', code: 'field.documentNumber' }];
}

function checkDates({ receivedOn, stayFrom, stayTo, paperDays }: ApplicationFields, today: IsoDate): FieldFault[] {
  const faults: FieldFault[] = Object.entries(paperDays)
    .filter(([, day]) => day > today)
    .map(([paper]) => ({ path: `paperDays.${paper}`, code: 'field.inFuture' }));
  if (receivedOn && receivedOn > today) faults.push({ path: 'receivedOn', code: 'field.inFuture' });
  if (stayFrom && stayTo && stayTo < stayFrom) {
    faults.push({ path: 'stayTo', code: 'field.before', params: { other: 'stayFrom' } });
  }
  return faults;
}
