/**
 * Who may call what: an operation without a row here fails the type check. What weighs more than its operation alone
 * (a leave for a host citizen, a revocation in an annex) is refused by the command's own roles, `command-roles.ts`.
 */
import type { OperationName } from './index.ts';
import { refuse, type Refused } from '../domain/base/refusals.ts';
import { heads, roles, secretaries, workers, type Actor, type Role } from '../domain/records/operator.ts';

/** `everybody`: whoever is signed in; `before sign-in`: the screens before it need it too. */
export type Allowed = readonly Role[] | 'everybody' | 'before sign-in';

export const allowedTo: Record<OperationName, Allowed> = {
  'entry.status': 'before sign-in',
  'entry.establish': 'before sign-in',
  'entry.makeHead': 'before sign-in',
  'entry.confirmRecoveryKey': 'before sign-in',
  'entry.openSample': 'before sign-in',
  'entry.openOffice': 'before sign-in',
  'entry.signIn': 'before sign-in',
  'entry.recover': 'before sign-in',
  'entry.setNewPassword': 'before sign-in',
  'entry.lock': 'before sign-in',
  'entry.archiveOffice': 'before sign-in',
  'entry.leave': 'before sign-in',
  'entry.stayAwake': 'everybody',
  'preferences.get': 'before sign-in',
  'preferences.set': 'before sign-in',
  'job.cancel': 'before sign-in',
  'restore.look': 'before sign-in',
  'restore.unlock': 'before sign-in',
  'restore.preview': 'before sign-in',
  'restore.carryOut': 'before sign-in',

  // Only what the publisher signed is ever started, and an office of one's own is backed up by somebody signed in.
  'update.choose': 'before sign-in',
  'update.carryOut': 'before sign-in',
  'support.check': 'before sign-in',
  'support.note': 'before sign-in',
  'support.save': 'before sign-in',

  'operator.list': 'everybody',
  'operator.add': heads,
  'operator.change': heads,
  'operator.deactivate': heads,
  'operator.resetPassword': heads,
  'operator.changePassword': 'everybody',
  'operator.newRecoveryKey': heads,

  'audit.lines': 'everybody',
  'audit.verify': 'everybody',
  'audit.latest': 'everybody',
  'backup.status': 'everybody',
  'backup.chooseFolder': heads,
  'backup.forgetFolder': heads,
  'backup.make': workers,

  'office.settings': 'everybody',
  'office.signingKeys': 'everybody',
  'office.changeSettings': heads,
  'election.list': 'everybody',
  'election.save': workers,
  'organisation.list': 'everybody',
  'organisation.save': workers,
  'totals.at': 'everybody',

  'application.list': 'everybody',
  'application.select': 'everybody',
  'application.countByStatus': 'everybody',
  'application.get': 'everybody',
  'application.neighbours': 'everybody',
  'application.possibleDuplicates': 'everybody',
  'application.save': workers,
  'application.receive': workers,
  'application.markReady': workers,
  'application.sendBack': workers,
  'application.withdraw': workers,
  'application.disallowHostCitizen': heads,
  'application.settleDuplicate': workers,

  'photo.add': workers,
  'photo.paste': workers,
  'photo.match': workers,
  'photo.assign': workers,

  'decision.list': 'everybody',
  'decision.get': 'everybody',
  'decision.agenda': 'everybody',
  'decision.draft': workers,
  'decision.change': workers,
  'decision.extendAnnex': workers,
  'decision.reduceAnnex': workers,
  'decision.decideAnnex': workers,
  'decision.orderAnnex': workers,
  'decision.discard': workers,
  'decision.adopt': secretaries,

  'certificate.list': 'everybody',
  'certificate.select': 'everybody',
  'certificate.numbers': 'everybody',
  'certificate.find': 'everybody',
  'certificate.printedBefore': 'everybody',
  'certificate.reserve': workers,
  'certificate.issue': workers,
  'certificate.return': workers,
  'certificate.report': workers,
  'certificate.replace': workers,
  'certificate.saveVerifier': workers,
  'numberRegister.list': 'everybody',
  'printQueue.list': 'everybody',
  'printQueue.select': 'everybody',
  'printQueue.judge': workers,
  'printQueue.replace': workers,

  // To look at paper is to read; to record a print is a command, and has its own roles.
  'document.render': 'everybody',
  'document.save': 'everybody',
  'document.saveDocx': 'everybody',
  'document.close': 'everybody',
  'list.columns': 'everybody',
  'list.save': 'everybody',
  'statement.days': 'everybody',
  'statement.read': 'everybody',
  'statement.saveDocx': 'everybody',
  'history.of': 'everybody',
  'search.everything': 'everybody',

  'import.choose': workers,
  'import.adjust': workers,
  'import.rows': workers,
  'import.commit': workers,
  'import.discard': workers,
  'import.list': 'everybody',
  'import.withdraw': workers,
  'import.saveTemplate': 'everybody',
  'handover.list': 'everybody',
  'handover.plan': workers,
  'handover.chooseFolder': workers,
  'handover.write': workers,
  'keyCard.save': workers,
  'keyCard.read': workers,
  'keyCard.bringIn': workers,

  'receive.list': 'everybody',
  'receive.choose': workers,
  'receive.lookAtOffered': workers,
  'receive.open': workers,
  'receive.preview': workers,
  'receive.questions': workers,
  'receive.rows': workers,
  'receive.settle': workers,
  'receive.settleRest': workers,
  'receive.discard': workers,
  'receive.commit': workers,

  'wording.list': 'everybody',
  'wording.correct': heads,
  'wording.export': 'everybody',
  'wording.read': heads,
  'design.current': 'everybody',
  'design.preview': 'everybody',
  'design.save': heads,
  'design.chooseEmblem': heads,
  'design.restoreEmblem': workers,
  'design.export': 'everybody',
  'design.read': heads,
  'printer.list': 'everybody',
  'printer.set': workers,

  'drafts.keep': workers,
  'drafts.unfinished': 'everybody',
  'drafts.take': 'everybody',
  'drafts.discard': workers,
  'drafts.opened': 'everybody',
  'drafts.recent': 'everybody',
  'drafts.waiting': 'everybody',
  'step.list': 'everybody',
  'step.takeBack': workers,
};

/** Why whoever is signed in, or nobody, may not call an operation; null when they may. */
export function callRefusal(name: OperationName, actor: Pick<Actor, 'role'> | null): Refused | null {
  const allowed = allowedTo[name];
  if (allowed === 'before sign-in') return null;
  if (!actor) return refuse('access.locked');
  const needed = allowed === 'everybody' ? roles : allowed;
  return needed.includes(actor.role) ? null : refuse('access.notAllowed', { role: needed[0] ?? 'head' });
}

/** Whether a role may call an operation: what the screens show by; the office enforces it. */
export const mayCall = (role: Role, name: OperationName): boolean => callRefusal(name, { role }) === null;
