import { describe, expect, it } from 'vitest';
import { orderOfHeader, takeApart } from '#shared/text/full-name.ts';

describe('a whole name in one cell', () => {
  it.each([
    ['Oakthorpe Elowina', 'surname-first', 'Oakthorpe', 'Elowina'],
    ['Elowina Oakthorpe', 'surname-last', 'Oakthorpe', 'Elowina'],
    ['Elowina Maria Oakthorpe', 'surname-last', 'Oakthorpe', 'Elowina Maria'],
    ['Oakthorpe, Elowina Maria', 'surname-last', 'Oakthorpe', 'Elowina Maria'],
    ['Elowina OAKTHORPE', 'surname-first', 'OAKTHORPE', 'Elowina'],
    ['OAKTHORPE ELOWINA', 'surname-first', 'OAKTHORPE', 'ELOWINA'],
    ['Bram van der Ashfield', 'surname-last', 'van der Ashfield', 'Bram'],
    ['van der Ashfield Bram', 'surname-first', 'van der Ashfield', 'Bram'],
    ['Асан уулу Бакыт', 'surname-first', 'Асан уулу', 'Бакыт'],
    ['Бакыт Асан уулу', 'surname-last', 'Асан уулу', 'Бакыт'],
    ['Асанов Бакыт Асанович', 'surname-first', 'Асанов', 'Бакыт Асанович'],
    ['Oakthorpe', 'surname-last', 'Oakthorpe', ''],
    ['  Oakthorpe   Elowina ', 'surname-first', 'Oakthorpe', 'Elowina'],
    ['', 'surname-first', '', ''],
  ] as const)('%j, %s, is %s and %s', (text, order, surname, given) => {
    expect(takeApart(text, order)).toEqual({ surname, given });
  });

  it.each([
    ['Name and surname', 'surname-last'],
    ['Surname, given names', 'surname-first'],
    ['Имя, фамилия', 'surname-last'],
    ['Фамилия, имя, отчество', 'surname-first'],
    ['Фамилиясы, аты', 'surname-first'],
    ['ФИО', null],
    ['Full name', null],
  ] as const)('whose header is %j has its %s', (header, order) => {
    expect(orderOfHeader(header)).toBe(order);
  });
});
