import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { freshQuestions } from '../../../renderer/features/handover/fresh-questions.ts';

it('no question of a handover that was looked at before an answer is shown again as it was', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  let answer = 'none';
  const question = (offset: number) => ({
    queryKey: ['receive.questions', { offset }],
    queryFn: () => Promise.resolve(`${String(offset)} ${answer}`),
  });
  const rows = { queryKey: ['receive.rows', 'id', null, 'ky', 1, 0], queryFn: () => Promise.resolve(answer) };
  await client.query(question(0));
  await client.query(rows);
  const shown = new QueryObserver(client, question(1));
  const stop = shown.subscribe(() => undefined);
  await shown.refetch();
  answer = 'theirs';
  await freshQuestions(client);
  expect(shown.getCurrentResult().data).toBe('1 theirs');
  expect(await client.query(question(0))).toBe('0 theirs');
  expect(await client.query(rows)).toBe('theirs');
  stop();
  client.clear();
});
