/** Random work in the office: an intent picks its targets among what the register holds when its turn comes. */
import * as fc from 'fast-check';
import { runsOf } from '#shared/domain/records/certificate.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { someOrganisation, someDecision, someElection, somePerson, someSettings, threeTimes } from './fictitious.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { Map as PersistentMap } from 'immutable';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { SigningKey } from '#shared/domain/records/signing-key.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { UndoableChange } from '#shared/domain/register/undoable-change.ts';

export type Intent = { kind: number; a: number; b: number; c: number; flag: boolean };

export const intents = (most: number): fc.Arbitrary<Intent[]> =>
  fc.array(fc.record({ kind: fc.nat(111), a: fc.nat(30), b: fc.nat(30), c: fc.nat(5), flag: fc.boolean() }), {
    minLength: Math.floor(most / 2),
    maxLength: most,
    size: 'max',
  });

const pick = (map: PersistentMap<Id, unknown>, n: number): Id => [...map.keys()][n % Math.max(1, map.size)] ?? 'nobody';
const several = (map: PersistentMap<Id, unknown>, n: number, count: number): Id[] =>
  Array.from({ length: count }, (_, i) => pick(map, n + i));

const days = ['2025-10-24', '2025-11-02', '2025-11-12', '2025-11-19', '2025-11-28'];

const wholePicture = { x: 0, y: 0, width: 354, height: 472, turn: 0 };

const standings = ['draft', 'received', 'incomplete', 'ready', 'on-agenda', 'accredited'] as const;

const someSigningKey = (n: number): SigningKey => ({
  id: String(n).padStart(8, '0'),
  publicKey: String(n).padStart(43, 'A'),
  fingerprint: String(n).padStart(8, '0').padEnd(64, 'f'),
  madeAt: '2025-10-24T08:00:00.000Z',
  from: null,
});

/** A step as if somebody had just taken it: what stands now is what it left, what it is taken back to is made up. */
function someStep({ applications, decisions }: State, { a, b, c, flag }: Omit<Intent, 'kind'>): UndoableChange {
  const person = applications.get(pick(applications, a));
  const decision = decisions.get(pick(decisions, b));
  const other = applications.get(pick(applications, b));
  const row = other && { applicationId: other.id, action: 'accredit' as const, reason: null };
  const rows = flag ? (decision?.rows.slice(1) ?? []) : [...(decision?.rows.toReversed() ?? []), ...(row ? [row] : [])];
  return {
    applications:
      person && c < 4
        ? [{ left: person, back: { ...person, ...somePerson(b), status: standings[a % 6] ?? 'draft' } }]
        : [],
    decisions:
      decision && c > 2
        ? [{ left: decision, back: { ...decision, status: 'draft', minutesNumber: String(a), rows } }]
        : [],
  };
}

