import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAddresses } from '../../../../electron/shell/app-protocol.ts';

const hash = 'b2'.repeat(32);
const token = '3c'.repeat(16);
const photo = Uint8Array.of(0xff, 0xd8, 0xff);
const pdf = new TextEncoder().encode('%PDF-1.7');
let screens = '';

beforeAll(async () => {
  screens = await mkdtemp(join(tmpdir(), 'screens-'));
  await mkdir(join(screens, 'assets'));
  await writeFile(join(screens, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>__CSP_NONCE__</p>');
  await writeFile(join(screens, 'assets', 'index.js'), 'export {};');
  await writeFile(join(screens, 'secret.txt'), 'secret');
});
afterAll(() => rm(screens, { recursive: true }));

const get = (url: string, method = 'GET') =>
  answerAddresses(screens, {
    photo: (asked) => Promise.resolve(asked === hash ? { bytes: photo, type: 'image/jpeg' } : null),
    document: (asked) => (asked === token ? { bytes: pdf, name: 'Күбөлүк 7.pdf' } : null),
  })({ url, method });

describe('what app://office answers', () => {
  it('puts one fresh nonce into the page and into its policy', async () => {
    const [first, second] = [await get('app://office/'), await get('app://office/')];
    const nonces = await Promise.all(
      [first, second].map(async (response) => {
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        expect(await response.text()).toBe(`<meta name="csp-nonce" content="${nonce}"><p>${nonce}</p>`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe('');
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('serves the built files with their types, under a policy that allows them nothing', async () => {
    const script = await get('app://office/assets/index.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves photos and documents from the open office', async () => {
    const picture = await get(`app://office/photo/${hash}`);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(photo);
    const document = await get(`app://office/document/${token}.pdf`);
    expect(document.headers.get('content-type')).toBe('application/pdf');
    expect(document.headers.get('content-disposition')).toContain(encodeURIComponent('Күбөлүк 7.pdf'));
    expect(await document.text()).toBe('%PDF-1.7');
  });

  it('knows nothing else: no other kind of file, no folder, no other method', async () => {
    const places = ['secret.txt', 'assets', 'missing.js', `photo/${'0'.repeat(64)}`, `document/${'0'.repeat(32)}.pdf`];
    for (const place of places) expect((await get(`app://office/${place}`)).status, place).toBe(404);
    expect((await get('app://office/', 'POST')).status).toBe(404);
  });
});
