/**
 * The real round of 2025 as published: the event, its 25 bodies and its four decisions with their head-counts. Our own
 * assumptions, where nothing was published, are here and nowhere else: how the people of a decision spread over its
 * bodies, and which bodies the decision of 2 November was about.
 */
import { z } from 'zod';
import { bodyKinds, type BodyFields } from '#shared/domain/records/body.ts';
import { emptyTrilingual, Trilingual } from '#shared/domain/base/primitives.ts';
import type { ElectoralEventFields } from '#shared/domain/records/election.ts';
import decisionsFile from './round/decisions.json' with { type: 'json' };
import eventFile from './round/event.json' with { type: 'json' };
import organisationsFile from './round/organisations.json' with { type: 'json' };

const PublishedBody = z.object({
  id: z.string(),
  kind: z.enum(bodyKinds),
  country: z.string().nullable(),
  name: Trilingual,
  short: Trilingual.optional(),
  formerNames: z.array(z.object({ until: z.string(), ky: z.string(), ru: z.string(), en: z.string() })).optional(),
});

export const roundEventId = eventFile.id;

export const roundEvent: ElectoralEventFields = {
  kind: 'early-parliamentary',
  name: eventFile.name,
  votingDay: eventFile.votingDay,
  // The day of publication was not found; the day of the decree stands in for it until a clerk enters it.
  calledBy: {
    instrument: 'decree',
    number: eventFile.calledBy.number,
    date: eventFile.calledBy.date,
    publishedOn: null,
  },
  resultsPublishedOn: null,
  districts: eventFile.districts,
};

export const roundBodies: { id: string; fields: BodyFields }[] = z
  .array(PublishedBody)
  .parse(organisationsFile)
  .map(({ id, kind, country, name, short, formerNames }) => ({
    id,
    fields: {
      kind,
      name,
      short: short ?? emptyTrilingual,
      formerNames: (formerNames ?? []).map(({ until, ky, ru, en }) => ({ until, name: { ky, ru, en } })),
      country,
      contact: '',
    },
  }));

export type RoundDecision = {
  date: string;
  total: number;
  cumulative: number;
  /** People of each body, in the order of the annex. */
  people: { bodyId: string; count: number }[];
};

/** Our assumption: the decision of 2 November was about these bodies; the published text names none. */
const unpublishedBodies = ['cis-mission', 'ipa-cis', 'emb-by', 'emb-ru', 'odihr', 'osce-pa', 'cec-ru', 'sco', 'turkpa'];

/** Our assumption: a body's share of a decision whose counts were not published. Missions send many, embassies few. */
const weights: Record<string, number> = {
  'cis-mission': 16,
  'ipa-cis': 10,
  odihr: 22,
  'osce-pa': 16,
  'csto-pa': 8,
  turkpa: 8,
  oic: 6,
  sco: 14,
  ots: 12,
  'civic-chamber-ru': 8,
};
const usualWeight = 4;

export const roundDecisions: RoundDecision[] = decisionsFile.decisions.map(
  ({ date, total, cumulative, organisations }) => {
    const named = organisations.length > 0 ? organisations : unpublishedBodies.map((id) => ({ id, count: null }));
    return { date, total, cumulative, people: spread(total, named) };
  },
);

export const published = decisionsFile.published;

/** Published counts as they are; the rest by weight, at least one a body, to the exact total. */
function spread(total: number, bodies: { id: string; count: number | null }[]): RoundDecision['people'] {
  const known = bodies.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const open = bodies.filter(({ count }) => count === null);
  const weightOf = (id: string) => weights[id] ?? usualWeight;
  const all = open.reduce((sum, { id }) => sum + weightOf(id), 0);
  const people = bodies.map(({ id, count }) => ({
    bodyId: id,
    count: count ?? Math.max(1, Math.floor(((total - known) * weightOf(id)) / all)),
  }));
  let rest = total - people.reduce((sum, { count }) => sum + count, 0);
  for (let turn = 0; rest > 0; turn += 1) {
    const body = people[turn % people.length];
    if (body && open.some(({ id }) => id === body.bodyId)) {
      body.count += 1;
      rest -= 1;
    }
  }
  return people;
}
