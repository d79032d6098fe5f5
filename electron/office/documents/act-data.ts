/** The act of a handover, as its template reads it; one part a language. */
import { formatDate, formatDateTime } from '#shared/text/dates.ts';
import { formatBytes, formatNumber } from '#shared/text/numbers.ts';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import type { HandoverDraft, HandoverFile } from '#shared/domain/records/handover.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { frame } from './list-data.ts';
import { wordsOf } from '../wording/words.ts';
import { fill } from '../wording/fill.ts';

/** `manifest` is null on the act that lies in the bag: it cannot name the sum of what it is part of. */
export function handoverActParts(
  state: State,
  handover: HandoverDraft,
  files: readonly HandoverFile[],
  manifest: string | null,
  languages: readonly Language[],
) {
  const offsetMinutes = -new Date(handover.asOf).getTimezoneOffset();
  const receiverKey = handover.receiverKey === null ? null : state.signingKeys.get(handover.receiverKey);
  return languages.map((language) => {
    const words = wordsOf(state)[language].documents;
    const { act } = words;
    const title = fill(act.title, { number: String(handover.number) });
    const { scope } = handover;
    const detail =
      scope.kind === 'organisation'
        ? (state.organisations.get(scope.organisationId)?.name[language] ?? '')
        : scope.kind === 'decision'
          ? decisionName(state, scope.decisionId, language)
          : '';
    const party = (name: string) => (name.trim() === '' ? act.unnamed : name);
    const under = `${act.signature}, ${act.date}`;
    return {
      ...frame(state, language, title),
      title,
      facts: [
        { name: act.election, value: state.elections.get(handover.electionId)?.name[language] ?? '' },
        { name: act.asOf, value: formatDateTime(handover.asOf, offsetMinutes) },
        { name: act.level, value: act.levels[handover.level] },
        { name: act.scope, value: [act.scopes[scope.kind], detail].filter((part) => part !== '').join(': ') },
        { name: act.people, value: formatNumber(handover.people, language) },
        { name: act.organisations, value: formatNumber(handover.organisations, language) },
        { name: act.bag, value: handover.bag },
      ],
      filesTitle: act.files,
      head: [act.file, act.size, act.sha256],
      files: files.map(({ path, bytes, sha256 }) => ({ path, size: formatBytes(bytes, language), sha256 })),
      manifest: manifest ? { name: act.manifest, value: manifest } : null,
      trust: [
        ...(handover.head
          ? [
              {
                name: fill(act.journal, { line: formatNumber(handover.head.seq, language) }),
                value: handover.head.hash,
                note: act.journalNote,
              },
            ]
          : []),
        ...(handover.key
          ? [{ name: act.key, value: readableFingerprint(handover.key.fingerprint), note: act.keyNote }]
          : []),
        ...(receiverKey
          ? [{ name: act.receiverKey, value: readableFingerprint(receiverKey.fingerprint), note: act.receiverKeyNote }]
          : []),
      ],
      parties: [
        { role: act.giver, name: party(handover.giver), under },
        { role: act.receiver, name: party(handover.receiver), under },
      ],
    };
  });
}

function decisionName(state: State, decisionId: string, language: Language): string {
  const decision = state.decisions.get(decisionId);
  if (!decision?.date) return '';
  const words = wordsOf(state)[language].documents.list;
  return fill(words.decision, { date: formatDate(decision.date, language), number: decision.number ?? '' });
}
