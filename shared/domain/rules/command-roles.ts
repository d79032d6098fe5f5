/** Who may do what: the roles that each command needs. A command without a row here fails the type check. */
import { refuse, type Refused } from '../base/refusals.ts';
import { heads, roles, secretaries, workers, type Actor, type Role } from '../records/operator.ts';
import type { Command } from '../register/commands.ts';

export const commandRoles: Record<Command['type'], readonly Role[]> = {
  'office.establish': heads,
  'office.changeSettings': heads,
  'office.correctWordings': heads,
  'office.changeDesign': heads,
  'office.setPrinters': workers,
  // Done by the program itself, for whoever signs in first.
  'office.recordSigningKey': roles,
  'office.bringInKey': workers,
  'office.noteRecoveryKey': heads,
  'operator.add': heads,
  'operator.addFirst': heads,
  'operator.change': heads,
  'operator.deactivate': heads,
  'operator.notePassword': roles,
  'election.save': workers,
  'organisation.save': workers,
  'application.save': workers,
  'application.setPhotos': workers,
  'application.disallowHostCitizen': heads,
  'application.import': workers,
  'import.withdraw': workers,
  'application.receive': workers,
  'application.markReady': workers,
  'application.sendBack': workers,
  'application.withdraw': workers,
  'application.settleDuplicate': workers,
  'decision.draft': workers,
  'decision.change': workers,
  'decision.extendAnnex': workers,
  'decision.reduceAnnex': workers,
  'decision.decideAnnex': workers,
  'decision.orderAnnex': workers,
  'decision.discard': workers,
  'decision.adopt': secretaries,
  'certificate.reserve': workers,
  'certificate.print': workers,
  'certificate.judgePrint': workers,
  'certificate.spoilAndReplace': workers,
  'certificate.issue': workers,
  'certificate.return': workers,
  'certificate.report': workers,
  'certificate.replace': workers,
  'step.takeBack': workers,
  'handover.record': workers,
  'handover.receive': workers,
};

/** The roles for this very command: some contents weigh more than their command alone. */
export function rolesFor(command: Command): readonly Role[] {
  const leave =
    command.type === 'application.save'
      ? command.hostOverride != null
      : command.type === 'application.import' && command.rows.some(({ hostOverride }) => hostOverride != null);
  const revokes =
    (command.type === 'decision.extendAnnex' || command.type === 'decision.decideAnnex') &&
    command.rows.some(({ action }) => action === 'revoke');
  return leave || revokes ? heads : commandRoles[command.type];
}

/** Null when the actor's role is among those needed; the refusal names the least of them. */
export function roleRefusal(actor: Pick<Actor, 'role'>, needed: readonly Role[]): Refused | null {
  return needed.includes(actor.role) ? null : refuse('access.notAllowed', { role: needed[0] ?? 'head' });
}
