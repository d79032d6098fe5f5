/** What each field of a face says of a person: its lines, with the share of the field's size that each is set in. */
import type { DesignField, Face } from '#shared/domain/records/design.ts';
import type { InLanguage, PersonData } from './person-data.ts';

export type FieldLine = InLanguage & { scale: number; bold: boolean };

const lines = (texts: readonly InLanguage[], scale = 1, bold = false): FieldLine[] =>
  texts.filter(({ text }) => text !== '').map((line) => ({ ...line, scale, bold }));

/** Short words of several languages on one line; alike they are said once. */
function joined(texts: readonly InLanguage[], scale = 1, bold = false): FieldLine[] {
  const words = [...new Set(texts.map(({ text }) => text).filter((text) => text !== ''))];
  return words.length === 0 ? [] : lines([{ lang: texts[0]?.lang ?? 'ky', text: words.join(' · ') }], scale, bold);
}

/** The first language large, the others under it. */
function titled(titles: readonly InLanguage[]): FieldLine[] {
  const [first, ...others] = titles;
  if (!first) return [];
  return [...lines([{ ...first, text: first.text.toUpperCase() }], 1, true), ...joined(others, 0.5)];
}

export function fieldLines(field: DesignField, person: PersonData, face: Face): FieldLine[] {
  const lang = 'en';
  switch (field) {
    case 'title':
      return titled(face === 'certificate' ? person.certificateTitles : person.badgeTitles);
    case 'name':
      return [
        ...lines([{ lang, text: person.surname.toUpperCase() }], 1, true),
        ...lines([{ lang, text: person.given }], 0.84),
      ];
    case 'names':
      return lines(person.names);
    case 'number':
      return lines([{ lang, text: `№ ${person.number}` }], 1, true);
    case 'commission':
      return lines(person.commission);
    case 'organisation':
      return lines(person.organisations);
    case 'category':
      return joined(person.categories, 1, true);
    case 'election':
      return lines(person.elections);
    case 'validity':
      return lines(person.validity);
    case 'issued':
      return joined(person.issued);
    case 'chair':
      return lines(person.chairs);
    case 'identity':
      return joined(person.withIdentity);
    case 'back':
      return lines(person.back);
    default:
      return joined(person.fields[field] ?? []);
  }
}
