/** Decisions about printing: what was printed, how it came out, and what becomes of paper that came out badly. */
import { currentVersion, printVersion } from '../rules/design-version.ts';
import { done, refuse } from '../base/refusals.ts';
import { forEach, inForce, person, printedPerson, reserveAll } from './certificate.ts';
import { fullName } from '../records/person.ts';
import { runsOf } from '../records/certificate.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { Id, IsoDate } from '../base/primitives.ts';
import type { State } from '../register/state.ts';

/** Records that paper was printed. The first print fixes what every later copy repeats; a later one needs a reason. */
export function print(
  state: State,
  { ids, paper, design = 'as-printed', reason = '' }: CommandOf<'certificate.print'>,
  { at, today }: DecideContext,
): Decided {
  return forEach(state, ids, ['reserved', 'printed', 'issued'], (certificate) => {
    const application = state.applications.get(certificate.applicationId);
    if (!application || !inForce(state, application, today)) {
      return refuse('certificate.notInForce', application ? person(application) : {});
    }
    const runs = runsOf(certificate, paper);
    const times = runs.length;
    const last = runs.at(-1);
    // What came out badly is printed again for that reason, and no other is asked.
    const known = last?.outcome === 'failed' ? last.fault : '';
    if (times > 0 && reason.trim() === '' && known === '') {
      const { number } = certificate;
      return refuse('certificate.printedBefore', { number, person: fullName(application.names.latin), times });
    }
    const why = times > 0 ? reason.trim() || known : '';
    const version = design === 'current' ? currentVersion(state) : printVersion(state, certificate, paper);
    const printed = certificate.printed ? null : printedPerson(state, application);
    const fact = { id: certificate.id, at, paper, person: printed, design: version, reason: why, awaited: true };
    return done([{ type: 'certificate.printed', ...fact }]);
  });
}

/**
 * What the clerk says of paper that was printed. What came out badly is printed again under its number, or, where the
 * numbered paper itself is spoiled, keeps that number as spoiled and is replaced by the next.
 */
export function judgePrint(
  state: State,
  { paper, well, failed, fault, issuedOn }: CommandOf<'certificate.judgePrint'>,
  { at, today }: DecideContext,
): Decided {
  const bad = new Set(failed.map(({ id }) => id));
  if (bad.size > 0 && fault.trim() === '') return refuse('certificate.faultMissing');
  const judged = forEach(state, [...well, ...bad], ['reserved', 'printed', 'issued'], (certificate) => {
    const { id, number } = certificate;
    if (runsOf(certificate, paper).at(-1)?.outcome !== 'awaited')
      return refuse('certificate.printNotAwaited', { number });
    const outcome = bad.has(id) ? 'failed' : 'well';
    return done([
      { type: 'certificate.printJudged', id, at, paper, outcome, fault: outcome === 'failed' ? fault.trim() : '' },
    ]);
  });
  if (!judged.ok) return judged;
  const rows = failed.flatMap(({ id, newId }) => (newId === null ? [] : { id, newId }));
  if (rows.length === 0) return judged;
  const replaced = endAndReserve(state, rows, fault, issuedOn, today);
  return replaced.ok ? done([...judged.value, ...replaced.value]) : replaced;
}

/** Paper that is no longer right: its number is kept as spoiled, and the next one stands in for it. */
export function spoilAndReplace(
  state: State,
  { rows, report, issuedOn }: CommandOf<'certificate.spoilAndReplace'>,
  { today }: DecideContext,
): Decided {
  if (report.trim() === '') return refuse('certificate.reportMissing');
  return endAndReserve(state, rows, report, issuedOn, today);
}

function endAndReserve(
  state: State,
  rows: readonly { id: Id; newId: Id }[],
  report: string,
  issuedOn: IsoDate,
  today: IsoDate,
): Decided {
  const ids = rows.map(({ id }) => id);
  const ended = forEach(state, ids, ['reserved', 'printed', 'issued'], ({ id }) =>
    done([{ type: 'certificate.spoiled', id, report: report.trim(), incident: null }]),
  );
  if (!ended.ok) return ended;
  const reservations = rows.map(({ id, newId }) => ({
    id: newId,
    applicationId: state.certificates.get(id)?.applicationId ?? '',
    predecessorId: id,
  }));
  const reserved = reserveAll(state, reservations, issuedOn, today, new Set(ids));
  return reserved.ok ? done([...ended.value, ...reserved.value]) : reserved;
}
