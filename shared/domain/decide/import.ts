/** Decisions about whole tables: taken in as one, and taken back as one while nobody has touched their people. */
import { save } from './application.ts';
import { done, refuse } from '../base/refusals.ts';
import { evolve } from '../evolve/index.ts';
import { fullName } from '../records/person.ts';
import { registerSlot, type State } from '../register/state.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';

/** All rows or none: one row that is refused refuses the whole import, named by `row` (from 1). */
export function importRows(state: State, command: CommandOf<'application.import'>, context: DecideContext): Decided {
  const work = importRowByRow(state, command, context);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** The same decision, which may be interrupted after each row: ten thousand rows take longer than a window may wait. */
export function* importRowByRow(
  state: State,
  command: CommandOf<'application.import'>,
  context: DecideContext,
): Generator<undefined, Decided> {
  const { id, electionId, organisationId, fileName, reading, rows } = command;
  if (rows.length === 0) return refuse('application.none');
  if (state.imports.has(id)) return refuse('input.invalid');
  const events: OfficeEvent[] = [];
  let soFar = state;
  for (const [index, row] of rows.entries()) {
    if (soFar.applications.has(row.id)) return refuse('input.invalid');
    const { id: rowId, fields, verdicts = [], hostOverride = null } = row;
    const saving = {
      type: 'application.save',
      id: rowId,
      electionId,
      organisationId,
      fields,
      verdicts,
      hostOverride,
    } as const;
    const decided = save(soFar, saving, context);
    if (!decided.ok) {
      const params = { ...decided.refusal.params, row: index + 1 };
      return { ok: false, refusal: { ...decided.refusal, params } };
    }
    events.push(...decided.value);
    soFar = decided.value.reduce(evolve, soFar);
    yield undefined;
  }
  const record = {
    id,
    electionId,
    organisationId,
    fileName,
    at: context.at,
    applicationIds: rows.map((row) => row.id),
    lastNumber: soFar.counters.get(registerSlot(electionId), 1),
    reading,
    withdrawnAt: null,
  };
  return done([...events, { type: 'import.recorded', record }]);
}

export function withdrawImport(state: State, { id }: CommandOf<'import.withdraw'>, { at }: DecideContext): Decided {
  const record = state.imports.get(id);
  if (!record) return refuse('import.unknown');
  if (record.withdrawnAt) return refuse('import.alreadyWithdrawn');
  for (const applicationId of record.applicationIds) {
    const application = state.applications.get(applicationId);
    if (application?.importId === id) continue;
    return refuse('import.touched', {
      person: application ? fullName(application.names.latin) : '',
      number: application?.number ?? 0,
    });
  }
  return done([{ type: 'import.withdrawn', id, at }]);
}
