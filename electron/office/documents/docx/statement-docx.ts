/** The statement of the day to be edited: the same words as the printed one, a page a language. */
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { statementParts, type StatementDays } from '../statement-data.ts';
import { docxFile, paragraph, quietColour, run } from './styles.ts';
import { sampleMark } from './sample-mark.ts';

export function statementDocx(state: State, days: StatementDays, languages: readonly Language[]): Promise<Uint8Array> {
  const parts = statementParts(state, days, languages);
  return docxFile({
    title: parts[0]?.heading ?? '',
    sample: sampleMark(state, languages),
    parts: parts.map(({ lang, commission, place, heading, paragraphs, organisations, signature }) => ({
      head: commission,
      children: [
        paragraph([run(place, lang, { size: 10, colour: quietColour })]),
        paragraph([run(heading, lang, { size: 16, bold: true })], { after: 12 }),
        ...paragraphs.map((text) => paragraph([run(text, lang)], { align: 'justified' })),
        ...organisations.map((name) => paragraph([run(`–  ${name}`, lang)], { after: 4 })),
        paragraph([run(`${signature.role}: ____________________  ${signature.name}`, lang)], { after: 0 }),
      ],
    })),
  });
}
