/** The ways into an office and out of it, as operations: establish one, open one, sign in, recover, lock, leave. */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Notice } from '#shared/contract/index.ts';
import { unreadable } from '../store/opening.ts';
import type { Handlers } from '../operations/handlers.ts';
import type { CurrentOffice } from './current-office.ts';
import type { Founding } from './establish.ts';

export type EntryOptions = {
  current: CurrentOffice;
  founded: Founding;
  /** True when an office of one's own is there, or when it cannot be found out. */
  ownExists: () => Promise<boolean>;
  /** Makes the sample office where there is none, as the job of a name. */
  putSample: (job: string) => Promise<Outcome<unknown>>;
  notify: (notice: Notice) => void;
};

type EntryOperation =
  | 'entry.establish'
  | 'entry.makeHead'
  | 'entry.confirmRecoveryKey'
  | 'entry.openSample'
  | 'entry.openOffice'
  | 'entry.signIn'
  | 'entry.recover'
  | 'entry.setNewPassword'
  | 'entry.lock'
  | 'entry.stayAwake'
  | 'entry.leave';

export function entryHandlers(options: EntryOptions): Handlers<EntryOperation> {
  const { current, founded, ownExists, putSample, notify } = options;
  const { officeSession, entering } = current;
  const notOpen = () => refuse('office.notOpen');

  return {
    'entry.establish': async ({ settings, head, password }) =>
      (await ownExists())
        ? refuse('office.alreadyEstablished')
        : onDisk(() => founded.prepare(settings, head, password)),
    'entry.makeHead': ({ head, password }) =>
      onDisk(async () => (await officeSession()?.makeHead(head, password)) ?? notOpen()),
    'entry.confirmRecoveryKey': async ({ lastGroup }) => {
      const before = officeSession();
      if (before) return entering(before.confirmRecoveryKey(lastGroup));
      const confirmed = await onDisk(() => founded.confirm(lastGroup));
      if (!confirmed.ok) return confirmed;
      const own = await current.approach('own');
      const { operatorId, officeKey } = confirmed.value;
      return own.ok ? entering(own.value.enter(operatorId, officeKey)) : own;
    },
    'entry.openSample': async ({ job }) => {
      const made = await onDisk(() => putSample(job));
      return made.ok ? current.enterSample() : made;
    },
    'entry.openOffice': async () => {
      if (!(await ownExists())) return refuse('office.notEstablished');
      const own = await current.approach('own');
      return own.ok ? done({}) : own;
    },
    'entry.signIn': ({ login, password }) => {
      const before = officeSession();
      return before ? entering(before.signIn(login, password)) : notOpen();
    },
    'entry.recover': ({ recoveryKey }) => officeSession()?.recover(recoveryKey) ?? notOpen(),
    'entry.setNewPassword': ({ id, password }) => {
      const before = officeSession();
      return before ? entering(before.setNewPassword(id, password)) : notOpen();
    },
    'entry.lock': () => {
      current.lock();
      return done({});
    },
    'entry.stayAwake': () => {
      current.stayAwake();
      return done({});
    },
    'entry.leave': async () => {
      await current.leave();
      notify({ kind: 'entry' });
      return done({});
    },
  };
}

/** A folder that cannot be written to is the clerk's trouble, so it becomes a refusal. */
async function onDisk<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    return unreadable(error);
  }
}
