/** What the page says of a code: the answer in large letters, why, and what the code itself says where that is proved. */
import type { Answer, Verdict } from '#shared/badge-check/verdict.ts';
import type { CheckList } from '#shared/badge-check/check-list.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { formatLongDate } from '#shared/text/dates.ts';
import { asOf } from './environment.ts';
import { element, sign, type Tone } from './elements.ts';
import type { PageWords } from './injected-data.ts';

const tones: Record<Answer, Tone> = {
  valid: 'good',
  revoked: 'bad',
  withdrawn: 'bad',
  replaced: 'bad',
  lost: 'bad',
  spoiled: 'bad',
  returned: 'bad',
  void: 'bad',
  expired: 'bad',
  forged: 'bad',
  foreign: 'bad',
  otherElection: 'bad',
  notYetValid: 'wait',
  notListed: 'wait',
  number: 'wait',
  unreadable: 'plain',
};

export function verdictView(verdict: Verdict, list: CheckList, words: PageWords, language: Language): HTMLElement {
  const [tone, key] = shownAs(verdict);
  const { title, detail } = words.answers[key];
  const heading = element('h2', { tabindex: '-1' }, sign(tone), element('span', {}, title));
  const view = element('section', { class: `verdict ${tone}`, 'data-answer': verdict.answer }, heading);
  view.append(element('p', { class: 'detail' }, detail));
  if ('statement' in verdict) {
    view.append(factsOf(verdict, list, words, language));
    if (verdict.answer === 'valid') view.append(element('p', { class: 'compare' }, words.compare));
  }
  if (verdict.answer === 'number') {
    view.append(element('dl', {}, ...fact(words.facts.number, verdict.number)));
  }
  view.append(element('p', { class: 'listed' }, asOf(list, words)));
  return view;
}

/** A number that is good in the list proves no badge; one that is not good needs no proof. */
function shownAs(verdict: Verdict): [Tone, keyof PageWords['answers']] {
  if (verdict.answer !== 'number') return [tones[verdict.answer], verdict.answer];
  if (verdict.status === 'valid') return ['wait', 'number'];
  return verdict.status === 'unknown' ? ['wait', 'unknown'] : ['bad', verdict.status];
}

const fact = (label: string, value: string, note = ''): HTMLElement[] => [
  element('dt', {}, label),
  element('dd', {}, value, ...(note === '' ? [] : [element('small', {}, note)])),
];

function factsOf(
  { answer, statement }: Extract<Verdict, { statement: unknown }>,
  list: CheckList,
  { facts }: PageWords,
  language: Language,
): HTMLElement {
  const { name, nameShortened, organisation, organisationShortened, number, validFrom, validUntil } = statement;
  const until = validUntil ?? (answer === 'otherElection' ? null : list.election.resultsPublishedOn);
  return element(
    'dl',
    {},
    ...fact(facts.name, name, nameShortened ? facts.shortened : ''),
    ...fact(facts.organisation, organisation, organisationShortened ? facts.shortened : ''),
    ...fact(facts.number, number),
    ...(answer === 'otherElection' ? [] : fact(facts.election, list.election.name[language])),
    ...fact(facts.validFrom, formatLongDate(validFrom, language)),
    ...fact(facts.validUntil, until === null ? facts.untilResults : formatLongDate(until, language)),
  );
}
