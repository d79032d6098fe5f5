/** Restoring a backup, as operations: look for backups in a folder, unlock one, preview it, put it in the office's place. */
import { done } from '#shared/domain/base/refusals.ts';
import { locales } from '#locales/index.ts';
import type { Handlers } from '../operations/handlers.ts';
import type { Dialogs } from '../context/ports.ts';
import type { Jobs } from '../context/jobs.ts';
import { restoring, type RestoringPlaces } from '../backup/restore.ts';
import type { CurrentOffice } from './current-office.ts';
import type { OfficeOpener } from './office-opener.ts';

export type RestoreOptions = Omit<RestoringPlaces, 'tryOpening'> & {
  opener: OfficeOpener;
  current: CurrentOffice;
  dialogs: Dialogs;
  jobs: Jobs;
};

type RestoreOperation = 'restore.look' | 'restore.unlock' | 'restore.preview' | 'restore.carryOut';

export function restoreHandlers(options: RestoreOptions): Handlers<RestoreOperation> {
  const { opener, current, dialogs, jobs, ...places } = options;
  const restore = restoring({
    ...places,
    async tryOpening(folder, officeKey) {
      const tried = await opener.open(folder, officeKey);
      if (!tried.ok) return tried;
      await tried.value.close();
      return done({});
    },
  });

  return {
    'restore.look': async ({ language }) => {
      const chosen = await dialogs.chooseFolder({ title: locales[language].backups.look });
      if (!chosen) return done({ found: null });
      const found = await restore.look(chosen);
      return found.ok ? done({ found: found.value }) : found;
    },
    'restore.unlock': ({ id, ...by }) => restore.unlock(id, by),
    'restore.preview': ({ id, job }) => jobs.run(job, (control) => restore.preview(id, control)),
    'restore.carryOut': async ({ id, job }) => {
      await current.leave();
      const restored = await jobs.run(job, (control) => restore.carryOut(id, control));
      if (!restored.ok) return restored;
      const entered = await current.approach('own');
      return entered.ok ? restored : entered;
    },
  };
}
