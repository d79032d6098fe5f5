/** What is derived from the table of the observer's fields is whole, and in the order that clerks know. */
import { describe, expect, it } from 'vitest';
import { importFields } from '#shared/contract/exchange.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { ApplicationFields, emptyApplicationFields } from '#shared/domain/records/application.ts';
import { designFields } from '#shared/domain/records/design.ts';
import {
  formFieldsOf,
  importExample,
  observerField,
  observerFieldNames,
  observerParts,
  placeOf,
} from '#shared/domain/records/observer-lists.ts';

describe('the table of the observer’s fields', () => {
  it('makes the record: its shape takes an empty application, and nothing beside the fields', () => {
    expect(ApplicationFields.parse(emptyApplicationFields)).toEqual(emptyApplicationFields);
    expect(Object.keys(emptyApplicationFields)).toEqual(observerFieldNames);
    expect(ApplicationFields.safeParse({ ...emptyApplicationFields, nickname: '' }).success).toBe(false);
  });

  it('leaves no field out of the merge, and puts none into two parts', () => {
    const places = observerParts.flatMap(([, ...lie]) => lie);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(observerParts.map(([name]) => name)).size).toBe(observerParts.length);
    const tops = new Set(places.map((place) => place.split('.')[0]));
    expect(observerFieldNames.filter((name) => !tops.has(name))).toEqual([]);
  });

  it('gives the import its columns, the category after the document and whole names last', () => {
    expect(importFields.filter((field) => !/^(?:surname|given|patronymic)\./u.test(field))).toEqual([
      'sex',
      'birthDate',
      'citizenship',
      'document.kind',
      'document.series',
      'document.number',
      'document.issuer',
      'document.expiry',
      'category',
      'position.ky',
      'position.ru',
      'position.en',
      'stayFrom',
      'stayTo',
      'mobilePhone',
      'remarks',
      'fullName.latin',
      'fullName.ky',
      'fullName.ru',
    ]);
    expect(importFields.slice(0, 3)).toEqual(['surname.latin', 'given.latin', 'patronymic.latin']);
    expect([importExample('stayFrom'), importExample('fullName.ky')]).toEqual(['25.11.2025', '']);
  });

  it('has every plain field on the form once, and shows a substitute the place alone', () => {
    const drawn = (['intake', 'person', 'position', 'stay'] as const).flatMap(formFieldsOf);
    const plain = observerFieldNames.filter((name) => observerField(name).kind !== 'own');
    expect([...drawn].sort()).toEqual([...plain].sort());
    expect(Object.keys(placeOf(emptyApplicationFields))).toEqual(['category', 'position', 'stayFrom', 'stayTo']);
  });

  it('has the fields of badges in designs, hidden until a design shows them', () => {
    const printed = observerFieldNames.filter((name) => observerField(name).badge !== null);
    expect(designFields).toEqual(expect.arrayContaining(printed));
    for (const { fields } of Object.values(defaultDesign.faces)) {
      const own = fields.filter(({ field }) => (printed as string[]).includes(field));
      expect(own.map(({ field, shown }) => [field, shown])).toEqual([
        ['position', false],
        ['citizenship', false],
        ['mobilePhone', false],
      ]);
    }
  });
});
