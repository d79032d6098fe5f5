/** A zip in memory, for a test that hands over one. */
import { ZipFile } from 'yazl';

export function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  return new Promise((resolve) => {
    const file = new ZipFile();
    const chunks: Buffer[] = [];
    file.outputStream
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        resolve(Buffer.concat(chunks));
      });
    for (const [name, content] of Object.entries(parts)) file.addBuffer(Buffer.from(content), name);
    file.end();
  });
}
