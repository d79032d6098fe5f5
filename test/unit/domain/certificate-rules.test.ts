import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/register/commands.ts';
import { someElection, threeTimes } from '../../support/fictitious.ts';
import { code, fault, reserve, ruledOffice, today } from '../../support/ruled-office.ts';

type Ruled = ReturnType<typeof ruledOffice>;

const certificate = (office: Ruled, id: string) => office.state().certificates.get(id);
const receipt = { to: 'self' as const, proxyName: '', proxyDocument: '', identitySeen: true, on: today };

/** Printed and come out well, as the counter wants it. */
function printed(office: Ruled, ids: readonly string[]): void {
  office.does({ type: 'certificate.print', ids: [...ids], paper: 'certificate' });
  office.does({
    type: 'certificate.judgePrint',
    paper: 'certificate',
    well: [...ids],
    failed: [],
    fault: '',
    issuedOn: today,
  });
}

describe('a certificate', () => {
  it('is for somebody in force alone: neither for who is only ready nor after the results', () => {
    const office = ruledOffice();
    const [a] = office.accredits([1]);
    expect(office.refuses(reserve([office.readies(2)]))).toEqual(code('certificate.notInForce'));
    expect(office.refuses(reserve(['nobody']))).toMatchObject({ code: 'application.unknown' });
    expect(office.refuses(reserve([]))).toMatchObject({ code: 'application.none' });
    office.does({
      type: 'election.save',
      id: 'election',
      fields: { ...someElection, votingDay: '2025-11-10', resultsPublishedOn: '2025-11-15' },
    });
    expect(office.refuses(reserve([a!]))).toEqual(code('certificate.notInForce'));
  });

  it('is one a person, whether asked for twice at once or again later', () => {
    const office = ruledOffice();
    const [a, b] = office.accredits([1, 2]);
    const twice: Command = {
      type: 'certificate.reserve',
      issuedOn: today,
      rows: [
        { id: 'x', applicationId: a! },
        { id: 'y', applicationId: a! },
      ],
    };
    expect(office.refuses(twice)).toEqual(code('certificate.exists'));
    office.does(reserve([a!]));
    expect(office.refuses(reserve([a!], today, 'again'))).toEqual(code('certificate.exists'));
    expect(
      office.refuses({ type: 'certificate.reserve', issuedOn: today, rows: [{ id: `c-${a!}`, applicationId: b! }] }),
    ).toEqual(code('certificate.exists'));
  });

  it('is issued neither before the accreditation nor in the future, and is valid from the accreditation', () => {
    const office = ruledOffice();
    const [a] = office.accredits([1], '1', '2025-11-10');
    expect(office.refuses(reserve([a!], '2025-11-09'))).toEqual(fault('issuedOn', 'field.before'));
    expect(office.refuses(reserve([a!], '2025-11-21'))).toEqual(fault('issuedOn', 'field.inFuture'));
    office.does(reserve([a!], '2025-11-10'));
    expect(certificate(office, `c-${a!}`)).toMatchObject({
      issuedOn: '2025-11-10',
      validFrom: '2025-11-10',
      validUntil: null,
      decisionId: 'decision-1',
      applicationId: a,
    });
  });
});

