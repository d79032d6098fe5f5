/** The statement of the day to be edited: the same words as the printed one, a page a language. */
import type { Paragraph } from 'docx';
import type { Language } from '../../../../shared/domain/primitives.ts';
import type { State } from '../../../../shared/domain/state.ts';
import { wordsOf } from '../../words.ts';
import { statementParts, type StatementDays } from '../statement-data.ts';
import { docxFile, paragraph, run } from './house.ts';

export function statementDocx(state: State, days: StatementDays, languages: readonly Language[]): Promise<Uint8Array> {
  const parts = statementParts(state, days, languages);
  const children = parts.flatMap(({ lang, place, heading, paragraphs, bodies, signature }, index): Paragraph[] => [
    paragraph([run(place, lang, { size: 10, colour: '53606D' })], { newPage: index > 0 }),
    paragraph([run(heading, lang, { size: 16, bold: true })], { after: 12 }),
    ...paragraphs.map((text) => paragraph([run(text, lang)], { justified: true })),
    ...bodies.map((name) => paragraph([run(`–  ${name}`, lang)], { after: 4 })),
    paragraph([run(`${signature.role}: ____________________  ${signature.name}`, lang)], { after: 0 }),
  ]);
  return docxFile({
    title: parts[0]?.heading ?? '',
    head: parts[0]?.commission ?? '',
    sample: state.sample
      ? languages.map((language) => wordsOf(state)[language].documents.sampleMark).join(' · ')
      : null,
    children,
  });
}
