/** What is allowed: (state, command) -> events | refusal. Pure, total over the commands, never throws for a refusal. */
import { roleRefusal, rolesFor } from '../rules/command-roles.ts';
import { assertNever } from '../base/primitives.ts';
import type { Command, Decided, DecideContext } from '../register/commands.ts';
import type { State } from '../register/state.ts';
import { done, refuse } from '../base/refusals.ts';
import * as operator from './operator.ts';
import * as office from './office.ts';
import * as design from './design.ts';
import * as application from './application.ts';
import * as tableImport from './import.ts';
import * as decision from './decision.ts';
import { receiveHandover } from './receive.ts';
import { takeBack } from './step.ts';
import * as certificate from './certificate.ts';
import * as printing from './printing.ts';

/** The same answer as `decide`, in a work that may be interrupted where a command has many rows. */
export function* decideRowByRow(state: State, command: Command, context: DecideContext): Generator<undefined, Decided> {
  if (command.type !== 'application.import' || !state.settings) return decide(state, command, context);
  const notAllowed = roleRefusal(context.actor, rolesFor(command));
  if (notAllowed) return notAllowed;
  return yield* tableImport.importRowByRow(state, command, context);
}

/** The events that a command leads to in this state, none when it would change nothing, or why it is refused. */
export function decide(state: State, command: Command, context: DecideContext): Decided {
  const notAllowed = roleRefusal(context.actor, rolesFor(command));
  if (notAllowed) return notAllowed;
  if (command.type === 'office.establish') return office.establish(state, command, context);
  if (!state.settings) return refuse('office.notEstablished');
  switch (command.type) {
    case 'office.changeSettings':
      return office.changeSettings(state, command);
    case 'office.correctWordings':
      return office.correctWordings(state, command, context);
    case 'office.changeDesign':
      return design.changeDesign(state, command, context);
    case 'office.setPrinters':
      return design.setPrinters(state, command);
    case 'office.recordSigningKey':
      return office.recordSigningKey(state, command);
    case 'office.bringInKey':
      return office.bringInKey(state, command, context);
    case 'office.noteRecoveryKey':
      return done([{ type: 'office.recoveryKeyMade' }]);
    case 'operator.add':
      return operator.addOperator(state, command, context);
    case 'operator.addFirst':
      return operator.addFirstHead(state, command, context);
    case 'operator.change':
      return operator.changeOperator(state, command);
    case 'operator.deactivate':
      return operator.deactivateOperator(state, command, context);
    case 'operator.notePassword':
      return operator.notePassword(state, command, context);
    case 'election.save':
      return office.saveElection(state, command);
    case 'organisation.save':
      return office.saveOrganisation(state, command);
    case 'handover.record':
      return office.recordHandover(state, command);
    case 'handover.receive':
      return receiveHandover(state, command, context);
    case 'step.takeBack':
      return takeBack(state, command, context);
    case 'application.save':
      return application.save(state, command, context);
    case 'application.setPhotos':
      return application.setPhotos(state, command);
    case 'application.import':
      return tableImport.importRows(state, command, context);
    case 'import.withdraw':
      return tableImport.withdrawImport(state, command, context);
    case 'application.disallowHostCitizen':
      return application.disallowHostCitizen(state, command, context);
    case 'application.receive':
      return application.receive(state, command, context);
    case 'application.markReady':
      return application.markReady(state, command, context);
    case 'application.sendBack':
      return application.sendBack(state, command);
    case 'application.withdraw':
      return application.withdraw(state, command, context);
    case 'application.settleDuplicate':
      return application.settleDuplicate(state, command, context);
    case 'decision.draft':
      return decision.draft(state, command);
    case 'decision.change':
      return decision.change(state, command);
    case 'decision.extendAnnex':
      return decision.extendAnnex(state, command);
    case 'decision.reduceAnnex':
      return decision.reduceAnnex(state, command);
    case 'decision.decideAnnex':
      return decision.decideAnnex(state, command);
    case 'decision.orderAnnex':
      return decision.orderAnnex(state, command);
    case 'decision.discard':
      return decision.discard(state, command);
    case 'decision.adopt':
      return decision.adopt(state, command, context);
    case 'certificate.reserve':
      return certificate.reserve(state, command, context);
    case 'certificate.print':
      return printing.print(state, command, context);
    case 'certificate.judgePrint':
      return printing.judgePrint(state, command, context);
    case 'certificate.spoilAndReplace':
      return printing.spoilAndReplace(state, command, context);
    case 'certificate.issue':
      return certificate.issue(state, command, context);
    case 'certificate.return':
      return certificate.returned(state, command, context);
    case 'certificate.report':
      return certificate.report(state, command, context);
    case 'certificate.replace':
      return certificate.replace(state, command, context);
    default:
      return assertNever(command);
  }
}
