import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, verifySignature } from '../../../electron/office/access/signing-key.ts';
import { qrPixels } from '../../../electron/office/documents/qr.ts';
import { fitTexts, largestVersion, moduleSize, mostTextBytes } from '#shared/badge-check/code-size.ts';
import {
  beginsCode,
  codePrefix,
  codeOf,
  decodeCode,
  readCode,
  referenceOf,
  signedBytes,
  type Statement,
} from '#shared/badge-check/statement.ts';
import { fromCyrillicKeys } from '#shared/text/keyboard.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
const keyId = fingerprintOf(publicKey).slice(0, 8);

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const isoDay = day.map((date) => date.toISOString().slice(0, 10));
/** What a travel document or a form can hold, and worse: every kind of letter, none, and far too many. */
const word = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom('Abdyrakhmanova-Zhumagulova', 'Gulzhamal-Aichurok', 'M', 'O’Brien', 'Łukasz', 'de la Cruz'),
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJ'.split('')), minLength: 30, maxLength: 60 }),
);
const number = fc.oneof(
  fc.constantFrom('A-0001', 'CEC 2026/AB12CD34-00000001'),
  fc.stringMatching(/^[A-Z0-9 /-]{1,40}$/u),
);

const statements = fc
  .record({
    number,
    surname: word,
    given: word,
    short: word,
    full: word,
    validFrom: isoDay,
    validUntil: fc.option(isoDay),
  })
  .map(({ number: printed, surname, given, short, full, validFrom, validUntil }): Statement => ({
    ...{ keyId, election: referenceOf('e1'), certificate: referenceOf('c1'), number: printed, validFrom, validUntil },
    ...fitTexts(printed, { surname, given }, { short, full }),
  }));
const codeOfStatement = (statement: Statement): string => {
  const signed = signedBytes(statement);
  return codeOf(signed, sign(null, signed, pair.privateKey));
};
const isGenuine = (code: string): boolean => {
  const read = decodeCode(code);
  return read !== null && verifySignature(publicKey, read.signed, read.signature);
};

describe('what is typed', () => {
  it('is known by its beginning for a code, whatever keyboard is on, and a name is not', () => {
    for (const text of ['KGO2', 'kgo2ab', ' KG-OBS/1;x', 'ЛПЩ2', 'лп-щиы']) expect(beginsCode(text), text).toBe(true);
    for (const text of ['', 'KG', 'Kgatlhane', 'Лапшин', 'A-0001']) expect(beginsCode(text), text).toBe(false);
  });
});

