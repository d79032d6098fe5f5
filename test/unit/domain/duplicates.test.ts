import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { possibleDuplicatesOf } from '#shared/domain/rules/duplicates.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { nameLikeness } from '#shared/text/name-likeness.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import type { Command, DecideContext } from '#shared/domain/register/commands.ts';
import { recordsOfState, stateOfRecords } from '../../../electron/office/store/state-records.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  someHead,
  somePerson,
  someSettings,
  threeTimes,
} from '../../support/fictitious.ts';

const context: DecideContext = {
  at: '2025-11-10T10:00:00.000Z',
  actor: someHead,
  today: '2025-11-10',
  sha256: () => '0'.repeat(64),
};

const start = [
  { type: 'office.established' as const, settings: someSettings, sample: true },
  { type: 'election.registered' as const, id: 'election', fields: someElection },
  { type: 'organisation.registered' as const, id: 'organisation', fields: someOrganisation },
].reduce(evolve, emptyState);

const attempt = (state: State, command: Command) => decide(state, command, context);

function carry(state: State, command: Command): State {
  const decided = attempt(state, command);
  if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.refusal)}`);
  return decided.value.reduce(evolve, state);
}

const save = (id: string, fields: ApplicationFields, more: object = {}): Command => ({
  type: 'application.save',
  id,
  electionId: 'election',
  organisationId: 'organisation',
  fields,
  ...more,
});

const importOf = (id: string, rows: { id: string; fields: ApplicationFields }[]): Command => ({
  type: 'application.import',
  id,
  electionId: 'election',
  organisationId: 'organisation',
  fileName: 'list.xlsx',
  reading: { columns: [{ header: 'Surname', field: 'surname.latin' }], nameOrder: 'surname-first' },
  rows,
});

const only = (surname: string, given: string) => ({
  latin: { surname, given },
  ky: { surname: '', given: '' },
  ru: { surname: '', given: '' },
});
const russian = (surname: string, given: string) => ({
  latin: { surname: '', given: '' },
  ky: { surname: '', given: '' },
  ru: { surname, given },
});

const person = (names: ReturnType<typeof only>, change: Partial<ApplicationFields> = {}): ApplicationFields => ({
  ...somePerson(7),
  names: { ...names, confirmed: false },
  birthDate: '1980-05-17',
  ...change,
});
const passport = (number: string) => ({ ...somePerson(7).document, number });

describe('two names', () => {
  it.each([
    ['the same', only('Oakthorpe', 'Elowina'), only('OAKTHORPE', 'Elowina'), 'same'],
    ['the same in another script', only('Zhumagulova', 'Aisuluu'), russian('Жумагулова', 'Айсулуу'), 'same'],
    ['the same with and without accents', only('Müller', 'José'), only('Muller', 'Jose'), 'same'],
    ['swapped', only('Oakthorpe', 'Elowina'), only('Elowina', 'Oakthorpe'), 'swapped'],
    ['a letter off', only('Oakthorpe', 'Elowina'), only('Oakthorne', 'Elowina'), 'near'],
    ['two letters changed over', only('Oakthorpe', 'Elowina'), only('Oakhtorpe', 'Elowina'), 'near'],
    ['a second given name left out', only('Oakthorpe', 'Elowina Maria'), only('Oakthorpe', 'Elowina'), 'near'],
    ['of one family', only('Oakthorpe', 'Elowina'), only('Oakthorpe', 'Brynold'), 'shared'],
    ['of strangers', only('Oakthorpe', 'Elowina'), only('Ashberg', 'Brynold'), null],
    ['short and a letter apart', only('Li', 'Na'), only('Lu', 'Ma'), null],
  ])('are compared by sound: %s', (_what, a, b, likeness) => {
    expect(nameLikeness(a, b)).toBe(likeness);
    expect(nameLikeness(b, a)).toBe(likeness);
  });
});

describe('a person who may be in the register', () => {
  const state = carry(start, save('a', person(only('Oakthorpe', 'Elowina'), { document: passport('E1234567') })));
  const typed = (fields: ApplicationFields) =>
    possibleDuplicatesOf(state, { ...fields, id: 'new', electionId: 'election', verdicts: [] }).map(
      ({ likeness }) => likeness,
    );
  const other = { document: passport('X7654321') };

  it('is found by birth date and a like name', () => {
    expect(typed(person(only('Elowina', 'Oakthorpe'), other))).toEqual([
      { name: 'swapped', birthDate: 'same', document: null },
    ]);
    expect(typed(person(only('Ashberg', 'Brynold'), other))).toEqual([]);
  });

  it('is found with a birth date one digit off, or day and month changed over, when the name is nearly the same', () => {
    for (const birthDate of ['1981-05-17', '1980-06-17', '1980-05-11']) {
      expect(typed(person(only('Oakthorpe', 'Elowina'), { ...other, birthDate })), birthDate).toHaveLength(1);
    }
    expect(typed(person(only('Oakthorpe', 'Brynold'), { ...other, birthDate: '1981-05-17' }))).toEqual([]);
  });

  it('is found with a document number one slip off, whatever the birth date', () => {
    for (const number of ['E1234568', 'E123456', 'E1324567', 'El234567'.toUpperCase().replace('L', 'I')]) {
      const fields = person(only('Oakthorpe', 'Elowina'), { document: passport(number), birthDate: '1955-01-01' });
      expect(typed(fields), number).toEqual([{ name: 'same', birthDate: null, document: 'near' }]);
    }
  });

  it('is blocked with the same document, and the refusal names the other person and where to find them', () => {
    const fields = person(only('Ashberg', 'Brynold'), { document: passport('e 123-4567') });
    expect(typed(fields)).toEqual([{ name: null, birthDate: 'same', document: 'same' }]);
    expect(attempt(state, save('b', fields))).toMatchObject({
      ok: false,
      refusal: {
        code: 'application.sameDocument',
        params: { person: 'Oakthorpe Elowina', number: 1, applicationId: 'a' },
      },
    });
  });

  it('is asked about once: the verdict given while typing is kept with its remark', () => {
    const fields = person(only('Oakthorpe', 'Elowina'), other);
    const verdict = { other: 'a', verdict: 'different-people' as const, remark: 'эгиздер' };
    const after = carry(state, save('b', fields, { verdicts: [verdict] }));
    const b = after.applications.get('b');
    const [possibleDuplicate] = b ? possibleDuplicatesOf(after, b) : [];
    expect(possibleDuplicate?.verdict).toEqual({ ...verdict, at: context.at });
    const a = after.applications.get('a');
    expect(a && possibleDuplicatesOf(after, a)[0]?.verdict?.remark, 'from the other side too').toBe('эгиздер');
    expect(attempt(state, save('b', fields, { verdicts: [{ ...verdict, other: 'nobody' }] })).ok).toBe(false);
  });

  it('cannot be made ready twice once found to be one person, until one application is withdrawn', () => {
    const complete = { ...somePerson(7), birthDate: '1980-05-17' };
    const first = carry(start, save('a', { ...complete, document: passport('E1234567') }));
    const verdicts = [{ other: 'a', verdict: 'same-person', remark: '' }];
    const both = carry(first, save('b', { ...complete, ...other }, { verdicts }));
    expect(attempt(both, { type: 'application.markReady', ids: ['b'] })).toMatchObject({
      ok: false,
      refusal: { code: 'application.samePerson', params: { otherNumber: 1, applicationId: 'a' } },
    });
    const one = carry(both, {
      type: 'application.withdraw',
      ids: ['a'],
      on: '2025-11-10',
      reason: threeTimes('себеп'),
    });
    expect(carry(one, { type: 'application.markReady', ids: ['b'] }).applications.get('b')?.status).toBe('ready');
  });
});

describe('a citizen of the host country', () => {
  const citizen = { ...somePerson(3), citizenship: 'KGZ' };
  const hostOverride = { justification: 'Эки жарандуулук, чет элдик партиянын өкүлү' };

  it('is blocked, and allowed only by a head with a justification', () => {
    const blocked = attempt(start, save('a', citizen));
    expect(blocked).toMatchObject({ ok: false, refusal: { fields: [{ code: 'field.hostCitizen' }] } });
    const groundless = attempt(start, save('a', citizen, { hostOverride: { justification: ' ' } }));
    expect(groundless).toMatchObject({ ok: false, refusal: { code: 'application.overrideIncomplete' } });
    const allowed = carry(start, save('a', citizen, { hostOverride }));
    expect(allowed.applications.get('a')?.hostOverride).toEqual({
      ...hostOverride,
      officer: someHead.name,
      at: context.at,
    });
    const clerk = { ...someHead, role: 'clerk' as const };
    expect(decide(start, save('a', citizen, { hostOverride }), { ...context, actor: clerk })).toMatchObject({
      ok: false,
      refusal: { code: 'access.notAllowed', params: { role: 'head' } },
    });
    expect(carry(allowed, save('a', { ...citizen, remarks: 'x' })).applications.get('a')?.hostOverride).not.toBeNull();
  });

  it('needs a new leave after having been typed as a citizen of elsewhere', () => {
    const allowed = carry(start, save('a', citizen, { hostOverride }));
    const elsewhere = carry(allowed, save('a', { ...citizen, citizenship: 'MNG' }));
    expect(attempt(elsewhere, save('a', citizen)).ok).toBe(false);
  });

  it('loses the leave, and the place on the agenda, when the officer takes it back before the decision', () => {
    let state = carry(start, save('a', citizen, { hostOverride }));
    state = carry(state, { type: 'application.markReady', ids: ['a'] });
    state = carry(state, { type: 'decision.draft', id: 'd', electionId: 'election', fields: someDecision });
    const rows = [{ applicationId: 'a', action: 'accredit' as const, reason: null }];
    state = carry(state, { type: 'decision.extendAnnex', id: 'd', rows });
    state = carry(state, { type: 'application.disallowHostCitizen', id: 'a', reason: 'ката' });
    expect(state.applications.get('a')).toMatchObject({ status: 'received', hostOverride: null });
    expect(state.decisions.get('d')?.rows).toEqual([]);
    expect(attempt(state, { type: 'application.markReady', ids: ['a'] }).ok).toBe(false);
  });
});

describe('an import', () => {
  const rows = [1, 2, 3].map((n) => ({ id: `p${String(n)}`, fields: somePerson(n) }));
  const taken = carry(start, importOf('table', rows));

  it('is taken back as one while nobody has touched its people, and its numbers are not given again', () => {
    const back = carry(taken, { type: 'import.withdraw', id: 'table' });
    expect(back.applications.size).toBe(0);
    expect(back.byDocument.size).toBe(0);
    for (const state of [back, restored(back)]) {
      expect(carry(state, save('new', somePerson(1))).applications.get('new')?.number).toBe(4);
    }
    expect(attempt(back, { type: 'import.withdraw', id: 'table' })).toMatchObject({
      refusal: { code: 'import.alreadyWithdrawn' },
    });
  });

  it.each<[string, Command]>([
    ['changed', save('p2', { ...somePerson(2), remarks: 'x' })],
    ['received', { type: 'application.receive', ids: ['p2'] }],
    ['sent back', { type: 'application.sendBack', id: 'p2', missing: ['x'] }],
  ])('stays once one of its people was %s', (_what, touch) => {
    const touched = carry(taken, touch);
    for (const state of [touched, restored(touched)]) {
      expect(attempt(state, { type: 'import.withdraw', id: 'table' })).toMatchObject({
        refusal: { code: 'import.touched', params: { number: 2 } },
      });
    }
  });
});

/** The state as the office has it after it was closed and opened. */
function restored(state: State): State {
  const read: Record<string, unknown[]> = {};
  for (const [collection, record] of recordsOfState(state)) (read[collection] ??= []).push(record);
  return stateOfRecords(read);
}

it('is found as well in a register that was read back', () => {
  const state = restored(carry(start, save('a', person(only('Oakthorpe', 'Elowina')))));
  const typed = {
    ...person(only('Elowina', 'Oakthorpe'), { document: passport('') }),
    id: 'b',
    electionId: 'election',
  };
  expect(possibleDuplicatesOf(state, { ...typed, verdicts: [] })).toHaveLength(1);
});
