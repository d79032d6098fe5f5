/** What a design must keep to, before any paper is tried: legible colours, sizes within limits, nothing twice. */
import { observerCategories } from '../records/application.ts';
import { contrastWithWhite, leastContrast } from '../base/colour.ts';
import { hasRegion } from './layout.ts';
import { sizeLimits } from './sizes.ts';
import { designFields, designTexts, faces, type Design, type DesignField, type Face } from '../records/design.ts';
import type { FieldFault } from '../base/refusals.ts';
import { isComplete, languages } from '../base/primitives.ts';

/** A badge without a name or number is no badge. */
export const requiredFields: readonly DesignField[] = ['title', 'number', 'name'];

/** The fields a face has: the back's text only where there is a back. */
export const fieldsOf = (face: Face): DesignField[] =>
  designFields.filter((field) => field !== 'back' || hasRegion(face, 'back'));

/** What is wrong with a design, field by field; empty when it can be tried on paper. */
export function checkDesign(design: Design): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const category of observerCategories) {
    if (contrastWithWhite(design.categories[category].colour) < leastContrast) {
      faults.push({ path: `categories.${category}.colour`, code: 'field.tooPale' });
    }
  }
  for (const text of designTexts) {
    const own = design.texts[text];
    const isEmpty = languages.every((language) => own[language].trim() === '');
    if (!isEmpty && !isComplete(own)) faults.push({ path: `texts.${text}`, code: 'field.threeLanguages' });
  }
  return [...faults, ...faces.flatMap((face) => checkFace(face, design))];
}

function checkFace(face: Face, design: Design): FieldFault[] {
  const { fields } = design.faces[face];
  const path = (field: DesignField) => `faces.${face}.${field}`;
  const faults: FieldFault[] = [];
  for (const { field, region, size, shown } of fields) {
    const { least, most } = sizeLimits(face, field);
    if (size < least || size > most) {
      faults.push({ path: path(field), code: 'field.sizeRange', params: { least, most } });
    }
    // The text of the back stands there and nowhere else, and so does the title in a band.
    const isWrong = (field === 'back') !== (region === 'back') || (region === 'header' && field !== 'title');
    if (isWrong || !hasRegion(face, region)) faults.push({ path: path(field), code: 'field.noSuchPlace' });
    if (!shown && requiredFields.includes(field)) faults.push({ path: path(field), code: 'field.required' });
  }
  const once = new Set(fields.map(({ field }) => field));
  for (const field of fieldsOf(face)) if (!once.has(field)) faults.push({ path: path(field), code: 'field.required' });
  if (once.size !== fields.length) faults.push({ path: `faces.${face}`, code: 'field.noSuchPlace' });
  return faults;
}
