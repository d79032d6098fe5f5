/** The smallest files that are pictures by their headers, in any size. */

export function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** With what cameras put before the frame header: Exif data of any length, a table, fill bytes. */
export function jpegOf(width: number, height: number, exif = Buffer.alloc(10), frame = 0xc0): Buffer {
  const segment = (marker: number, body: Buffer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(body.length + 2);
    return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
  };
  const size = Buffer.alloc(15);
  size.writeUInt8(8, 0);
  size.writeUInt16BE(height, 1);
  size.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    Buffer.from([0xff, 0xff, 0xff]),
    segment(0xc4, Buffer.alloc(20)),
    segment(frame, size),
    Buffer.from([0xff, 0xd9]),
  ]);
}
