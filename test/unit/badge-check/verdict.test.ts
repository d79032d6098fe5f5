import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { base64urlnopad } from '@scure/base';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, verifySignature } from '../../../electron/office/access/signing-key.ts';
import { insideScript } from '../../../electron/office/exchange/verifier-page.ts';
import {
  fingerprintOfKey,
  listBytes,
  listFormat,
  listStatuses,
  openList,
  type CheckList,
  type ListLetter,
  type SignedList,
} from '#shared/badge-check/check-list.ts';
import { isSignedBy } from '#shared/badge-check/ed25519.ts';
import { codeOf, decodeCode, referenceOf, signedBytes, type Statement } from '#shared/badge-check/statement.ts';
import { judgeCode } from '#shared/badge-check/verdict.ts';

type Pair = { publicKey: string; privateKey: KeyObject; id: string };
function newPair(): Pair {
  const { publicKey: made, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = made.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
  return { publicKey, privateKey, id: fingerprintOf(publicKey).slice(0, 8) };
}
const office = newPair();
const other = newPair();
const today = '2025-11-28';

const statement = (changes: Partial<Statement> = {}): Statement => ({
  ...{ keyId: office.id, election: referenceOf('e1'), certificate: referenceOf('c1'), number: 'A-0001' },
  ...{ validFrom: '2025-11-20', validUntil: null },
  ...{ name: 'SPECIMEN ANNA', nameShortened: false, organisation: 'OSCE', organisationShortened: false },
  ...changes,
});
function signedBy(pair: Pair, said: Statement): string {
  const signed = signedBytes(said);
  return codeOf(signed, sign(null, signed, pair.privateKey));
}
const code = signedBy(office, statement());

const list = (status: ListLetter, changes: Partial<CheckList> = {}): CheckList => ({
  ...{ sample: false, madeAt: '2025-11-27T08:00:00.000Z', clockOffset: 360, day: '2025-11-27' },
  commission: { ky: 'БШК', ru: 'ЦИК', en: 'CEC' },
  election: {
    reference: referenceOf('e1'),
    name: { ky: 'Шайлоо', ru: 'Выборы', en: 'Election' },
    resultsPublishedOn: null,
  },
  keys: [office.publicKey],
  entries: [
    [referenceOf('c1'), status, 'A-0001'],
    [referenceOf('c2'), 'v', 'A-0002'],
  ],
  ...changes,
});
const answer = (text: string, by = list('v'), day = today) => judgeCode(text, by, day).answer;

describe('what is said of a genuine code', () => {
  it('is what the list knows of its certificate', () => {
    for (const [letter, status] of Object.entries(listStatuses)) {
      expect(judgeCode(code, list(letter as ListLetter), today)).toEqual({ answer: status, statement: statement() });
    }
  });

  it('is the same however it was typed or scanned', () => {
    for (const text of [`  ${code}\n`, code.toLowerCase(), code.replaceAll(/(.{5})/gu, '$1 ')]) {
      expect(answer(text)).toBe('valid');
    }
  });

  it('is that it is not in the list, or of another election', () => {
    expect(answer(signedBy(office, statement({ certificate: referenceOf('c9') })))).toBe('notListed');
    expect(answer(signedBy(office, statement({ election: referenceOf('e2') })))).toBe('otherElection');
  });

  it('keeps to the days: those of the code, else the publication of the results', () => {
    const until = (validUntil: string) => signedBy(office, statement({ validUntil }));
    expect(answer(code, list('v'), '2025-11-27')).toBe('valid');
    expect(answer(signedBy(office, statement({ validFrom: '2025-11-29' })))).toBe('notYetValid');
    expect(answer(until('2025-11-28'))).toBe('valid');
    expect(answer(until('2025-11-27'))).toBe('expired');
    const published = { ...list('v').election, resultsPublishedOn: '2025-12-10' };
    expect(answer(code, list('v', { election: published }), '2025-12-10')).toBe('valid');
    expect(answer(code, list('v', { election: published }), '2025-12-11')).toBe('expired');
  });

  it('does not believe a clock that stands before the list', () => {
    expect(answer(signedBy(office, statement({ validUntil: '2025-11-26' })), list('v'), '2020-01-01')).toBe('expired');
    expect(answer(code, list('v'), '2020-01-01')).toBe('valid');
  });

  it('holds for the key of another laptop whose work was taken in', () => {
    const by = list('v', { keys: [office.publicKey, other.publicKey] });
    expect(answer(signedBy(other, statement({ keyId: other.id })), by)).toBe('valid');
  });
});

describe('what is said of a number alone', () => {
  it('is its status in the list and never that a badge is valid', () => {
    expect(judgeCode('a-0001', list('v'), today)).toEqual({ answer: 'number', number: 'A-0001', status: 'valid' });
    expect(judgeCode('KG-OBS/1;e1;A-0001', list('r'), today)).toMatchObject({ answer: 'number', status: 'revoked' });
    expect(judgeCode('KG-OBS/1;e2;A-0001', list('v'), today)).toMatchObject({ answer: 'number', status: 'unknown' });
    expect(judgeCode('A-0077', list('v'), today)).toMatchObject({ answer: 'number', status: 'unknown' });
    const published = { ...list('v').election, resultsPublishedOn: '2025-11-01' };
    expect(judgeCode('A-0001', list('v', { election: published }), today)).toMatchObject({ status: 'expired' });
  });

  it('is nothing where the list has no numbers', () => {
    const entries = list('v').entries.map(([certificate, status]) => [certificate, status] as const);
    for (const text of ['A-0001', 'KG-OBS/1;e1;A-0001'])
      expect(answer(text, list('v', { entries }))).toBe('unreadable');
  });
});

describe('a code that is not the office’s', () => {
  const letter = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZILOU- '));
  /** The bytes a text stands for: O is read as 0, small letters as large ones, and blanks are left out. */
  const bytesOf = (text: string) => {
    const read = decodeCode(text);
    return read && Buffer.concat([read.signed, read.signature]).toString('hex');
  };
  const genuine = bytesOf(code);

  it('is never valid with any letter changed', () => {
    for (let at = 0; at < code.length; at += 1) {
      const changed = code[at] === '7' ? '8' : '7';
      const text = code.slice(0, at) + changed + code.slice(at + 1);
      expect(answer(text), text).not.toBe('valid');
    }
  });

  it('is never valid with letters changed, put in, left out or moved, however many', () => {
    const edit = fc.record({
      at: fc.nat(code.length - 1),
      cut: fc.nat(3),
      put: fc.array(letter, { maxLength: 3 }).map((letters) => letters.join('')),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce((so, { at, cut, put }) => so.slice(0, at) + put + so.slice(at + cut), code);
        fc.pre(bytesOf(text) !== genuine);
        return answer(text) !== 'valid';
      }),
      { numRuns: 400 },
    );
  });

  it('is never valid when any of what it says is other than what was signed', () => {
    const signed = signedBytes(statement());
    const signature = Uint8Array.from(sign(null, signed, office.privateKey));
    const said = fc.record(
      {
        certificate: fc.constantFrom(referenceOf('c2'), referenceOf('c3')),
        number: fc.constantFrom('A-0002', 'A-00011', ''),
        name: fc.string({ unit: 'grapheme', maxLength: 20 }),
        organisation: fc.string({ unit: 'grapheme', maxLength: 20 }),
        validUntil: fc.constantFrom('2099-12-31', '2025-12-31'),
        validFrom: fc.constantFrom('2025-11-19', '2025-11-21'),
        election: fc.constantFrom(referenceOf('e2')),
        nameShortened: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(said, (changes) => {
        const forged = signedBytes(statement(changes));
        fc.pre(Buffer.compare(forged, signed) !== 0);
        return judgeCode(codeOf(forged, signature), list('v'), today).answer === 'forged';
      }),
      { numRuns: 200 },
    );
  });

  it('is never valid when somebody else signed it, under their own name or the office’s', () => {
    expect(judgeCode(signedBy(other, statement({ keyId: other.id })), list('v'), today)).toEqual({
      ...{ answer: 'foreign', keyId: other.id },
    });
    expect(answer(signedBy(other, statement()))).toBe('forged');
  });

  it('is never valid with a signature that no private key made', () => {
    const signed = signedBytes(statement());
    const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(signature, (made) => answer(codeOf(signed, made)) === 'forged'),
      { numRuns: 100 },
    );
    const zero = new Uint8Array(64);
    const one = Uint8Array.from(zero, (_, index) => (index === 0 ? 1 : 0));
    for (const made of [zero, one]) expect(answer(codeOf(signed, made))).toBe('forged');
  });

  it('is forged when the same signature is written in another way', () => {
    // S + L is as good as S in the equation; RFC 8032 lets only the smaller one pass.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const signed = signedBytes(statement());
    const signature = Uint8Array.from(sign(null, signed, office.privateKey));
    let s = 0n;
    for (let at = 63; at >= 32; at -= 1) s = (s << 8n) | BigInt(signature[at] ?? 0);
    let larger = s + order;
    const twin = Uint8Array.from(signature);
    for (let at = 32; at < 64; at += 1) {
      twin[at] = Number(larger & 0xffn);
      larger >>= 8n;
    }
    expect(answer(codeOf(signed, signature))).toBe('valid');
    expect(answer(codeOf(signed, twin))).toBe('forged');
  });

  it('is never valid, and never an error, whatever text it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string().map((rest) => `KGO2${rest}`),
    );
    fc.assert(
      fc.property(text, (typed) => answer(typed) !== 'valid'),
      { numRuns: 500 },
    );
  });

  it('is told alike by the office’s own check and by the page’s', () => {
    const signed = signedBytes(statement());
    const good = Uint8Array.from(sign(null, signed, office.privateKey));
    const flip = fc.record({ at: fc.nat(63), bit: fc.nat(7), flipped: fc.boolean() });
    fc.assert(
      fc.property(flip, ({ at, bit, flipped }) => {
        const signature = Uint8Array.from(good);
        if (flipped) signature[at] = (signature[at] ?? 0) ^ (1 << bit);
        const here = isSignedBy(office.publicKey, signed, signature);
        return here === !flipped && here === verifySignature(office.publicKey, signed, signature);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the signed list', () => {
  const signed = (content: CheckList, pair = office): SignedList => {
    const text = JSON.stringify(content);
    const signature = sign(null, listBytes(text), pair.privateKey).toString('base64url');
    return { format: listFormat, list: text, publicKey: pair.publicKey, signature };
  };

  it('is opened with the fingerprint of whoever signed it', () => {
    expect(openList(signed(list('v')))).toEqual({ list: list('v'), fingerprint: fingerprintOf(office.publicKey) });
    expect(openList(JSON.parse(insideScript(signed(list('r')))))?.list).toEqual(list('r'));
    expect(fingerprintOfKey(office.publicKey)).toBe(fingerprintOf(office.publicKey));
  });

  it('is refused with any letter of it, of its key or of its signature changed', () => {
    const signedList = signed(list('r'));
    const place = fc.record({
      part: fc.constantFrom('list', 'publicKey', 'signature'),
      at: fc.nat(),
      put: fc.string(),
    });
    fc.assert(
      fc.property(place, ({ part, at, put }) => {
        const before = signedList[part as 'list'];
        const from = at % before.length;
        const changed = before.slice(0, from) + put + before.slice(from + 1);
        fc.pre(changed !== before && changed.trim() !== before.trim());
        return openList({ ...signedList, [part]: changed }) === null;
      }),
      { numRuns: 300 },
    );
    expect(openList({ ...signedList, list: signedList.list.replace('"r"', '"v"') })).toBeNull();
  });

  it('is refused when a signature made for a badge is put under it', () => {
    const text = JSON.stringify(list('v'));
    const signature = sign(null, new TextEncoder().encode(text), office.privateKey).toString('base64url');
    expect(openList({ format: listFormat, list: text, publicKey: office.publicKey, signature })).toBeNull();
  });

  it('is refused without an error when it is none, whoever signed it', () => {
    fc.assert(
      fc.property(fc.anything(), (content) => openList(content) === null),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (content) => openList(signed(content as unknown as CheckList)) === null),
      { numRuns: 100 },
    );
    for (const broken of [{ keys: ['x'] }, { entries: [['c', 'q']] }, { day: '2025-13-01' }, { entries: [null] }]) {
      expect(openList(signed(list('v', broken as unknown as Partial<CheckList>)))).toBeNull();
    }
  });

  it('cannot end the element that it stands in', () => {
    const name = '</script><script>alert(1)</script><!--';
    const written = insideScript(signed(list('v', { commission: { ky: name, ru: name, en: name } })));
    expect(written).not.toMatch(/</u);
    expect(openList(JSON.parse(written))?.list.commission.ky).toBe(name);
  });

  it('has a key that is written in one way alone', () => {
    expect(base64urlnopad.encode(base64urlnopad.decode(office.publicKey))).toBe(office.publicKey);
  });
});
