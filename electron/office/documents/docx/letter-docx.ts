/** The letters to organisations to be edited: the words of the printed ones, a part a letter and language. */
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { LetterPart } from '../letter-data.ts';
import { docxFile, paragraph, quietColour, run, type DocxPart } from './styles.ts';
import { sampleMark } from './sample-mark.ts';
import { listTable, signatureTable, textWidth, twoEnds } from './tables.ts';

export const letterDocx = (state: State, parts: readonly LetterPart[], languages: readonly Language[]) =>
  docxFile({
    title: parts[0]?.subject ?? '',
    sample: sampleMark(state, languages),
    parts: parts.map((part): DocxPart => ({ head: part.commission, children: letter(part) })),
  });

const letter = (part: LetterPart): DocxPart['children'] => {
  const { lang } = part;
  const small = { size: 10, colour: quietColour };
  return [
    paragraph([run(part.commission, lang, { bold: true })], { align: 'centre', after: 10 }),
    twoEnds(part.outgoing, part.city, lang),
    paragraph([], { after: 4 }),
    ...part.addressee.map((line) => paragraph([run(line, lang, { bold: true })], { indent: textWidth / 2, after: 2 })),
    ...(part.reply === null ? [] : [paragraph([run(part.reply, lang, small)], { after: 10 })]),
    paragraph([run(part.subject, lang, { size: 14, bold: true })], { after: 12 }),
    paragraph([run(part.salutation, lang)], { align: 'centre' }),
    paragraph([run(part.intro, lang)], { align: 'justified' }),
    listTable(part.head, part.rows, part.head.length === 5 ? [9, 42, 42, 50, 24] : [9, 50, 50, 58], lang),
    paragraph([], { after: 4 }),
    ...(part.closing === null ? [] : [paragraph([run(part.closing, lang)], { align: 'justified' })]),
    signatureTable([part.signature], lang),
    paragraph([], { after: 10 }),
    paragraph([run(part.preparedBy, lang, small)], { after: 0 }),
  ];
};
