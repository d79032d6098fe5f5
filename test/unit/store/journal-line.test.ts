import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkLine, encodeLine, firstPrev, type NewLine } from '../../../electron/office/store/journal-line.ts';

const newLine: NewLine = {
  schema: 1,
  at: '2025-11-30T08:00:00.000Z',
  who: 'Айгүл Өмүралиева',
  command: 'application.register',
  eventsJson: '[{"type":"put","name":"Өзгөн","value":7}]',
};
const encoded = encodeLine(newLine, firstPrev, 1);
const line = encoded.bytes.subarray(0, -1);

it('a line is one plain JSON object on one line, prev first and its own sum last', () => {
  const read = JSON.parse(encoded.bytes.toString('utf8')) as Record<string, unknown>;
  expect(Object.keys(read)).toEqual(['prev', 'seq', 'schema', 'at', 'who', 'command', 'events', 'sum']);
  expect(read).toMatchObject({ prev: '0'.repeat(64), seq: 1, sum: encoded.sum });
  expect(encoded.bytes.indexOf('\n')).toBe(encoded.bytes.length - 1);
});

it('the reason given for a command is kept with it', () => {
  const { bytes } = encodeLine({ ...newLine, why: 'кайталанган арыз' }, firstPrev, 1);
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ why: 'кайталанган арыз' });
});

it('a line checks against the sum and the number of the one before, and against no other', () => {
  expect(checkLine(line, firstPrev, 1)).toEqual({ seq: 1, sum: encoded.sum, json: line });
  expect(checkLine(line, firstPrev, 2)).toBeNull();
  expect(checkLine(line, encoded.sum, 1)).toBeNull();
  expect(checkLine(encodeLine(newLine, firstPrev, 11).bytes.subarray(0, -1), firstPrev, 1)).toBeNull();
});

it('a line with any one bit changed does not check', () => {
  for (let bit = 0; bit < line.length * 8; bit += 1) {
    const flipped = Buffer.from(line);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(checkLine(flipped, firstPrev, 1), `bit ${String(bit)}`).toBeNull();
  }
});

it('bytes that were never a line do not check', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(checkLine(Buffer.from(bytes), firstPrev, 1)).toBeNull();
    }),
  );
});
