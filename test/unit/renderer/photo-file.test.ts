import { describe, expect, it } from 'vitest';
import { fileFault, largestFileBytes } from '../../../renderer/features/photos/picture-file.ts';
import { jpegOf, pngOf } from '../store/pictures.ts';

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** A chunk as PNG has it, its sum left empty. */
function chunk(name: string, length: number): Buffer {
  const bytes = Buffer.alloc(12 + length);
  bytes.writeUInt32BE(length, 0);
  bytes.write(name, 4, 'latin1');
  return bytes;
}

function withComponents(count: number): Buffer {
  const bytes = jpegOf(600, 800);
  // The frame header stands last: marker, length, precision, height, width, then the number of components.
  bytes[bytes.length - 2 - 19 + 9] = count;
  return bytes;
}

describe('a chosen file', () => {
  it('that is a JPEG or PNG may become a photo', () => {
    expect(fileFault(withComponents(3))).toBeNull();
    expect(fileFault(withComponents(1))).toBeNull();
    expect(fileFault(Buffer.concat([pngOf(600, 800), chunk('IDAT', 4)]))).toBeNull();
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['notAnImage', text('%!PS a letter')],
    ['notAnImage', text('PK\x03\x04 a table')],
    ['notAnImage', jpegOf(600, 800).subarray(0, 12)],
    ['heic', text('\0\0\0\x18ftypheic\0\0\0\0')],
    ['heic', text('\0\0\0\x1cftypmif1\0\0\0\0')],
    ['notAnImage', text('\0\0\0\x18ftypmp42\0\0\0\0')],
    ['animated', text('GIF89a')],
    ['otherKind', text('RIFF\0\0\0\0WEBPVP8 ')],
    ['otherKind', text('%PDF-1.7')],
    ['otherKind', text('II*\0')],
    ['cmyk', withComponents(4)],
    ['animated', Buffer.concat([pngOf(600, 800), chunk('acTL', 8), chunk('IDAT', 4)])],
    ['tooManyBytes', Buffer.concat([withComponents(3), Buffer.alloc(largestFileBytes)])],
  ])('is refused as %s by what is in it, whatever its name', (fault, bytes) => {
    expect(fileFault(bytes)).toBe(fault);
  });
});
