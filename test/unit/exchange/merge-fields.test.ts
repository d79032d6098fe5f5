import { describe, expect, it } from 'vitest';
import { Application, ApplicationFields, initialStatus } from '#shared/domain/records/application.ts';
import { Organisation } from '#shared/domain/records/organisation.ts';
import { Election } from '#shared/domain/records/election.ts';
import { faultsOfMixture, type Mixing } from '#shared/domain/merge/check-fields.ts';
import { mixed, partOf, partsApart, type Side } from '#shared/domain/merge/fields.ts';
import { emptyState } from '#shared/domain/register/state.ts';
import { someOrganisation, someElection, somePerson, threeTimes } from '../../support/fictitious.ts';
import type { AnyRecord, ComparedRecord } from '#shared/domain/merge/compare.ts';
import type { MergedKind } from '#shared/domain/records/received-handover.ts';

const person = (n: number, change: Partial<Application> = {}): Application => ({
  ...{ ...somePerson(n), ...initialStatus, id: 'a1', electionId: 'e1', organisationId: 'b1', number: 7 },
  ...change,
});
const compared = (kind: MergedKind, ours: AnyRecord, theirs: AnyRecord): ComparedRecord => ({
  ...{ kind, id: ours.id, verdict: 'conflict', ours, theirs, version: {} },
});
const everySide = (record: ComparedRecord, side: Side) =>
  Object.fromEntries(partsApart(record).map((part) => [part, side]));

const election: Election = { ...someElection, id: 'e1' };
const organisation: Organisation = { ...someOrganisation, id: 'b1', correspondence: {} };
const mixing = (...others: Application[]): Mixing => ({
  ...{
    state: emptyState,
    elections: new Map([['e1', election]]),
    organisations: new Map([['b1', organisation]]),
    today: '2025-11-20',
  },
  applications: new Map(others.map((one) => [one.id, one])),
});

