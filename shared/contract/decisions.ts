/** Decisions of the commission: draft, annex, adoption. */
import { z } from 'zod';
import { AgendaRule, LeftOut } from '../domain/rules/agenda.ts';
import { Adoption, AnnexAction, AnnexRow, Decision, DecisionFields } from '../domain/records/decision.ts';
import { Id, IsoDate, Language, Trilingual } from '../domain/base/primitives.ts';
import { ApplicationRow } from './applications.ts';
import { Done, Ids, Saved, Search, operation, writing } from './operation.ts';

const Count = z.int().min(0);

export const DecisionRow = z.strictObject({
  id: Id,
  status: z.enum(['draft', 'adopted']),
  number: z.string().nullable(),
  date: IsoDate.nullable(),
  sessionDate: IsoDate.nullable(),
  minutesNumber: z.string(),
  title: Trilingual,
  accredit: Count,
  refuse: Count,
  revoke: Count,
  organisations: Count,
  /** Accredited by this and all earlier adopted decisions; null for a draft. */
  cumulative: Count.nullable(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

/** A line of the annex with the person it is about; an adopted decision shows the names as adopted. */
export const AnnexLine = z.strictObject({
  row: AnnexRow,
  person: ApplicationRow,
  /** Another adopted decision stands for this person instead, as was settled when another laptop's work was taken in. */
  supersededBy: z
    .strictObject({ number: z.string(), date: IsoDate.nullable(), reason: z.string(), officer: z.string() })
    .nullable(),
});
export type AnnexLine = z.infer<typeof AnnexLine>;

export const DecisionView = z.strictObject({
  decision: Decision.omit({ rows: true, adoptedRows: true }),
  annex: z.array(AnnexLine),
  cumulativeBefore: Count,
  /** Of the decision adopted last in this election; null before the first. */
  lastNumber: z.string().nullable(),
  /** The number after it; null where it holds nothing to count. */
  suggestedNumber: z.string().nullable(),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** Most people of a proposed agenda that are shown; all of them are counted and can be added. */
export const agendaShown = 200;

/** Whom a rule puts on the agenda, and whom it leaves out and why. */
export const Agenda = z.strictObject({
  ids: Ids,
  /** The first `agendaShown` of them. */
  rows: z.array(ApplicationRow),
  leftOut: z.strictObject({
    counts: z.array(z.strictObject({ why: LeftOut, count: Count })),
    /** The first `agendaShown`, with what is needed to word the reason. */
    rows: z.array(
      z.strictObject({
        person: ApplicationRow,
        why: LeftOut,
        receivedOn: IsoDate.nullable(),
        /** The other draft that has this person. */
        other: z.strictObject({ id: Id, sessionDate: IsoDate.nullable() }).nullable(),
      }),
    ),
  }),
});
export type Agenda = z.infer<typeof Agenda>;

export const decisionOperations = {
  'decision.list': operation('everybody', z.strictObject({ electionId: Id }), z.array(DecisionRow)),
  'decision.get': operation('everybody', z.strictObject({ id: Id }), DecisionView),
  'decision.draft': operation(
    writing('decision.draft'),
    z.strictObject({ electionId: Id, fields: DecisionFields }),
    Saved,
  ),
  /** What a rule would put on the agenda of this draft, by organisation; nothing is changed. */
  'decision.agenda': operation(
    'everybody',
    z.strictObject({ id: Id, rule: AgendaRule, search: Search, language: Language }),
    Agenda,
  ),
  'decision.change': operation(writing('decision.change'), z.strictObject({ id: Id, fields: DecisionFields }), Done),
  'decision.extendAnnex': operation(
    writing('decision.extendAnnex'),
    z.strictObject({ id: Id, applicationIds: Ids, action: AnnexAction }),
    Done,
  ),
  'decision.reduceAnnex': operation(
    writing('decision.reduceAnnex'),
    z.strictObject({ id: Id, applicationIds: Ids }),
    Done,
  ),
  /** Says the same of several people of the annex at once. */
  'decision.decideAnnex': operation(
    writing('decision.decideAnnex'),
    z.strictObject({ id: Id, applicationIds: Ids, action: AnnexAction, reason: Trilingual.nullable() }),
    Done,
  ),
  'decision.orderAnnex': operation(
    writing('decision.orderAnnex'),
    z.strictObject({ id: Id, applicationIds: Ids }),
    Done,
  ),
  'decision.discard': operation(writing('decision.discard'), z.strictObject({ id: Id }), Done),
  'decision.adopt': operation(writing('decision.adopt'), z.strictObject({ id: Id, adoption: Adoption }), Done),
};
