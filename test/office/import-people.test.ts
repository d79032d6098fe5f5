import { describe, expect, it } from 'vitest';
import { importLab, job } from '../support/import-lab.ts';
import { ask, refusalOf } from '../support/open-office.ts';
import { someHead } from '../support/fictitious.ts';

const { office, electionId, fileOf, choose, rowsShown, adjust, commit, newest, people } = importLab();

const head = 'Surname;Given names;Date of birth;Passport number;Citizenship';

describe('the people of a table', () => {
  it('asks about people alike in the register and in the file, and keeps the verdict', async () => {
    await fileOf('first.csv', [head, 'Thornbury;Alasdair;04.06.1971;T1000001;Germany'].join('\n'));
    await choose().then(commit);
    await fileOf(
      'second.csv',
      [
        head,
        'Alasdair;Thornbury;04.06.1971;T7770001;Germany',
        'Larchwood;Seren;09.09.1990;T7770002;Germany',
        'Larchwold;Seren;09.09.1990;T7770099;Germany',
        'Thornbury;Alasdair;04.06.1971;T1000001;Germany',
      ].join('\n'),
    );
    const preview = await choose();
    const open = await rowsShown(preview, 'open');
    expect(open.map(({ row, possibleDuplicates, faults }) => [row, possibleDuplicates.length, faults.length])).toEqual([
      [2, 1, 0],
      [4, 1, 0],
      [5, 1, 1],
    ]);
    expect(open[0]?.possibleDuplicates[0]).toMatchObject({ name: 'Thornbury Alasdair', likeness: { name: 'swapped' } });
    expect(open[1]?.possibleDuplicates[0]).toMatchObject({ row: 3, number: null, likeness: { name: 'near' } });
    await adjust(preview, { kind: 'skipKnown' });
    await adjust(preview, { kind: 'apart', row: 2, on: true, remark: 'атасы менен баласы' });
    const settled = await adjust(preview, { kind: 'skip', rows: [4], on: true });
    expect(settled).toMatchObject({ people: 2, open: 0, skipped: 2 });
    await commit(settled);
    const swapped = [...office().state().applications.values()].find(({ document }) => document.number === 'T7770001');
    expect(swapped?.verdicts).toMatchObject([{ verdict: 'different-people', remark: 'атасы менен баласы' }]);
  });

  it('is taken back whole while nobody has touched its people', async () => {
    await fileOf('undo.csv', ['Surname;Given names', 'Fernhollow;Ailis', 'Fernhollow;Bram'].join('\n'));
    const before = people();
    const { id } = await choose().then(commit);
    expect(people()).toBe(before + 2);
    const [last] = await ask(office(), 'import.list', { electionId: electionId() });
    expect(last).toMatchObject({ id, people: 2, fileName: 'undo.csv', state: 'initialStatus' });
    const found = () =>
      ask(office(), 'application.list', {
        filter: {
          electionId: electionId(),
          search: 'fernhollow',
          statuses: [],
          organisationIds: [],
          countries: [],
          decisionIds: [],
          categories: [],
        },
        sorting: { column: 'latin', descending: false },
        language: 'ky',
        offset: 0,
        limit: 10,
      });
    expect((await found()).total).toBe(2);
    await ask(office(), 'import.withdraw', { id });
    expect(people()).toBe(before);
    expect((await found()).total, 'nor in the lists').toBe(0);
    expect((await ask(office(), 'import.list', { electionId: electionId() }))[0]?.state).toBe('withdrawn');
  });

  it('has many people alike judged at once, each with a verdict of its own, or skipped at once', async () => {
    const known = [
      'Quillmere;Rowena;01.03.1966;Q1000001',
      'Vexbury;Osric;14.08.1958;V2222222',
      'Yarrow;Isolde;27.11.1981;Y3333333',
    ];
    await fileOf('known.csv', [head, ...known].join('\n'));
    await choose().then(commit);
    const alike = known.map((line) => line.replace(/;[QVY]\d/u, ';N9'));
    await fileOf('alike.csv', [head, ...alike].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ alike: 3, open: 3, people: 0 });
    const waiting = await rowsShown(preview, 'alike');
    expect(waiting.map(({ row }) => row)).toEqual([2, 3, 4]);
    const judged = await adjust(preview, { kind: 'apartMany', rows: [2, 3], remark: 'namesakes' });
    expect(judged).toMatchObject({ alike: 1, people: 2 });
    const skipped = await adjust(preview, { kind: 'skipAlike' });
    expect(skipped).toMatchObject({ alike: 0, open: 0, people: 2, skipped: 1 });
    await commit(skipped);
    expect(newest()?.verdicts).toMatchObject([{ verdict: 'different-people', remark: 'namesakes' }]);
  });

  it('takes in a citizen of the host country with a head’s leave only, which is recorded', async () => {
    await fileOf('host.csv', [head, 'Umbermoor;Selwyn;05.05.1985;AN5550001;Kyrgyz Republic'].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ hostCitizens: 1, open: 1, people: 0 });
    const leave = { justification: 'Interpreter of the mission' };
    const unjustified = { ...leave, justification: ' ' };
    const change = { kind: 'hostCitizenPermit' as const, rows: [2], leave: unjustified };
    const refusal = await refusalOf(office(), 'import.adjust', { importId: preview?.importId ?? '', change, job });
    expect(refusal.code).toBe('application.overrideIncomplete');
    const allowed = await adjust(preview, { ...change, leave });
    expect(allowed).toMatchObject({ hostCitizens: 0, open: 0, people: 1 });
    expect((await rowsShown(allowed))[0]).toMatchObject({ hostCitizen: true, hostCitizenPermit: leave });
    const corrected = await adjust(preview, { kind: 'cell', row: 2, column: 1, text: 'Selwin' });
    expect(corrected, 'leave is given to the person who was read').toMatchObject({ hostCitizens: 1 });
    await adjust(preview, { ...change, leave });
    await commit(preview);
    expect(newest()).toMatchObject({ citizenship: 'KGZ', hostOverride: { ...leave, officer: someHead.name } });
  });
});