describe('handing over', () => {
  const prepared = () => {
    const office = ruledOffice();
    const people = office.accredits([1, 2]);
    office.does(reserve(people, '2025-11-12'));
    return { office, ids: people.map((one) => `c-${one}`) };
  };
  const issue = (ids: readonly string[], of: Partial<typeof receipt> | { to: 'proxy' } = {}): Command => ({
    type: 'certificate.issue',
    ids: [...ids],
    receipt: { ...receipt, ...of },
  });

  it('wants printed paper that came out well', () => {
    const { office, ids } = prepared();
    expect(office.refuses(issue(ids))).toEqual(code('certificate.wrongStatus', { status: 'reserved' }));
    office.does({ type: 'certificate.print', ids, paper: 'certificate' });
    const failed = [{ id: ids[1]!, newId: null }];
    office.does({
      type: 'certificate.judgePrint',
      paper: 'certificate',
      well: [ids[0]!],
      failed,
      fault: 'smeared',
      issuedOn: today,
    });
    expect(office.refuses(issue(ids))).toEqual(code('certificate.printFailed', { number: 'A-0002' }));
    office.does(issue([ids[0]!]));
    expect(certificate(office, ids[0]!)?.status).toBe('issued');
    expect(certificate(office, ids[1]!)?.status).not.toBe('issued');
  });

  it('wants identity seen, and of a proxy both name and document', () => {
    const { office, ids } = prepared();
    printed(office, ids);
    expect(office.refuses(issue(ids, { identitySeen: false }))).toMatchObject({ code: 'certificate.identityNotSeen' });
    for (const half of [
      { proxyName: 'P. Roxy', proxyDocument: ' ' },
      { proxyName: ' ', proxyDocument: 'AN 1' },
    ]) {
      expect(office.refuses(issue(ids, { ...half, to: 'proxy' }))).toMatchObject({
        code: 'certificate.receiverMissing',
      });
    }
    office.does(issue(ids, { to: 'proxy', proxyName: 'P. Roxy', proxyDocument: 'AN 1' } as never));
    expect(ids.map((id) => certificate(office, id)?.receipt?.proxyName)).toEqual(['P. Roxy', 'P. Roxy']);
  });

  it('is neither before the day of issue nor in the future, and once only', () => {
    const { office, ids } = prepared();
    printed(office, ids);
    expect(office.refuses(issue(ids, { on: '2025-11-11' }))).toEqual(fault('on', 'field.before'));
    expect(office.refuses(issue(ids, { on: '2025-11-21' }))).toEqual(fault('on', 'field.inFuture'));
    expect(office.refuses(issue([]))).toMatchObject({ code: 'certificate.unknown' });
    expect(office.refuses(issue([...ids, 'nothing']))).toMatchObject({ code: 'certificate.unknown' });
    expect(office.does(issue([ids[0]!, ids[0]!], { on: '2025-11-12' }))).toHaveLength(1);
    expect(office.refuses(issue([ids[0]!]))).toEqual(code('certificate.wrongStatus', { status: 'issued' }));
  });

  it('is followed by a return, not before it and not in the future', () => {
    const { office, ids } = prepared();
    printed(office, ids);
    const back = (on: string): Command => ({ type: 'certificate.return', ids: [ids[0]!], on });
    expect(office.refuses(back(today))).toEqual(code('certificate.wrongStatus', { status: 'printed' }));
    office.does(issue(ids, { on: '2025-11-15' }));
    expect(office.refuses(back('2025-11-14'))).toEqual(fault('on', 'field.before'));
    expect(office.refuses(back('2025-11-21'))).toEqual(fault('on', 'field.inFuture'));
    office.does(back('2025-11-15'));
    expect(certificate(office, ids[0]!)).toMatchObject({ status: 'returned', returnedOn: '2025-11-15' });
  });
});

