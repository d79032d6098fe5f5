/** What taking a bag in would come to, in numbers: how many records are new or changed, and how many questions are open. */
import { rowVerdicts, type ReceivePreview, type RowVerdict } from '#shared/contract/receiving.ts';
import { changesNothing, requiresSecretary, type Merge } from '#shared/domain/merge/index.ts';
import { newKeys } from '#shared/domain/records/signing-key.ts';
import type { CertificateSeries } from '#shared/domain/records/office.ts';
import type { MergeFile } from './merge-file.ts';
import type { Viewed } from './receive-views.ts';

export function previewShown({ state, merged, bundle }: Viewed, { handover }: MergeFile): ReceivePreview {
  const counts = Object.fromEntries(rowVerdicts.map((verdict) => [verdict, 0])) as Record<RowVerdict, number>;
  for (const { verdict, ours, theirs } of merged.compared) {
    if (ours !== null || theirs !== null) counts[verdict] += 1;
  }
  const { number, giver, asOf } = handover;
  return {
    number,
    giver,
    asOf,
    counts,
    election: bundle.records.elections[0]?.name ?? { ky: '', ru: '', en: '' },
    isNewElection: !state.elections.has(bundle.electionId),
    questions: merged.questions.length,
    open: merged.open.length,
    openAlike: openAlike(merged).length,
    adjusted: merged.counts.adjusted,
    renumbered: merged.renumbered.length,
    sameSeries: sharedSeries(state.settings?.certificates ?? null, bundle.numbering),
    keys: newKeys(state.signingKeys, bundle.keys, { giver, at: asOf }).map(({ fingerprint, from }) => ({
      fingerprint,
      giver: from?.giver ?? giver,
    })),
    nothingNew: changesNothing(merged) && bundle.keys.every(({ id }) => state.signingKeys.has(id)),
  };
}

/** Questions of ours or theirs that wait for an answer; about adopted decisions each is answered by itself. */
export function openAlike({ questions, open }: Merge): string[] {
  const unanswered = new Set(open);
  return questions
    .filter((question) => question.kind === 'record' && !requiresSecretary(question) && unanswered.has(question.key))
    .map(({ key }) => key);
}

/** The series, when both computers may print one number from it. */
function sharedSeries(ours: CertificateSeries | null, theirs: CertificateSeries | null): string | null {
  if (ours === null || theirs === null) return null;
  if (ours.series !== theirs.series) return null;
  if (ours.blocks.length === 0 || theirs.blocks.length === 0) return ours.series;
  const meets = ours.blocks.some((a) => theirs.blocks.some((b) => a.from <= b.to && b.from <= a.to));
  return meets ? ours.series : null;
}
