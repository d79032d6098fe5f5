/** Where backups go, and making one now. */
import { done } from '#shared/domain/base/refusals.ts';
import { wordsOf } from '../wording/words.ts';
import type { backupOperations } from '#shared/contract/backups.ts';
import type { BackupKeeper } from '../backup/auto-backup.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function backupHandlers(office: OfficeContext, backups: BackupKeeper): Handlers<keyof typeof backupOperations> {
  return {
    'backup.status': async () => done(await backups.status()),
    'backup.chooseFolder': async ({ language }) => {
      const folder = await office.ports.dialogs.chooseFolder({
        title: wordsOf(office.state())[language].backups.choose,
      });
      if (!folder) return done({ chosen: false });
      const kept = await backups.choose(folder);
      return kept.ok ? done({ chosen: true }) : kept;
    },
    'backup.forgetFolder': () => backups.forget(),
    'backup.make': ({ job }) => office.jobs.run(job, (control) => backups.make(control)),
  };
}
