/** Carries the real round of 2025 through an office, from nothing to certificates in people's hands. */
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import { emptyCorrespondence } from '#shared/domain/records/organisation.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { DecisionFields } from '#shared/domain/records/decision.ts';
import { usualLockAfter, type OfficeSettings } from '#shared/domain/records/office.ts';
import { usualSession } from '#shared/domain/records/voting-rules.ts';
import type { Photo } from '#shared/domain/records/person.ts';
import type { Office } from '../office.ts';
import { drawPortrait, portraitHeight, portraitWidth } from './portrait.ts';
import { defaultChecklist } from '#shared/domain/records/checklist.ts';
import { addStaff, asHead, sampleActor, sampleHead } from './staff.ts';
import { samplePeople, type SamplePerson } from './people.ts';
import {
  roundOrganisations,
  roundDecisions,
  roundElection,
  roundElectionId,
  type RoundDecision,
} from './round.data.ts';

/** Whose office it is: the commission's real name, and people who do not exist. */
export const sampleSettings: OfficeSettings = {
  commission: {
    ky: 'Кыргыз Республикасынын Шайлоо жана референдум өткөрүү боюнча борбордук комиссиясы',
    ru: 'Центральная комиссия по выборам и проведению референдумов Кыргызской Республики',
    en: 'Central Election Commission of the Kyrgyz Republic',
  },
  city: { ky: 'Бишкек ш.', ru: 'г. Бишкек', en: 'Bishkek' },
  chair: { ky: 'Ү. Үлгүбеков', ru: 'У. Улгубеков', en: 'U. Ulgubekov' },
  secretary: { ky: 'С. Сынакова', ru: 'С. Сынакова', en: 'S. Synakova' },
  certificates: { series: 'A', format: '{series}-{number}', digits: 4, blocks: [] },
  session: usualSession,
  legalBases: [
    {
      ky: 'конституциялык Мыйзамдын 10-беренесине ылайык',
      ru: 'в соответствии со статьёй 10 конституционного Закона',
      en: 'under article 10 of the constitutional Law',
    },
  ],
  clerk: '',
  lockAfter: usualLockAfter,
  checklist: defaultChecklist,
};

/** The hour of the sample's days; 09:00 in Bishkek is 03:00 UTC. */
export type SampleClock = { now(): Date; set(day: string): void };

export function sampleClock(): SampleClock {
  let base = Date.parse('2025-10-01T06:00:00.000Z');
  let ticks = 0;
  return {
    now: () => new Date(base + 1000 * ticks++),
    set(day) {
      base = Date.parse(`${day}T06:00:00.000Z`);
      ticks = 0;
    },
  };
}

export type CarryOptions = {
  office: Office;
  clock: SampleClock;
  sample: boolean;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
  /** Leaves some certificates in each state, so that every screen of the sample has something to show. */
  variety: boolean;
};

export async function carryRound(options: CarryOptions): Promise<Outcome<{ certificateIds: string[] }>> {
  const { office, clock, signal } = options;
  const people = samplePeople();
  const total = people.length + roundDecisions.length * 10;
  let worked = 0;
  const step = (by: number) => {
    worked += by;
    options.onProgress(Math.min(worked, total), total);
  };
  const must = async (command: Command): Promise<void> => {
    signal.throwIfAborted();
    const outcome = await office.execute(command, sampleActor(command));
    if (!outcome.ok) throw new Error(`the round was refused at ${command.type}: ${JSON.stringify(outcome.refusal)}`);
  };

  clock.set('2025-10-06');
  const { name, login } = sampleHead;
  await must({ type: 'office.establish', settings: sampleSettings, sample: options.sample, head: { name, login } });
  await addStaff(office);
  office.actAs(asHead);
  await must({ type: 'election.save', id: roundElectionId, fields: roundElection });
  for (const [index, { id, fields }] of roundOrganisations.entries()) {
    await must({
      type: 'organisation.save',
      id,
      fields,
      correspondence: { electionId: roundElectionId, fields: letters(index) },
    });
  }

  for (const [index, decision] of roundDecisions.entries()) {
    clock.set(decision.date);
    const own = people.filter((person) => person.decision === index);
    await register(office, own, must, step, signal);
    await must({ type: 'application.markReady', ids: own.map(({ id }) => id) });
    await adopt(decision, index, own, must);
    step(10);
  }
  clock.set('2025-11-20');
  const waiting = people.filter((person) => person.decision === null);
  await register(office, waiting, must, step, signal);
  const ids = waiting.map(({ id }) => id);
  await must({ type: 'application.receive', ids: ids.slice(2) });
  await must({ type: 'application.markReady', ids: ids.slice(4) });
  await must({
    type: 'application.sendBack',
    id: ids[2] ?? '',
    missing: [],
    faults: [{ path: 'papers.passport-copy', code: 'field.required' }],
  });

  const rows = people
    .filter((person) => person.decision !== null)
    .map(({ id }) => ({ id: `certificate-${id}`, applicationId: id }));
  const numbered = options.variety ? rows.slice(0, 297) : rows;
  await must({ type: 'certificate.reserve', issuedOn: '2025-11-20', rows: numbered });
  const certificateIds = numbered.map(({ id }) => id);
  if (options.variety) await variety(certificateIds, must);
  return done({ certificateIds });
}

type Must = (command: Command) => Promise<void>;

