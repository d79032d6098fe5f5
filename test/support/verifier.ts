/** What a verifier page holds, taken out of it as the page itself does. */
import { openList, type CheckList } from '#shared/badge-check/check-list.ts';

/** The list of a page; throws where it has none that its signature holds for. */
export function listOfPage(page: string | Uint8Array): { list: CheckList; fingerprint: string } {
  const text = typeof page === 'string' ? page : new TextDecoder().decode(page);
  const [, given = ''] = /<script type="application\/json" id="given">([\s\S]*?)<\/script>/u.exec(text) ?? [];
  const opened = openList((JSON.parse(given) as { signed: unknown }).signed);
  if (!opened) throw new Error('the page’s list is not what was signed');
  return opened;
}