describe('a badge’s signed code', () => {
  it('is read back as it was made, and its signature holds', () => {
    fc.assert(
      fc.property(statements, (statement) => {
        const code = codeOfStatement(statement);
        expect(code).toMatch(/^KGO2[0-9A-HJKMNP-TV-Z]+$/u);
        expect(decodeCode(code)?.statement).toEqual(statement);
        expect(isGenuine(code)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('never needs a larger symbol than is printed legibly, whatever the names', () => {
    let largest = 0;
    fc.assert(
      fc.property(statements, (statement) => {
        largest = Math.max(largest, qrPixels(codeOfStatement(statement)).version);
        expect(largest).toBeLessThanOrEqual(largestVersion);
      }),
      { numRuns: 200 },
    );
    // Nine dots of a 600 dpi printer.
    expect(moduleSize(largestVersion)).toBeGreaterThan((9 * 25.4) / 600);
  });

  it('is read under Latin and Cyrillic keys, with capitals locked, in small letters, in groups and with a newline', () => {
    const keys = 'йцукенгшщзфывапролдячсмить';
    const cyrillic = (code: string) =>
      code
        .split('')
        .map(
          (sign_) =>
            keys
              .split('')
              .find((key) => fromCyrillicKeys(key) === sign_.toLowerCase())
              ?.toUpperCase() ?? sign_,
        )
        .join('');
    fc.assert(
      fc.property(statements, (statement) => {
        const code = codeOfStatement(statement);
        const typed = cyrillic(code);
        expect(typed).toMatch(/^ЛПЩ2/u);
        const groups = code.match(/.{1,8}/gu)?.join(' - ') ?? '';
        for (const text of [typed, typed.toLowerCase(), code.toLowerCase(), `${groups}\n`]) {
          expect(decodeCode(text)?.statement).toEqual(statement);
        }
      }),
      { numRuns: 100 },
    );
    expect(readCode('KG-OBS/1;jk-2025;A-0001')).toBeNull();
    expect(readCode('A-0042')).toBeNull();
    expect(readCode('')).toBeNull();
  });

  it('is never genuine when a letter is changed, lost or added, when it is cut, or when another key signed it', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(statements, fc.nat(), fc.nat(31), fc.nat(), (statement, at, letter, to) => {
        const code = codeOfStatement(statement);
        const place = codePrefix.length + (at % (code.length - codePrefix.length));
        const changed = `${code.slice(0, place)}${alphabet[letter] ?? ''}${code.slice(place + 1)}`;
        if (changed !== code) expect(isGenuine(changed)).toBe(false);
        expect(isGenuine(code.slice(0, place))).toBe(false);
        expect(isGenuine(`${code}${alphabet[letter] ?? ''}`)).toBe(false);
        const swapped = code.slice(0, place) + code.slice(place + 1) + (alphabet[to % 32] ?? '');
        if (swapped !== code) expect(isGenuine(swapped)).toBe(false);
        const signed = signedBytes(statement);
        expect(isGenuine(codeOf(signed, sign(null, signed, other)))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('is never genuine with another’s name, number, organisation, certificate or day under a real signature', () => {
    fc.assert(
      fc.property(
        statements,
        statements,
        fc.constantFrom('name', 'number', 'organisation', 'certificate', 'validUntil'),
        (a, b, field) => {
          const taken =
            field === 'certificate' ? { ...a, certificate: referenceOf('c2') } : { ...a, [field]: b[field] };
          const [own, forged] = [signedBytes(a), signedBytes(taken)];
          if (Buffer.from(own).equals(Buffer.from(forged))) return;
          expect(isGenuine(codeOf(forged, sign(null, own, pair.privateKey)))).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads any text at all without falling', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.stringMatching(/^KGO2[0-9A-Z]{0,320}$/u)),
        (text) => {
          expect(isGenuine(text)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is signed over its mark, so that no bag’s manifest can be taken for it', () => {
    const [statement] = fc.sample(statements, { numRuns: 1, seed: 1 });
    if (!statement) throw new Error('nothing sampled');
    expect(Buffer.from(signedBytes(statement)).toString('latin1').startsWith(codePrefix)).toBe(true);
    expect(createHash('sha256').update('e1').digest('hex').slice(0, 16)).toBe(statement.election);
  });
});

describe('a name too long for the code', () => {
  const fit = (surname: string, given: string, organisation = 'OSCE') =>
    fitTexts('A-0001', { surname, given }, { short: organisation, full: 'Organization' });

  it('stays whole as long as there is room, with the organisation', () => {
    expect(fit('ABDYRAKHMANOVA-ZHUMAGULOVA', 'Gulzhamal-Aichurok')).toEqual({
      ...{ name: 'ABDYRAKHMANOVA-ZHUMAGULOVA Gulzhamal-Aichurok', nameShortened: false },
      ...{ organisation: 'OSCE', organisationShortened: false },
    });
  });

  it('gives up given names for initials, the last first, then the end of the surname, and says so', () => {
    const given = 'Maximiliano Bartholomew Konstantinos Aleksandros Emmanuel';
    expect(fit('FERNANDEZ-CARVALHO DE ALBUQUERQUE', given)).toMatchObject({
      ...{ name: 'FERNANDEZ-CARVALHO DE ALBUQUERQUE Maximiliano Bartholomew Konstantinos Aleksandros E.' },
      ...{ nameShortened: true, organisation: 'OSCE', organisationShortened: false },
    });
    const cut = fit('A'.repeat(200), 'Jo');
    expect(cut.name).toBe(`${'A'.repeat(mostTextBytes - 6 - 4 - 3)}…`);
    expect(cut.nameShortened).toBe(true);
  });

  it('has the organisation’s full name cut where no short one is known', () => {
    const full =
      'Office for Democratic Institutions and Human Rights of the Organization for Security and Co-operation';
    const { organisation, organisationShortened, name } = fitTexts(
      'A-0001',
      { surname: 'SMITH', given: 'John' },
      { short: '', full },
    );
    expect(name).toBe('SMITH John');
    expect(organisationShortened).toBe(true);
    expect(organisation).toMatch(/^Office for Democratic Institutions.*…$/u);
  });
});