describe('a record settled field by field', () => {
  it('takes each part from its own side, and is that side where all are from one', () => {
    const ours = person(1, { remarks: 'биздики', category: 'interpreter' });
    const theirs = person(1, { remarks: 'алардыкы', birthDate: '1980-02-03', number: 9 });
    const record = compared('application', ours, theirs);
    expect(partsApart(record)).toEqual(['category', 'birthDate', 'remarks']);
    const mixture = mixed(record, { category: 'ours', birthDate: 'theirs', remarks: 'theirs' });
    expect(mixture).toEqual({ ...ours, birthDate: '1980-02-03', remarks: 'алардыкы' });
    expect(mixed(record, { category: 'ours', birthDate: 'theirs' }), 'one is not chosen yet').toBeNull();
    expect(mixed(record, everySide(record, 'ours'))).toBe(ours);
    expect(mixed(record, everySide(record, 'theirs'))).toBe(theirs);
  });

  it('leaves nothing out: every field lies in a part, but for what follows by rule', () => {
    const byRule = {
      application: ['id', 'electionId', 'number', 'verdicts', 'importId'],
      organisation: ['id'],
      election: ['id'],
    };
    const shapes = { application: Application, organisation: Organisation, election: Election };
    for (const kind of ['application', 'organisation', 'election'] as const) {
      const rest = Object.keys(shapes[kind].shape).filter((name) => !byRule[kind].includes(name));
      for (const name of rest) {
        const [ours, theirs] = [
          { id: 'x', [name]: 1 },
          { id: 'x', [name]: 2 },
        ];
        const leaf = { name: 'ky', short: 'ky', position: 'ky', calledBy: 'number', document: 'number' };
        const under = (leaf as Record<string, string>)[name];
        const wrap = (value: number) =>
          name === 'names' ? { ky: { given: value } } : under ? { [under]: value } : value;
        const record = compared(kind, { ...ours, [name]: wrap(1) } as never, { ...theirs, [name]: wrap(2) } as never);
        expect(partsApart(record), `${kind} ${name}`).toHaveLength(1);
      }
    }
    for (const name of Object.keys(ApplicationFields.shape.names.shape.latin.shape))
      expect(partOf('application', `names.latin.${name}`)).toBe(`names.latin.${name}`);
    for (const name of Object.keys(ApplicationFields.shape.document.shape))
      expect(partOf('application', `document.${name}`)).toBe(`document.${name === 'mrz' ? 'number' : name}`);
    for (const name of Object.keys(Election.shape.calledBy.shape))
      expect(partOf('election', `calledBy.${name}`)).toBe(`calledBy.${name}`);
  });

  it('takes the lines of a reader with the number that they say', () => {
    const document = person(1).document;
    const ours = person(1, { document: { ...document, number: 'AC1234567', mrz: ['L1', 'L2'] } });
    const theirs = person(1, {
      document: { ...document, number: 'AC7654321', mrz: ['L3', 'L4'] },
      remarks: 'алардыкы',
    });
    const record = compared('application', ours, theirs);
    expect(partsApart(record)).toEqual(['document.number', 'remarks']);
    expect(mixed(record, { 'document.number': 'theirs', remarks: 'ours' })).toEqual({
      ...theirs,
      remarks: ours.remarks,
    });
  });

  it('calls names confirmed only as one side confirmed them', () => {
    const { latin, ky, ru } = person(1).names;
    const read = { latin, ky, ru, confirmed: true };
    const unread = { latin, ky: { ...ky, given: 'Айбек' }, ru: { ...ru, given: 'Айбек' }, confirmed: false };
    const record = compared('application', person(1, { names: read }), person(1, { names: unread }));
    expect(partsApart(record)).toEqual(['names.ky.given', 'names.ru.given', 'names.confirmed']);
    const settle = (kyGiven: Side, ruGiven: Side, confirmed: Side) =>
      mixed(record, {
        'names.ky.given': kyGiven,
        'names.ru.given': ruGiven,
        'names.confirmed': confirmed,
      }) as Application;
    expect(settle('theirs', 'theirs', 'ours').names).toEqual({ ...unread, confirmed: false });
    expect(settle('theirs', 'ours', 'ours').names).toMatchObject({ ky: unread.ky, ru, confirmed: false });
    expect(settle('ours', 'ours', 'ours').names).toEqual(read);
    const ready = person(1, { status: 'ready', names: read });
    const both = compared('application', ready, person(1, { status: 'incomplete', names: unread }));
    const asReady = { status: 'ours', 'names.confirmed': 'ours' } as const;
    const unproven = mixed(both, { ...asReady, 'names.ky.given': 'theirs', 'names.ru.given': 'ours' });
    expect(faultsOfMixture(both, unproven as Application, mixing())).toContainEqual(
      expect.objectContaining({ path: 'names.confirmed', code: 'field.namesNotConfirmed' }),
    );
  });

  it('keeps how an application stands together, the verdicts of both, and the number that it has here', () => {
    const verdict = (other: string, at: string) => ({
      ...{ other, at, remark: '' },
      verdict: 'different-people' as const,
    });
    const early = '2025-11-01T06:00:00.000Z';
    const late = '2025-11-02T06:00:00.000Z';
    const ours = person(1, { remarks: 'биздики', verdicts: [verdict('x', early), verdict('y', late)] });
    const reason = threeTimes('негиз');
    const theirs = person(1, {
      ...{ status: 'withdrawn', withdrawnOn: '2025-11-19', reason, number: 9 },
      verdicts: [verdict('x', late), verdict('z', early)],
    });
    const record = compared('application', ours, theirs);
    const mixture = mixed(record, { status: 'theirs', remarks: 'ours' }) as Application;
    expect(mixture).toMatchObject({
      status: 'withdrawn',
      withdrawnOn: '2025-11-19',
      reason,
      remarks: 'биздики',
      number: 7,
    });
    expect(mixture.verdicts).toEqual([verdict('x', late), verdict('y', late), verdict('z', early)]);
    expect(partOf('application', 'missing')).toBe('status');
    expect(partOf('application', 'paperDays.photo')).toBe('papers');
    expect(partOf('organisation', 'letter.number')).toBe('correspondence');
    expect(partOf('decision', 'title.ky')).toBeNull();
  });

  it('is held to the rules of a record that is entered by hand, each fault at its field', () => {
    const at = (ours: Application, theirs: Application, sides: Record<string, Side>, ...others: Application[]) => {
      const record = compared('application', ours, theirs);
      const mixture = mixed(record, sides);
      return mixture ? faultsOfMixture(record, mixture, mixing(...others)) : null;
    };
    // Each stay is right by itself.
    const early = person(1, { stayFrom: '2025-11-01', stayTo: '2025-11-05' });
    const late = person(1, { stayFrom: '2025-11-25', stayTo: '2025-11-30' });
    expect(at(early, late, { stayFrom: 'theirs', stayTo: 'ours' })).toMatchObject([
      { path: 'stayTo', code: 'field.before' },
    ]);
    expect(at(early, late, { stayFrom: 'ours', stayTo: 'theirs' })).toEqual([]);

    const document = { ...person(1).document, number: 'N1', issuer: 'KAZ' as const };
    const ours = person(1, { document });
    const theirs = person(1, { document: { ...document, number: 'N2', issuer: 'MNG' } });
    const holder = person(2, { id: 'a2', number: 3, document: { ...document, number: 'N2', issuer: 'KAZ' } });
    const sides = { 'document.number': 'theirs', 'document.issuer': 'ours' } as const;
    expect(at(ours, theirs, sides)).toEqual([]);
    expect(at(ours, theirs, sides, holder)).toMatchObject([
      { path: 'document.number', code: 'field.sameDocument', params: { number: 3 } },
    ]);
    expect(at(ours, theirs, sides, { ...holder, status: 'withdrawn' })).toEqual([]);

    // Who is ready has every paper; the draft of the other laptop had no birth date.
    const ready = person(1, { status: 'ready' });
    const draft = person(1, { birthDate: null, remarks: 'кийин' });
    expect(at(ready, draft, { status: 'ours', birthDate: 'theirs', remarks: 'ours' })).toMatchObject([
      { path: 'birthDate', code: 'field.required' },
    ]);
    expect(at(ready, draft, { status: 'theirs', birthDate: 'theirs', remarks: 'ours' })).toEqual([]);
    const leave = { officer: 'Ү', justification: 'негиз', at: '2025-11-01T06:00:00.000Z' };
    const host = person(1, { citizenship: 'KGZ', hostOverride: leave });
    expect(at(host, late, { citizenship: 'ours', stayFrom: 'ours', stayTo: 'theirs' })).toEqual([]);
  });

  it('of an organisation or an election is held to their rules', () => {
    const ours: Organisation = { ...organisation, kind: 'civil-society', country: null };
    const theirs: Organisation = { ...organisation, kind: 'electoral-body', country: 'MNG', contact: 'x' };
    const record = compared('organisation', ours, theirs);
    const mixture = mixed(record, { ...everySide(record, 'ours'), kind: 'theirs' });
    expect(mixture && faultsOfMixture(record, mixture, mixing())).toMatchObject([
      { path: 'country', code: 'field.required' },
    ]);
    const early: Election = { ...election, votingDay: '2025-11-30', resultsPublishedOn: null };
    const late: Election = { ...election, votingDay: '2026-01-20', resultsPublishedOn: '2026-02-01' };
    const [before, after] = [{ ...early, resultsPublishedOn: '2025-12-10' }, late];
    const votes = compared('election', before, after);
    const wrong = mixed(votes, { votingDay: 'theirs', resultsPublishedOn: 'ours' });
    expect(wrong && faultsOfMixture(votes, wrong, mixing())).toMatchObject([{ path: 'resultsPublishedOn' }]);
  });
});
