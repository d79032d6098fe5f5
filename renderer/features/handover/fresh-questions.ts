/** After an answer: what was read of a handover's questions and records is read again when it is shown. */
import type { QueryClient } from '@tanstack/react-query';

/**
 * An answer may settle, add or take away other questions than the one on the screen; those looked at before are
 * forgotten, so that none of them is shown as it was.
 */
export async function freshQuestions(client: QueryClient): Promise<void> {
  client.removeQueries({ queryKey: ['receive.questions'], type: 'inactive' });
  await Promise.all(
    ['receive.questions', 'receive.rows'].map((name) => client.invalidateQueries({ queryKey: [name] })),
  );
}
