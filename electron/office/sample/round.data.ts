/**
 * The real round of 2025 as published: the election, its 25 organisations and its four decisions with their head-counts. Our own
 * assumptions, where nothing was published, are here and nowhere else: how the people of a decision spread over its
 * organisations, and which organisations the decision of 2 November was about.
 */
import { z } from 'zod';
import { organisationKinds, type OrganisationFields } from '#shared/domain/records/organisation.ts';
import { emptyTrilingual, Trilingual } from '#shared/domain/base/primitives.ts';
import type { ElectionFields } from '#shared/domain/records/election.ts';
import decisionsFile from './round/decisions.json' with { type: 'json' };
import electionFile from './round/event.json' with { type: 'json' };
import organisationsFile from './round/organisations.json' with { type: 'json' };

const PublishedOrganisation = z.object({
  id: z.string(),
  kind: z.enum(organisationKinds),
  country: z.string().nullable(),
  name: Trilingual,
  short: Trilingual.optional(),
  formerNames: z.array(z.object({ until: z.string(), ky: z.string(), ru: z.string(), en: z.string() })).optional(),
});

export const roundElectionId = electionFile.id;

export const roundElection: ElectionFields = {
  kind: 'early-parliamentary',
  name: electionFile.name,
  votingDay: electionFile.votingDay,
  // The day of publication was not found; the day of the decree stands in for it until a clerk enters it.
  calledBy: {
    instrument: 'decree',
    number: electionFile.calledBy.number,
    date: electionFile.calledBy.date,
    publishedOn: null,
  },
  resultsPublishedOn: null,
  districts: electionFile.districts,
};

export const roundOrganisations: { id: string; fields: OrganisationFields }[] = z
  .array(PublishedOrganisation)
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
  /** People of each organisation, in the order of the annex. */
  people: { organisationId: string; count: number }[];
};

/** Our assumption: the decision of 2 November was about these organisations; the published text names none. */
const unpublishedOrganisations = [
  'cis-mission',
  'ipa-cis',
  'emb-by',
  'emb-ru',
  'odihr',
  'osce-pa',
  'cec-ru',
  'sco',
  'turkpa',
];

/** Our assumption: an organisation's share of a decision whose counts were not published. Missions send many, embassies few. */
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
    const named =
      organisations.length > 0 ? organisations : unpublishedOrganisations.map((id) => ({ id, count: null }));
    return { date, total, cumulative, people: spread(total, named) };
  },
);

export const published = decisionsFile.published;

/** Published counts as they are; the rest by weight, at least one an organisation, to the exact total. */
function spread(total: number, organisations: { id: string; count: number | null }[]): RoundDecision['people'] {
  const known = organisations.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const open = organisations.filter(({ count }) => count === null);
  const weightOf = (id: string) => weights[id] ?? usualWeight;
  const all = open.reduce((sum, { id }) => sum + weightOf(id), 0);
  const people = organisations.map(({ id, count }) => ({
    organisationId: id,
    count: count ?? Math.max(1, Math.floor(((total - known) * weightOf(id)) / all)),
  }));
  let rest = total - people.reduce((sum, { count }) => sum + count, 0);
  for (let turn = 0; rest > 0; turn += 1) {
    const organisation = people[turn % people.length];
    if (organisation && open.some(({ id }) => id === organisation.organisationId)) {
      organisation.count += 1;
      rest -= 1;
    }
  }
  return people;
}
