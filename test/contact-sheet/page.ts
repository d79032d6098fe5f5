/** The page that shows the pictures of a folder beside each other: one row a screen or document. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const style = `
  body { margin: 24px; background: #e9edf0; color: #17212a; font: 14px 'Noto Sans', sans-serif; }
  h2 { margin: 28px 0 8px; font-size: 15px; }
  section { display: flex; flex-wrap: wrap; gap: 12px; }
  figure { margin: 0; }
  img { display: block; height: 230px; border: 1px solid #b9c2ca; background: white; }
  figcaption { margin-top: 3px; color: #54606a; font-size: 12px; }
`;

/** Writes `index.html` over the pictures in `<folder>/screens/*` and `<folder>/documents/*`; answers how many there are. */
export async function writeIndex(folder: string): Promise<number> {
  let count = 0;
  const rows: string[] = [];
  for (const kind of ['screens', 'documents']) {
    const names = await readdir(join(folder, kind)).catch((): string[] => []);
    for (const name of names.sort()) {
      const pictures = (await readdir(join(folder, kind, name))).filter((file) => file.endsWith('.png')).sort();
      count += pictures.length;
      const figures = pictures.map((file) => {
        const address = `${kind}/${name}/${file}`;
        return `<figure><a href="${address}"><img src="${address}" alt="${name} ${file}" loading="lazy"></a><figcaption>${file.replace('.png', '')}</figcaption></figure>`;
      });
      rows.push(`<h2>${kind}: ${name}</h2><section>${figures.join('')}</section>`);
    }
  }
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style>${rows.join('\n')}</html>`;
  await writeFile(join(folder, 'index.html'), page);
  return count;
}
