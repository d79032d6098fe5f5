/** The commission's act with its annex to be edited: the words of the printed one, a part a language. */
import type { JournalPosition } from '#shared/domain/records/handover.ts';
import type { Decision } from '#shared/domain/records/decision.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { decisionParts } from '../decision-data.ts';
import { accentColour, docxFile, paragraph, quietColour, run, type DocxPart } from './styles.ts';
import { sampleMark } from './sample-mark.ts';
import { listTable, signatureTable, twoEnds } from './tables.ts';

type Part = ReturnType<typeof decisionParts>[number];

export function decisionDocx(
  state: State,
  decision: Decision,
  languages: readonly Language[],
  adoption: JournalPosition | null,
): Promise<Uint8Array> {
  const parts = decisionParts(state, decision, languages, adoption);
  return docxFile({
    title: parts[0]?.title ?? '',
    sample: sampleMark(state, languages),
    parts: parts.map((part): DocxPart => ({
      head: part.commission,
      mark: part.draft,
      children: [...act(part), ...annex(part)],
    })),
  });
}

const act = (part: Part): DocxPart['children'] => {
  const { lang } = part;
  return [
    ...draftMark(part, false),
    paragraph([run(part.commission, lang, { bold: true })], { align: 'centre', after: 6 }),
    paragraph([run(part.heading.toUpperCase(), lang, { size: 18, bold: true, colour: accentColour })], {
      align: 'centre',
      after: 10,
    }),
    twoEnds(part.date, part.city, lang),
    paragraph([], { after: 4 }),
    paragraph([run(part.title, lang, { bold: true })], { after: 12 }),
    paragraph([run(part.preamble, lang)], { align: 'justified' }),
    ...part.points.map((point, index) =>
      paragraph([run(`${String(index + 1)}. ${point}`, lang)], { align: 'justified', indent: 6 }),
    ),
    ...part.notes.map((note) => paragraph([run(note, lang, { size: 10, colour: quietColour })], { after: 2 })),
    paragraph([], { after: 4, withNext: true }),
    ...(part.signatories.length > 0 ? [signatureTable(part.signatories, lang)] : []),
  ];
};

const annex = (part: Part): DocxPart['children'] => {
  const { lang } = part;
  return [
    ...draftMark(part, true),
    paragraph([run(part.annexTo, lang, { size: 10 })], { align: 'right', newPage: part.draft === null, after: 10 }),
    ...part.sections.flatMap((section) => [
      paragraph([run(section.title, lang, { size: 13, bold: true })], { withNext: true }),
      listTable(section.head, section.rows, section.head.length === 5 ? [9, 38, 38, 40, 42] : [9, 50, 50, 58], lang),
      paragraph([run(section.total, lang, { size: 10, bold: true })], { after: 14 }),
    ]),
    ...[part.hash, part.journal].flatMap((line) =>
      line === null ? [] : [paragraph([run(line, lang, { size: 7, colour: quietColour })], { after: 0 })],
    ),
  ];
};

const draftMark = ({ draft, lang }: Part, newPage: boolean): DocxPart['children'] =>
  draft === null
    ? []
    : [paragraph([run(draft, lang, { bold: true, colour: accentColour })], { align: 'right', newPage })];
