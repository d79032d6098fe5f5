import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/register/commands.ts';
import type { AnnexRow } from '#shared/domain/records/decision.ts';
import { someDecision, someElection, threeTimes } from '../../support/fictitious.ts';
import { ruledOffice } from '../../support/ruled-office.ts';

const row = (
  applicationId: string,
  action: AnnexRow['action'] = 'accredit',
  reason: AnnexRow['reason'] = null,
): AnnexRow => ({ applicationId, action, reason });
const adopt = (id: string, number: string, date = '2025-11-01'): Command => ({
  type: 'decision.adopt',
  id,
  adoption: { number, date },
});
const extend = (id: string, ...rows: AnnexRow[]): Command => ({ type: 'decision.extendAnnex', id, rows });
const decides = (id: string, ...rows: AnnexRow[]): Command => ({ type: 'decision.decideAnnex', id, rows });
const status = (office: ReturnType<typeof ruledOffice>, id: string) => office.state().applications.get(id)?.status;

describe('an annex', () => {
  it('takes who is ready, once, on one draft only', () => {
    const office = ruledOffice();
    const a = office.readies(1);
    const draft = office.enters(2);
    office.drafts('d1', [a]);
    office.drafts('d2', []);
    expect(office.refuses(extend('d2', row(a)))).toMatchObject({ code: 'decision.wrongStatus' });
    expect(office.refuses(extend('d1', row(a)))).toMatchObject({ code: 'decision.personTwice' });
    expect(office.refuses(extend('d2', row(draft)))).toMatchObject({ code: 'decision.wrongStatus' });
    expect(office.refuses(extend('d2', row('nobody')))).toMatchObject({ code: 'application.unknown' });
    expect(office.refuses(extend('d2'))).toMatchObject({ code: 'decision.empty' });
    expect(office.refuses(extend('d9', row(a)))).toMatchObject({ code: 'decision.unknown' });
    const b = office.readies(3);
    expect(office.refuses(extend('d2', row(b), row(b)))).toMatchObject({ code: 'decision.personTwice' });
  });

  it('takes nobody of another election', () => {
    const office = ruledOffice();
    const a = office.readies(1);
    office.does({ type: 'election.save', id: 'other', fields: someElection });
    office.does({ type: 'decision.draft', id: 'd1', electionId: 'other', fields: someDecision });
    expect(office.refuses(extend('d1', row(a)))).toMatchObject({ code: 'decision.otherElection' });
    expect(
      office.refuses({ type: 'decision.draft', id: 'd2', electionId: 'none', fields: someDecision }),
    ).toMatchObject({
      code: 'election.unknown',
    });
    expect(
      office.refuses({ type: 'decision.draft', id: 'd1', electionId: 'other', fields: someDecision }),
    ).toMatchObject({
      code: 'input.invalid',
    });
  });

  it('is reduced and ordered only by those who stand in it', () => {
    const office = ruledOffice();
    const [a, b] = [office.readies(1), office.readies(2)];
    const c = office.readies(3);
    office.drafts('d1', [a, b]);
    const order = (...applicationIds: string[]): Command => ({ type: 'decision.orderAnnex', id: 'd1', applicationIds });
    const reduce = (...applicationIds: string[]): Command => ({
      type: 'decision.reduceAnnex',
      id: 'd1',
      applicationIds,
    });
    for (const wrong of [[b], [b, b], [b, a, a], [b, c], [a, b, c]]) {
      expect(office.refuses(order(...wrong))).toMatchObject({ code: 'application.unknown' });
    }
    office.does(order(b, a));
    expect(
      office
        .state()
        .decisions.get('d1')
        ?.rows.map(({ applicationId }) => applicationId),
    ).toEqual([b, a]);
    expect(office.refuses(reduce())).toMatchObject({ code: 'application.unknown' });
    expect(office.refuses(reduce(a, c))).toMatchObject({ code: 'application.unknown' });
    office.does(reduce(a, a));
    expect(status(office, a)).toBe('ready');
    expect(status(office, b)).toBe('on-agenda');
  });

  it('never turns an application into a revocation, nor a revocation into an accreditation', () => {
    const office = ruledOffice();
    const [accredited] = office.accredits([1]);
    const a = office.readies(2);
    office.drafts('d2', [a]);
    office.does(extend('d2', row(accredited!, 'revoke', threeTimes('Z'))));
    expect(office.refuses(decides('d2', row(a, 'revoke', threeTimes('Z'))))).toMatchObject({
      code: 'decision.wrongStatus',
    });
    expect(office.refuses(decides('d2', row(accredited!, 'accredit')))).toMatchObject({ code: 'decision.wrongStatus' });
    expect(office.refuses(decides('d2', row('nobody')))).toMatchObject({ code: 'application.unknown' });
    expect(office.refuses(decides('d2'))).toMatchObject({ code: 'decision.empty' });
  });

  it('revokes only who is accredited, and on one draft only', () => {
    const office = ruledOffice();
    const [accredited] = office.accredits([1]);
    const ready = office.readies(2);
    office.drafts('d2', []);
    office.drafts('d3', []);
    expect(office.refuses(extend('d2', row(ready, 'revoke', threeTimes('Z'))))).toMatchObject({
      code: 'decision.wrongStatus',
    });
    office.does(extend('d2', row(accredited!, 'revoke', threeTimes('Z'))));
    expect(office.refuses(extend('d3', row(accredited!, 'revoke', threeTimes('Z'))))).toMatchObject({
      code: 'decision.personTwice',
    });
    expect(office.refuses(extend('d3', row(accredited!)))).toMatchObject({ code: 'decision.wrongStatus' });
  });
});

