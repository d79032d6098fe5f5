/** Notes which record the clerk has opened, for the first screen to offer it again. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RecordRef } from '#shared/contract/drafts.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { call } from './office.ts';

/** `id` is null until the record is there. */
export function useOpened(kind: RecordRef['kind'], id: Id | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    void call('drafts.opened', { kind, id }).then(() => client.invalidateQueries({ queryKey: ['drafts.recent'] }));
  }, [client, kind, id]);
}
