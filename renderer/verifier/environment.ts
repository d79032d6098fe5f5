/** What stands around the work: whose page it is, the languages, and how old and whose the list is. */
import type { CheckList } from '#shared/badge-check/check-list.ts';
import { readableFingerprint } from '#shared/domain/base/fingerprint.ts';
import { languages } from '#shared/domain/base/languages.ts';
import type { Language, Sha256 } from '#shared/domain/base/primitives.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { element, sign } from './elements.ts';
import type { PageWords } from './injected-data.ts';

/** Each in its own letters, as whoever looks for it knows it. */
const ownNames: Record<Language, string> = { ky: 'Кыргызча', ru: 'Русский', en: 'English' };

const withValues = (wording: string, values: Record<string, string>): string =>
  wording.replace(/\{\{(\w+)\}\}/gu, (_whole, name: string) => values[name] ?? '');

export function pageHead(
  words: PageWords,
  language: Language,
  list: CheckList | null,
  onLanguage: (language: Language) => void,
): HTMLElement {
  const choice = element('div', { class: 'languages', role: 'group', 'aria-label': words.language });
  for (const one of languages) {
    const pressed = String(one === language);
    const button = element(
      'button',
      { type: 'button', lang: one, 'data-language': one, 'aria-pressed': pressed },
      ownNames[one],
    );
    button.addEventListener('click', () => onLanguage(one));
    choice.append(button);
  }
  const head = element('header', {}, choice);
  if (list) head.append(element('p', { class: 'commission' }, list.commission[language]));
  head.append(element('h1', {}, words.title));
  if (list) head.append(element('p', { class: 'election' }, list.election.name[language]));
  if (list?.sample) head.append(element('p', { class: 'sample' }, words.sample));
  return head;
}

export const asOf = ({ madeAt, clockOffset }: CheckList, { list: words }: PageWords): string =>
  withValues(words.asOf, { time: formatDateTime(madeAt, clockOffset) });

export function aboutList(list: CheckList, fingerprint: Sha256, words: PageWords): HTMLElement {
  const { later, count, signer, trust, offline } = words.list;
  return element(
    'footer',
    {},
    element('p', { class: 'asOf' }, sign('wait'), element('span', {}, `${asOf(list, words)}. ${later}`)),
    element('p', {}, withValues(count, { count: String(list.entries.length) })),
    element('p', {}, `${signer}: `, element('b', { class: 'fingerprint' }, readableFingerprint(fingerprint))),
    element('p', {}, trust),
    element('p', {}, offline),
  );
}
