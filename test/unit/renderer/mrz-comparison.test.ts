import { describe, expect, it } from 'vitest';
import { emptyApplicationFields, type ApplicationFields } from '#shared/domain/records/application.ts';
import { parseMrz } from '#shared/text/mrz.ts';
import { compareWithMrz, takeFromMrz } from '../../../renderer/features/applications/mrz-comparison.ts';
import { mrzCheckDigit } from '#shared/text/mrz.ts';

const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const read = (zone = lines) => {
  const reading = parseMrz(zone.join('\n'), '2011-11-01');
  if (!reading.ok) throw new Error(reading.faults.join());
  return reading.fields;
};
const typed = (change: Partial<ApplicationFields>): ApplicationFields => ({ ...emptyApplicationFields, ...change });
const named = (surname: string, given: string): ApplicationFields =>
  typed({ names: { ...emptyApplicationFields.names, latin: { surname, given }, confirmed: true } });

describe('the lines beside an empty form', () => {
  it('differ in nothing and fill it, leaving countries that do not exist out', () => {
    expect(compareWithMrz(typed({}), read())).toEqual([]);
    expect(takeFromMrz(typed({}), read(), lines, [])).toMatchObject({
      names: { latin: { surname: 'ERIKSSON', given: 'ANNA MARIA' }, confirmed: false },
      ...{ sex: 'female', birthDate: '1974-08-12', citizenship: null },
      document: { number: 'L898902C3', issuer: null, expiry: '2012-04-15', mrz: lines },
    });
  });
});

describe('the lines beside what was typed', () => {
  it('are the same whatever the case, hyphens and spaces, and the typed form stays', () => {
    const own = named('Eriksson', 'Anna-Maria');
    expect(compareWithMrz(own, read())).toEqual([]);
    expect(takeFromMrz(own, read(), lines, []).names).toEqual(own.names);
  });

  it('are shown field by field where they say otherwise, and just what was chosen is taken', () => {
    const own = { ...named('Erikson', 'Anna Maria'), birthDate: '1974-08-21', sex: 'male' as const };
    expect(compareWithMrz(own, read())).toEqual([
      { field: 'surname', typed: 'Erikson', read: 'ERIKSSON' },
      { field: 'sex', typed: 'male', read: 'female' },
      { field: 'birthDate', typed: '1974-08-21', read: '1974-08-12' },
    ]);
    const taken = takeFromMrz(own, read(), lines, ['birthDate']);
    expect(taken).toMatchObject({ birthDate: '1974-08-12', sex: 'male', names: own.names });
    expect(takeFromMrz(own, read(), lines, ['surname', 'sex'])).toMatchObject({
      ...{ sex: 'female', birthDate: '1974-08-21' },
      names: { latin: { surname: 'ERIKSSON', given: 'Anna Maria' }, confirmed: false },
    });
  });

  it('are the same name where the lines had no room for all of it', () => {
    const first = 'P<UTOPAPANDROPOULOUGEORGIADIS<<ALEXANDRAMARI'.slice(0, 44);
    expect(first).toHaveLength(44);
    expect(mrzCheckDigit('L898902C3')).toBe('6');
    const own = named('Papandropoulou-Georgiadis', 'Alexandra Marina');
    expect(compareWithMrz(own, read([first, lines[1] ?? '']))).toEqual([]);
    const other = named('Papandropoulou-Georgiadou', 'Alexandra Marina');
    expect(compareWithMrz(other, read([first, lines[1] ?? ''])).map(({ field }) => field)).toEqual(['surname']);
  });
});
