/** The act of receipt of another laptop's handover, as its template reads it; one part a language. */
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { PositionsAround } from '../audit/journal-position.ts';
import type { MergedKind, ReceivedHandover, ResolvedConflict } from '#shared/domain/records/received-handover.ts';
import type { State } from '#shared/domain/register/state.ts';
import { frame } from './list-data.ts';
import { wordingAt } from '../wording/missing.ts';
import { wordsOf } from '../wording/words.ts';
import type { Words } from '#locales/index.ts';
import { fill } from '../wording/fill.ts';

/** `marks`: the journal before and after the line that took it in; null where it cannot be read. */
export function receiptActParts(
  state: State,
  receipt: ReceivedHandover,
  marks: PositionsAround | null,
  languages: readonly Language[],
) {
  const time = (instant: string) => formatDateTime(instant, -new Date(instant).getTimezoneOffset());
  return languages.map((language) => {
    const words = wordsOf(state)[language];
    const { act, receiptAct } = words.documents;
    const { kind } = words.receiving;
    const title = fill(receiptAct.title, { number: String(receipt.number) });
    const { counts, settled, signer, compared, head, manifest } = receipt;
    const line = (words: string, seq: number) => fill(words, { line: formatNumber(seq, language) });
    const party = (name: string) => (name.trim() === '' ? act.unnamed : name);
    const under = `${act.signature}, ${act.date}`;
    const number = (value: number) => formatNumber(value, language);
    return {
      ...frame(state, language, title),
      title,
      facts: [
        { name: act.election, value: state.elections.get(receipt.electionId)?.name[language] ?? '' },
        { name: receiptAct.at, value: time(receipt.at) },
        { name: act.giver, value: party(receipt.giver) },
        { name: act.bag, value: receipt.bag },
        { name: act.asOf, value: time(receipt.asOf) },
        { name: receiptAct.fresh, value: number(counts.fresh) },
        { name: receiptAct.changed, value: number(counts.changed) },
        { name: receiptAct.removed, value: number(counts.removed) },
        { name: receiptAct.same, value: number(counts.same + counts.ours) },
        { name: receiptAct.settled, value: number(counts.settled) },
        { name: receiptAct.adjusted, value: number(counts.adjusted) },
      ],
      settledTitle: receiptAct.settlements,
      settledBy: fill(receiptAct.settledBy, { name: receipt.receiver }),
      settledHead: [receiptAct.record, receiptAct.outcome],
      settled: settled.map((one) => ({
        record: `${kind[one.recordKind]}: ${one.name[language]}`,
        outcome: outcomeOf(one, words),
      })),
      trust: [
        {
          name: receiptAct.key,
          value: readableFingerprint(signer.fingerprint),
          note: compared ? receiptAct.compared : receiptAct.knownBefore,
        },
        { name: act.manifest, value: manifest, note: receiptAct.manifestNote },
        { name: line(receiptAct.giverJournal, head.seq), value: head.hash, note: receiptAct.giverJournalNote },
        ...(marks
          ? [
              {
                name: line(receiptAct.before, marks.before.seq),
                value: marks.before.hash,
                note: receiptAct.beforeNote,
              },
              { name: line(receiptAct.after, marks.after.seq), value: marks.after.hash, note: act.journalNote },
            ]
          : []),
      ],
      parties: [
        { role: act.giver, name: party(receipt.giver), under },
        { role: act.receiver, name: party(receipt.receiver), under },
      ],
    };
  });
}

function outcomeOf({ choice, chosen, reason, recordKind, taken }: ResolvedConflict, words: Words): string {
  const { outcomes } = words.documents.receiptAct;
  const fields = taken.map((part) => partName(recordKind, part, words)).join(', ');
  const outcome = fill(outcomes[choice], { chosen, fields });
  return reason === '' ? outcome : `${outcome}${fill(outcomes.because, { reason })}`;
}

/** What a part of a record that was settled by itself is called. */
function partName(kind: MergedKind, part: string, { history, documents }: Words): string {
  if (part === 'correspondence') return documents.receiptAct.correspondence;
  if (part === 'kind' && kind === 'election') return history.field.electionKind;
  const [, field, language] = /^(position|name|short)\.(ky|ru|en)$/u.exec(part) ?? [];
  if (field === undefined || language === undefined) return wordingAt(history.field, part);
  const of = history.languages[language as Language];
  return fill(history.in, { field: wordingAt(history.field, field), language: of });
}