/** The command an intent stands for in a state; weights favour the corridor from application to certificate. */
export function commandOf(state: State, { kind, a, b, c, flag }: Intent, turn: number): Command {
  const id = `new-${String(turn)}`;
  const { applications, organisations, certificates, decisions, elections } = state;
  const electionId = pick(elections, flag ? 0 : c);
  const day = days[c % days.length] ?? '2025-10-24';
  const person = somePerson(a);
  if (kind < 3 || elections.isEmpty())
    return {
      type: 'election.save',
      id,
      fields: { ...someElection, resultsPublishedOn: kind === 0 && flag ? '2025-12-20' : null },
    };
  if (kind === 111) {
    const { from, ...key } = someSigningKey(c);
    return flag
      ? { type: 'office.bringInKey', giver: 'Б. Үлгүева', key }
      : { type: 'office.recordSigningKey', key: { ...key, from } };
  }
  if (kind >= 106) return { type: 'step.takeBack', step: someStep(state, { a, b, c, flag }) };
  if (kind >= 104 && c < 3) {
    const colour = flag ? '#123456' : '#8f1d2c';
    const { technical } = defaultDesign.categories;
    const categories = { ...defaultDesign.categories, technical: { ...technical, colour } };
    return { type: 'office.changeDesign', design: { ...defaultDesign, categories } };
  }
  if (kind >= 104) {
    const shift = { x: a / 10, y: 0 - b / 10 };
    const uses = { certificates: flag, badges: true };
    return {
      type: 'office.setPrinters',
      printers: [{ id: 'p', name: 'P', front: shift, back: shift, margin: 4, ...uses }],
    };
  }
  if (kind >= 102) {
    const changes = [
      { language: 'ky' as const, key: 'documents.list.title', text: flag ? `Тизме ${String(a)}` : null },
    ];
    return { type: 'office.correctWordings', changes };
  }
  if (kind >= 100) {
    const from = 1 + a * 4;
    const blocks = flag ? [{ from, to: from + b }, ...(c === 0 ? [{ from: 500, to: 500 + a }] : [])] : [];
    const certificates = { ...someSettings.certificates, blocks };
    return { type: 'office.changeSettings', settings: { ...someSettings, certificates } };
  }
  if (kind < 6 || organisations.isEmpty())
    return { type: 'organisation.save', id, fields: someOrganisation, correspondence: null };
  // Paper that lies at the printer is soon looked at; while none lies there, more people are taken in.
  const paper = flag ? 'badge' : 'certificate';
  const lying = certificates.filter((one) => runsOf(one, paper).at(-1)?.outcome === 'awaited');
  if (kind < 14 && (!lying.isEmpty() || kind === 6)) {
    const one = pick(lying, a);
    return {
      ...{ type: 'certificate.judgePrint', paper, well: c < 3 ? [one] : [], issuedOn: '2025-11-29' },
      failed: c < 3 ? [] : [{ id: one, newId: c === 5 ? id : null }],
      fault: b % 4 === 0 ? '' : 'бүктөлдү',
    };
  }
  if (kind < 22)
    return { type: 'application.save', id, electionId, organisationId: pick(organisations, b), fields: person };
  if (kind < 25) {
    const existing = applications.get(pick(applications, b));
    return {
      type: 'application.save',
      id: existing?.id ?? id,
      electionId: existing?.electionId ?? electionId,
      organisationId: pick(organisations, a),
      fields: flag ? person : { ...person, citizenship: 'KGZ' },
      hostOverride: c === 0 ? null : { justification: 'негиз' },
    };
  }
  if (kind < 28) {
    const rows = [a, a + 40, a + 80].map((n, i) => ({ id: `${id}-${String(i)}`, fields: somePerson(flag ? n : a) }));
    const reading = { columns: [], nameOrder: 'surname-first' as const };
    return {
      type: 'application.import',
      id,
      electionId,
      organisationId: pick(organisations, b),
      fileName: 'a.xlsx',
      reading,
      rows,
    };
  }
  if (kind < 29 && c === 0) {
    const photo = { original: 'a'.repeat(64), picture: 'bcdef'.charAt(b % 5).repeat(64), crop: wholePicture };
    return {
      type: 'application.setPhotos',
      rows: several(applications, a, 1 + (b % 3)).map((one) => ({ id: one, photo })),
    };
  }
  if (kind < 29 && flag) return { type: 'import.withdraw', id: pick(state.imports, a) };
  if (kind < 30) return { type: 'application.receive', ids: [pick(applications, a)] };
  if (kind < 42) return { type: 'application.markReady', ids: several(applications, a, c + 1) };
  if (kind < 44)
    return {
      type: 'application.sendBack',
      id: pick(applications, a),
      missing: flag ? ['photo'] : [],
      faults: c < 2 ? [{ path: 'papers.consent', code: 'field.required' as const }] : [],
    };
  if (kind < 47) {
    // Often somebody who holds a certificate, which is then void.
    const holder = flag ? certificates.get(pick(certificates, a))?.applicationId : undefined;
    return {
      type: 'application.withdraw',
      ids: [holder ?? pick(applications, a), ...(c === 0 ? [pick(applications, b)] : [])],
      on: flag ? '2025-11-29' : day,
      reason: threeTimes('себеп'),
      letter: c > 2 ? { number: String(a), date: day } : null,
    };
  }
  if (kind < 48 && flag) return { type: 'application.disallowHostCitizen', id: pick(applications, a), reason: 'себеп' };
  if (kind < 48)
    return {
      type: 'application.settleDuplicate',
      id: pick(applications, a),
      other: pick(applications, b),
      verdict: 'different-people',
      remark: '',
    };
  if (kind < 53) return { type: 'decision.draft', id, electionId, fields: someDecision };
  if (kind < 66) {
    const action = c === 0 ? 'revoke' : c === 1 ? 'refuse' : 'accredit';
    const ids = several(applications, b, flag ? 4 : 1);
    return {
      type: 'decision.extendAnnex',
      id: pick(decisions, a),
      rows: ids.map((applicationId) => ({ applicationId, action, reason: flag ? threeTimes('негиз') : null })),
    };
  }
  if (kind < 68)
    return { type: 'decision.reduceAnnex', id: pick(decisions, a), applicationIds: [pick(applications, b)] };
  if (kind < 70)
    return {
      type: 'decision.decideAnnex',
      id: pick(decisions, a),
      rows: [
        { applicationId: pick(applications, b), action: flag ? 'refuse' : 'accredit', reason: threeTimes('негиз') },
      ],
    };
  if (kind < 71) return { type: 'decision.discard', id: pick(decisions, a) };
  if (kind < 72)
    return {
      type: 'decision.orderAnnex',
      id: pick(decisions, a),
      applicationIds:
        decisions
          .get(pick(decisions, a))
          ?.rows.map((row) => row.applicationId)
          .reverse() ?? [],
    };
  if (kind < 73)
    return {
      type: 'decision.change',
      id: pick(decisions, a),
      fields: {
        ...someDecision,
        minutesNumber: String(b),
        present: flag ? a : null,
        votes: flag ? { for: b, against: c, abstained: 0 } : someDecision.votes,
      },
    };
  if (kind < 81)
    return {
      type: 'decision.adopt',
      id: pick(decisions, a),
      adoption: { number: String(flag ? turn : b % 3), date: day },
    };
  if (kind < 87)
    return {
      type: 'certificate.reserve',
      issuedOn: '2025-11-29',
      rows: several(applications, a, c + 1).map((applicationId, i) => ({ id: `${id}-${String(i)}`, applicationId })),
    };
  if (kind < 92)
    return {
      type: 'certificate.print',
      ids: [pick(certificates, a)],
      paper: flag ? 'badge' : 'certificate',
      design: c === 0 ? 'current' : 'as-printed',
      reason: b % 3 === 0 ? '' : 'себеп',
    };
  if (kind < 93 && flag)
    return {
      type: 'certificate.spoilAndReplace',
      ...{ rows: [{ id: pick(certificates, a), newId: id }], report: 'аты өзгөрдү', issuedOn: '2025-11-29' },
    };
  if (kind < 94)
    return {
      type: 'certificate.issue',
      ids: [pick(certificates, a)],
      receipt: { to: 'self', proxyName: '', proxyDocument: '', identitySeen: flag, on: '2025-11-29' },
    };
  if (kind < 95) return { type: 'certificate.return', ids: [pick(certificates, a)], on: '2025-11-30' };
  if (kind < 97) {
    const incident = { on: c === 0 ? null : day, where: 'Ош', reportedBy: c === 1 ? '' : 'Үлгүев', reference: '' };
    return {
      type: 'certificate.report',
      id: pick(certificates, a),
      as: flag ? 'lost' : 'spoiled',
      report: 'билдирүү',
      incident,
    };
  }
  return { type: 'certificate.replace', id: pick(certificates, a), newId: id, issuedOn: '2025-11-29' };
}
