/** The statement of the day in words, as the commission publishes it: so many on these days, so many in all, from whom. */
import { formatDate } from '#shared/text/dates.ts';
import { formatList, formatNumber } from '#shared/text/numbers.ts';
import { sortKey } from '#shared/text/sort.ts';
import type { Id, IsoDate, Language } from '#shared/domain/base/primitives.ts';
import type { StatementText } from '#shared/contract/statement.ts';
import type { State } from '#shared/domain/register/state.ts';
import { totalsAt } from '../registry/totals.ts';
import { wordsOf } from '../wording/words.ts';
import { frame } from './list-data.ts';
import { fill, fillCounted } from '../wording/fill.ts';

export type StatementDays = { electionId: Id; from: IsoDate; to: IsoDate };

/** What the decisions from one day to another (both included) accredited; the rest as it stands at the end of the last. */
export function statementFigures(state: State, { electionId, from, to }: StatementDays) {
  const totals = totalsAt(state, electionId, to);
  const decisions = totals.decisions.filter(({ date, accredited }) => date >= from && accredited > 0);
  return {
    days: [...new Set(decisions.map(({ date }) => date))],
    accredited: decisions.reduce((sum, decision) => sum + decision.accredited, 0),
    organisationIds: [...new Set(decisions.flatMap(({ organisationIds }) => organisationIds))],
    total: totals.accredited,
    withdrawn: totals.withdrawn,
    revoked: totals.revoked,
    inForce: totals.inForce,
  };
}

export function statementText(state: State, days: StatementDays, language: Language): StatementText {
  const words = wordsOf(state)[language].statement;
  const figures = statementFigures(state, days);
  const election = state.elections.get(days.electionId)?.name[language] ?? '';
  const organisations = figures.organisationIds
    .map((id) => state.organisations.get(id)?.name[language] ?? '')
    .map((name) => ({ name, key: sortKey(name, language) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);
  const number = (value: number) => formatNumber(value, language);
  const dates = formatList(
    figures.days.map((day) => formatDate(day)),
    language,
  );
  const over = figures.withdrawn + figures.revoked > 0;
  const paragraphs =
    figures.accredited === 0
      ? [fill(words.none, { from: formatDate(days.from), to: formatDate(days.to), election })]
      : [fillCounted(words, 'accredited', figures.accredited, language, { dates, election })];
  paragraphs.push(fillCounted(words, 'total', figures.total, language));
  if (over) {
    paragraphs.push(
      fill(words.standing, {
        inForce: number(figures.inForce),
        withdrawn: number(figures.withdrawn),
        revoked: number(figures.revoked),
        date: formatDate(days.to),
      }),
    );
  }
  if (organisations.length > 0) paragraphs.push(fillCounted(words, 'organisations', organisations.length, language));
  return { language, heading: words.heading, paragraphs, organisations };
}

/** As the template reads it; one part a language. */
export const statementParts = (state: State, days: StatementDays, languages: readonly Language[]) =>
  languages.map((language) => {
    const { heading, paragraphs, organisations } = statementText(state, days, language);
    const { place } = wordsOf(state)[language].statement;
    return {
      ...frame(state, language, heading),
      heading,
      paragraphs,
      organisations,
      signature: {
        role: wordsOf(state)[language].documents.decision.secretary,
        name: state.settings?.secretary[language] ?? '',
      },
      place: fill(place, { city: state.settings?.city[language] ?? '', date: formatDate(days.to) }),
    };
  });