async function register(
  office: Office,
  people: readonly SamplePerson[],
  must: Must,
  step: (by: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const byOrganisation = new Map<string, { id: string; fields: SamplePerson['fields'] & { photo: Photo | null } }[]>();
  for (const { id, organisationId, fields, seed } of people) {
    signal.throwIfAborted();
    const bytes = drawPortrait(seed, fields.sex ?? 'unspecified');
    const crop = { x: 0, y: 0, width: portraitWidth, height: portraitHeight };
    const photo = await office.call('photo.add', { original: bytes, picture: bytes, crop });
    if (!photo.ok) throw new Error(`a drawn portrait was refused: ${photo.refusal.code}`);
    const rows = byOrganisation.get(organisationId) ?? [];
    rows.push({ id, fields: { ...fields, photo: photo.value as Photo } });
    byOrganisation.set(organisationId, rows);
    step(1);
    // Drawing is heavy: the window gets a turn after each.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const reading = { columns: [], nameOrder: 'surname-first' as const };
  for (const [organisationId, rows] of byOrganisation) {
    const fileName = `${organisationId}.xlsx`;
    await must({
      type: 'application.import',
      id: `import-${rows[0]?.id ?? organisationId}`,
      electionId: roundElectionId,
      organisationId,
      fileName,
      reading,
      rows,
    });
  }
}

async function adopt(decision: RoundDecision, index: number, people: readonly SamplePerson[], must: Must) {
  const id = `decision-${decision.date}`;
  await must({ type: 'decision.draft', id, electionId: roundElectionId, fields: decisionFields(decision, index) });
  const rows = people.map((person) => ({ applicationId: person.id, action: 'accredit' as const, reason: null }));
  await must({ type: 'decision.extendAnnex', id, rows });
  await must({ type: 'decision.adopt', id, adoption: { number: `${String(index + 1)}-Ү`, date: decision.date } });
}

/** Numbers of minutes and decisions were not published: these are the sample's own. */
const decisionFields = (decision: RoundDecision, index: number): DecisionFields => ({
  sessionDate: decision.date,
  minutesNumber: `${String(index + 1)}-Ү`,
  title: {
    ky: 'Эл аралык байкоочуларды аккредитациялоо жөнүндө',
    ru: 'Об аккредитации международных наблюдателей',
    en: 'On the accreditation of international observers',
  },
  legalBasis: {
    ky: 'конституциялык Мыйзамдын 10-беренесине ылайык',
    ru: 'в соответствии со статьёй 10 конституционного Закона',
    en: 'under article 10 of the constitutional Law',
  },
  votes: { for: 12, against: 0, abstained: 0 },
  present: 12,
  signatories: [
    { role: 'chairperson', name: sampleSettings.chair },
    { role: 'secretary', name: sampleSettings.secretary },
  ],
});

const inviters = ['president', 'jogorku-kenesh', 'cabinet', 'commission'] as const;

/** Letters were not published either. */
const letters = (index: number) => ({
  ...emptyCorrespondence,
  invitedBy: inviters[index % inviters.length] ?? null,
  invitation: { number: `Ү-${String(100 + index)}`, date: '2025-10-03' },
  letter: { number: `S-${String(200 + index)}`, date: '2025-10-06' },
  ministryNote: { number: `Н-${String(300 + index)}`, date: '2025-10-06' },
});

async function variety(ids: readonly string[], must: Must): Promise<void> {
  const printed = ids.slice(0, 240);
  await must({ type: 'certificate.print', ids: printed, paper: 'certificate' });
  await must({ type: 'certificate.print', ids: printed, paper: 'badge' });
  // The last ten lie at the printer: the clerk has not looked at them yet, but for one that is crumpled.
  const looked = { well: printed.slice(0, 230), failed: [], fault: '', issuedOn: '2025-11-20' };
  await must({ type: 'certificate.judgePrint', paper: 'certificate', ...looked });
  await must({ type: 'certificate.judgePrint', paper: 'badge', ...looked });
  const crumpled = printed.slice(239).map((id) => ({ id, newId: null }));
  const fault = 'Принтерде бүктөлдү / Замято принтером';
  await must({ type: 'certificate.judgePrint', paper: 'certificate', ...looked, well: [], failed: crumpled, fault });
  const receipt = { to: 'self', proxyName: '', proxyDocument: '', identitySeen: true, on: '2025-11-20' } as const;
  await must({ type: 'certificate.issue', ids: ids.slice(0, 180), receipt });
  const proxy = {
    to: 'proxy',
    proxyName: 'Үлгү Өкүлов',
    proxyDocument: 'ID 0000001',
    identitySeen: true,
    on: '2025-11-20',
  } as const;
  await must({ type: 'certificate.issue', ids: ids.slice(180, 190), receipt: proxy });
  await must({
    type: 'certificate.report',
    id: ids[200] ?? '',
    as: 'spoiled',
    report: 'Принтерде бүктөлүп калды / Замято принтером',
  });
  await must({
    type: 'certificate.report',
    id: ids[20] ?? '',
    as: 'lost',
    incident: { on: '2025-11-19', where: 'Бишкек', reportedBy: 'Үлгү Өкүлов', reference: '' },
    report: 'Ээсинин билдирүүсү / Заявление владельца',
  });
  await must({
    type: 'certificate.replace',
    id: ids[20] ?? '',
    newId: 'certificate-replacement',
    issuedOn: '2025-11-20',
  });
}
