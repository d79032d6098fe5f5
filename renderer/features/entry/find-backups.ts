/** Asks for the folder or stick with the backups and shows what is in it. */
import type { FoundBackup } from '#shared/contract/backups.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';

export function useFindBackups(
  onFound: (found: readonly FoundBackup[]) => void,
  onRefusal: (refusal: Refusal | null) => void,
): () => Promise<void> {
  const language = useLanguage();
  return async () => {
    onRefusal(null);
    const reply = await call('restore.look', { language });
    if (!reply.ok) onRefusal(reply.refusal);
    else if (reply.value.found) onFound(reply.value.found);
  };
}
