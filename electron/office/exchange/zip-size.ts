/** How large a zip file says it will be when unpacked, read from its directory alone. */
import { open as openZip } from 'yauzl';

/** A table needs far fewer parts; more is an accident or an attack. */
const maximumEntries = 2_000;

/** Bytes in all, null when the file is no readable zip. */
export function unpackedSize(path: string): Promise<number | null> {
  return new Promise((resolve) => {
    openZip(path, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error) {
        resolve(null);
        return;
      }
      let bytes = 0;
      let entries = 0;
      const settle = (value: number | null) => {
        zip.close();
        resolve(value);
      };
      zip.on('entry', (entry: { uncompressedSize: number }) => {
        bytes += entry.uncompressedSize;
        entries += 1;
        if (entries > maximumEntries) settle(Number.POSITIVE_INFINITY);
        else zip.readEntry();
      });
      zip.on('end', () => {
        settle(bytes);
      });
      zip.on('error', () => {
        settle(null);
      });
      zip.readEntry();
    });
  });
}
