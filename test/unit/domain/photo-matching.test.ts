import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialStatus, type Application } from '#shared/domain/records/application.ts';
import { photoMatcher } from '#shared/domain/rules/photo-matching.ts';
import { somePerson } from '../../support/fictitious.ts';

type Written = { surname: string; given: string };
function person(
  number: number,
  latin: Written,
  {
    ky = latin,
    ru = latin,
    document = `QX${String(1000000 + number)}`,
  }: { ky?: Written; ru?: Written; document?: string } = {},
): Application {
  const fields = somePerson(number);
  return {
    ...initialStatus,
    ...fields,
    names: { latin, ky, ru, confirmed: true },
    document: { ...fields.document, number: document },
    id: `person-${String(number)}`,
    electionId: 'election',
    organisationId: 'organisation',
    number,
  };
}

const people = [
  person(
    1,
    { surname: 'ZHEENBEKOVA', given: 'AIGUL' },
    {
      ky: { surname: 'Жээнбекова', given: 'Айгүл' },
      ru: { surname: 'Жээнбекова', given: 'Айгуль' },
      document: 'AN 1234567',
    },
  ),
  person(2, { surname: 'IVANOV', given: 'IVAN' }, { ru: { surname: 'Иванов', given: 'Иван' } }),
  person(3, { surname: 'IVANOV', given: 'PETR' }, { ru: { surname: 'Иванов', given: 'Пётр' } }),
  person(4, { surname: "O'BRIEN", given: 'ANNA' }),
  person(5, { surname: "O'BRIEN", given: 'ANNA MARIA' }),
  person(6, { surname: 'GARCÍA LÓPEZ', given: 'JOSÉ' }),
  person(7, { surname: 'LI', given: 'BO' }, { document: '20251012' }),
];
const match = photoMatcher(people);
const found = (name: string) => {
  const { by, people: meant, sure } = match(name);
  return { by, who: meant.map(({ number }) => number), sure };
};

describe('whose photo a file is', () => {
  it.each([
    ['AN1234567.jpg', 'document', 1],
    ['an-1234567.JPG', 'document', 1],
    ['Паспорт AN 123 4567.png', 'document', 1],
    ['ODIHR/photos/AN1234567_photo.jpeg', 'document', 1],
    ['Ivanov Ivan.jpg', 'name', 2],
    ['IVAN_IVANOV (1).jpg', 'name', 2],
    ['IvanovIvan.jpg', 'name', 2],
    ['Иванов Пётр.jpg', 'name', 3],
    ['Жээнбекова Айгүл.png', 'name', 1],
    ['Zheenbekova Aigul 3x4.jpg', 'name', 1],
    ['Obrien Anna Maria.jpg', 'name', 5],
    ['Garcia Lopez Jose.jpg', 'name', 6],
    ['0003.jpg', 'number', 3],
    ['№ 6.jpg', 'number', 6],
  ])('%s is known by the %s', (name, by, number) => {
    expect(found(name)).toEqual({ by, who: [number], sure: true });
  });

  it.each([
    ['Ivanov.jpg', [2, 3]],
    ['OBrien Anna.jpg', [4, 5]],
  ])('%s may be several people, and the clerk chooses', (name, who) => {
    expect(found(name)).toEqual({ by: 'name', who, sure: false });
  });

  it('an initial narrows the surname down but never settles it', () => {
    expect(found('P. Ivanov.jpg')).toEqual({ by: 'name', who: [3], sure: false });
    expect(found('X. Ivanov.jpg').who).toEqual([]);
  });

  it('a number that may be a day is a document only as far as the clerk says so', () => {
    expect(found('20251012.jpg')).toEqual({ by: 'document', who: [7], sure: false });
    expect(found('20251012 Li Bo.jpg')).toEqual({ by: 'document', who: [7], sure: true });
  });

  it('the document of one and the name of another are shown both', () => {
    expect(found('AN1234567 Ivanov Ivan.jpg')).toEqual({ by: 'document', who: [1, 2], sure: false });
  });

  it('a document beside its own name is no contradiction', () => {
    expect(found('AN1234567 Zheenbekova Aigul.jpg')).toEqual({ by: 'document', who: [1], sure: true });
  });

  it.each(['IMG_0001.jpg', 'photo.jpg', '', '.jpg', 'scan 3 final.png', 'Screenshot 2025-10-12 at 10.11.12.png'])(
    'nobody is found by %j',
    (name) => {
      expect(found(name)).toEqual({ by: null, who: [], sure: false });
    },
  );

  it('whoever is found alone by name bears every word of surname and a given name that stand in it', () => {
    const words = fc.constantFrom(
      'Ivanov',
      'IVAN',
      'petr',
      'Anna',
      'Maria',
      'O’Brien',
      'Li',
      'Bo',
      'AN',
      '1234567',
      'x',
      '12',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), fc.constantFrom(' ', '_', '-', '.'), (parts, between) => {
        const { by, people: meant, sure } = match(`${parts.join(between)}.jpg`);
        const spoken = parts.join(' ').toUpperCase().replace(/’/gu, "'");
        expect(sure).toBe(sure && meant.length === 1);
        if (by !== 'name' || !sure) return;
        for (const { names } of meant) {
          expect(spoken).toContain(names.latin.surname);
          expect(spoken).toContain(names.latin.given.split(' ')[0]);
        }
      }),
    );
  });

  it('any text is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => match(name).people.length <= people.length),
    );
  });
});