describe('a lost or spoiled certificate', () => {
  const prepared = () => {
    const office = ruledOffice();
    const people = office.accredits([1, 2]);
    office.does(reserve(people));
    return { office, people, ids: people.map((one) => `c-${one}`) };
  };
  const incident = { on: '2025-11-19', where: 'Osh', reportedBy: 'Z. Sample', policeReport: '' };
  const report = (id: string, as: 'lost' | 'spoiled', more: object = {}): Command => ({
    type: 'certificate.report',
    id,
    as,
    report: 'so it went',
    ...more,
  });

  it('needs circumstances, and a loss needs paper that was printed', () => {
    const { office, ids } = prepared();
    expect(office.refuses(report(ids[0]!, 'lost'))).toEqual(code('certificate.wrongStatus', { status: 'reserved' }));
    printed(office, ids);
    expect(office.refuses(report(ids[0]!, 'lost', { report: '  ' }))).toMatchObject({
      code: 'certificate.reportMissing',
    });
    expect(office.refuses(report(ids[0]!, 'lost', { incident: { ...incident, where: ' ' } }))).toEqual(
      fault('incident.where', 'field.required'),
    );
    expect(office.refuses(report(ids[0]!, 'lost', { incident: { ...incident, reportedBy: '' } }))).toEqual(
      fault('incident.reportedBy', 'field.required'),
    );
    expect(office.refuses(report(ids[0]!, 'lost', { incident: { ...incident, on: '2025-11-21' } }))).toEqual(
      fault('incident.on', 'field.inFuture'),
    );
    office.does(report(ids[0]!, 'lost', { incident: { ...incident, on: null } }));
    office.does(report(ids[1]!, 'spoiled', { incident: { ...incident, on: today, where: '', reportedBy: '' } }));
    expect(certificate(office, ids[0]!)).toMatchObject({
      status: 'lost',
      report: 'so it went',
      incident: { on: null, recordedOn: today },
    });
    expect(certificate(office, ids[1]!)).toMatchObject({ status: 'spoiled', number: 'A-0002' });
  });

  it('keeps its number, is replaced once, by the next number, which names it', () => {
    const { office, ids } = prepared();
    const replace = (id: string, newId: string): Command => ({
      type: 'certificate.replace',
      id,
      newId,
      issuedOn: today,
    });
    expect(office.refuses(replace(ids[0]!, 'new'))).toEqual(code('certificate.wrongStatus', { status: 'reserved' }));
    office.does(report(ids[0]!, 'spoiled'));
    office.does(replace(ids[0]!, 'new'));
    expect(certificate(office, ids[0]!)).toMatchObject({ number: 'A-0001', successorId: 'new' });
    expect(certificate(office, 'new')).toMatchObject({ number: 'A-0003', predecessorId: ids[0] });
    expect(office.refuses(replace(ids[0]!, 'newer'))).toEqual(code('certificate.exists', { number: 'A-0001' }));
  });

  it('is named by the person’s next certificate also where that is reserved with others', () => {
    const { office, people, ids } = prepared();
    office.does(report(ids[1]!, 'spoiled'));
    office.does(reserve([people[1]!], today, 'next'));
    expect(certificate(office, `next-${people[1]!}`)).toMatchObject({ predecessorId: ids[1], number: 'A-0003' });
    office.does(report(`next-${people[1]!}`, 'spoiled'));
    office.does(reserve([people[1]!], today, 'third'));
    expect(certificate(office, `third-${people[1]!}`)?.predecessorId).toBe(`next-${people[1]!}`);
  });

  it('that was lost is named by the next one, and one that is replaced already by no other', () => {
    const { office, people, ids } = prepared();
    printed(office, ids);
    office.does(report(ids[0]!, 'lost'));
    office.does(reserve([people[0]!], today, 'next'));
    const next = `next-${people[0]!}`;
    expect(certificate(office, next)?.predecessorId).toBe(ids[0]);
    printed(office, [next]);
    office.does({ type: 'certificate.issue', ids: [next], receipt });
    office.does({ type: 'certificate.return', ids: [next], on: today });
    office.does(reserve([people[0]!], today, 'third'));
    expect(certificate(office, `third-${people[0]!}`)?.predecessorId).toBeNull();
  });

  it('of somebody who was revoked is void, and gets no replacement', () => {
    const { office, people, ids } = prepared();
    office.does(report(ids[0]!, 'spoiled'));
    const revoke = people.map((applicationId) => ({
      applicationId,
      action: 'revoke' as const,
      reason: threeTimes('Z'),
    }));
    office.drafts('d2', []);
    office.does({ type: 'decision.extendAnnex', id: 'd2', rows: revoke });
    office.does({ type: 'decision.adopt', id: 'd2', adoption: { number: '2', date: '2025-11-18' } });
    expect(certificate(office, ids[1]!)?.status).toBe('void');
    expect(office.refuses({ type: 'certificate.replace', id: ids[0]!, newId: 'new', issuedOn: today })).toEqual(
      code('certificate.notInForce'),
    );
  });
});