describe('adoption', () => {
  it('accredits who was to be accredited, refuses who was to be refused, and changes nobody else', () => {
    const office = ruledOffice();
    const [a, b, c] = [office.readies(1), office.readies(2), office.readies(3)];
    office.drafts('d1', [a, b]);
    office.does(decides('d1', row(b, 'refuse', threeTimes('Z'))));
    office.does(adopt('d1', ' 12 ', '2025-11-02'));
    expect([a, b, c].map((one) => status(office, one))).toEqual(['accredited', 'refused', 'ready']);
    expect(office.state().applications.get(a)?.accreditedOn).toBe('2025-11-02');
    expect(office.state().applications.get(b)?.accreditedOn ?? null).toBeNull();
    const adopted = office.state().decisions.get('d1')!;
    expect(adopted).toMatchObject({ status: 'adopted', number: '12', date: '2025-11-02' });
    expect(adopted.adoptedRows.map(({ applicationId, action }) => [applicationId, action])).toEqual([
      [a, 'accredit'],
      [b, 'refuse'],
    ]);
    expect(adopted.adoptedRows[0]?.latin).toContain(office.state().applications.get(a)!.names.latin.surname);
    expect(adopted.adoptedRows[0]?.citizenship).toBe('MNG');
  });

  it('locks the decision for good', () => {
    const office = ruledOffice();
    const [a] = office.accredits([1], '7');
    const id = 'decision-7';
    const locked: Command[] = [
      { type: 'decision.change', id, fields: someDecision },
      extend(id, row(office.readies(2))),
      { type: 'decision.reduceAnnex', id, applicationIds: [a!] },
      { type: 'decision.orderAnnex', id, applicationIds: [a!] },
      decides(id, row(a!, 'refuse', threeTimes('Z'))),
      { type: 'decision.discard', id },
      adopt(id, '8'),
    ];
    for (const command of locked)
      expect(office.refuses(command)).toMatchObject({ code: 'decision.locked', params: { number: '7' } });
  });

  it('needs a complete reason for every refusal and revocation', () => {
    const office = ruledOffice();
    const [accredited] = office.accredits([1]);
    const a = office.readies(2);
    office.drafts('d2', [a]);
    for (const reason of [null, { ...threeTimes('Z'), ky: ' ' }]) {
      office.does(decides('d2', row(a, 'refuse', reason)));
      expect(office.refuses(adopt('d2', '2'))).toMatchObject({ code: 'decision.reasonMissing' });
    }
    office.does(decides('d2', row(a, 'refuse', threeTimes('Z'))));
    office.does(extend('d2', row(accredited!, 'revoke', null)));
    expect(office.refuses(adopt('d2', '2'))).toMatchObject({ code: 'decision.reasonMissing' });
    expect(status(office, accredited!)).toBe('accredited');
  });

  it('needs people, a number, and a day after session and publication that is not in the future', () => {
    const office = ruledOffice();
    office.drafts('d1', []);
    expect(office.refuses(adopt('d1', '1'))).toMatchObject({ code: 'decision.empty' });
    office.does(extend('d1', row(office.readies(1))));
    expect(office.refuses(adopt('d1', ' '))).toMatchObject({
      code: 'fields.invalid',
      fields: [{ path: 'number', code: 'field.required' }],
    });
    expect(office.refuses(adopt('d1', '1', '2025-11-21'))).toMatchObject({ code: 'decision.inFuture' });
    expect(office.refuses(adopt('d1', '1', '2025-10-23'))).toMatchObject({ code: 'decision.beforeSession' });
    office.does({ type: 'decision.change', id: 'd1', fields: { ...someDecision, sessionDate: '2025-09-01' } });
    expect(office.refuses(adopt('d1', '1', '2025-09-29'))).toMatchObject({
      code: 'decision.beforePublication',
      params: { date: '2025-09-30' },
    });
    office.does(adopt('d1', '1', '2025-09-30'));
  });

  it('on the very day of the session, and today, is in order', () => {
    for (const date of ['2025-10-24', '2025-11-20']) {
      const office = ruledOffice();
      office.drafts('d1', [office.readies(1)]);
      office.does(adopt('d1', '1', date));
      expect(office.state().decisions.get('d1')?.date).toBe(date);
    }
  });

  it('takes no number that another decision of the election bears, however it is written', () => {
    const office = ruledOffice();
    office.accredits([1], '5-Ү');
    office.drafts('d2', [office.readies(2)]);
    expect(office.refuses(adopt('d2', ' 5-ү '))).toMatchObject({
      code: 'decision.numberTaken',
      params: { number: '5-ү' },
    });
    office.does(adopt('d2', '6-Ү'));
  });

  it('needs a quorum and a majority', () => {
    const office = ruledOffice();
    office.drafts('d1', [office.readies(1)]);
    for (const [votes, present] of [
      [{ for: 3, against: 0, abstained: 0 }, 3],
      [{ for: 5, against: 5, abstained: 0 }, 10],
    ] as const) {
      office.does({ type: 'decision.change', id: 'd1', fields: { ...someDecision, votes, present } });
      office.refuses(adopt('d1', '1'));
    }
    office.does({ type: 'decision.change', id: 'd1', fields: someDecision });
    office.does(adopt('d1', '1'));
  });

  it('does not revoke before the day of accreditation, and revokes on it', () => {
    const office = ruledOffice();
    const [a] = office.accredits([1], '1', '2025-11-10');
    office.does({ type: 'certificate.reserve', issuedOn: '2025-11-10', rows: [{ id: 'c1', applicationId: a! }] });
    office.drafts('d2', []);
    office.does(extend('d2', row(a!, 'revoke', threeTimes('Ground'))));
    expect(office.refuses(adopt('d2', '2', '2025-11-09'))).toMatchObject({ code: 'decision.wrongStatus' });
    office.does(adopt('d2', '2', '2025-11-10'));
    expect(status(office, a!)).toBe('revoked');
    expect(office.state().certificates.get('c1')).toMatchObject({ status: 'void', report: 'Ground' });
  });

  it('leaves the certificate of who is not revoked alone', () => {
    const office = ruledOffice();
    const [a, b] = office.accredits([1, 2]);
    office.does({
      type: 'certificate.reserve',
      issuedOn: '2025-11-10',
      rows: [
        { id: 'c1', applicationId: a! },
        { id: 'c2', applicationId: b! },
      ],
    });
    office.drafts('d2', [office.readies(3)]);
    office.does(extend('d2', row(b!, 'revoke', threeTimes('Z'))));
    office.does(adopt('d2', '2', '2025-11-12'));
    expect(['c1', 'c2'].map((id) => office.state().certificates.get(id)?.status)).toEqual(['reserved', 'void']);
  });
});
