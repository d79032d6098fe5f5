/**
 * Completes a design that was made before the program knew some field: the field gets its usual place on each face,
 * hidden, so that the design prints as before and can be saved again.
 */
import { fieldsOf } from './rules.ts';
import { defaultDesign } from './default.ts';
import { faces, type Design, type Face, type FaceDesign, type PlacedField } from '../records/design.ts';

/** The same object when nothing is missing. */
export function completeDesign(design: Design): Design {
  const completed = { ...design.faces };
  let isChanged = false;
  for (const face of faces) {
    const missing = missingFields(face, design.faces[face]);
    if (missing.length === 0) continue;
    completed[face] = { ...design.faces[face], fields: [...design.faces[face].fields, ...missing] };
    isChanged = true;
  }
  return isChanged ? { ...design, faces: completed } : design;
}

function missingFields(face: Face, { fields }: FaceDesign): PlacedField[] {
  const placed = new Set(fields.map(({ field }) => field));
  const missing = new Set(fieldsOf(face).filter((field) => !placed.has(field)));
  return defaultDesign.faces[face].fields
    .filter(({ field }) => missing.has(field))
    .map((usual) => ({ ...usual, shown: false }));
}
