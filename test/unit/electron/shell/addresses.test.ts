import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStartPage, readAddress, startPage } from '../../../../electron/shell/addresses.ts';

const hash = 'a1'.repeat(32);
const token = '0f'.repeat(16);

describe('addresses of the application', () => {
  it('lead to the page, its files, photos and documents', () => {
    expect(readAddress(startPage)).toEqual({ kind: 'page' });
    expect(readAddress('app://office/#/organisations?x=1')).toEqual({ kind: 'page' });
    expect(readAddress('app://office/assets/index-Ab_3-x.js')).toEqual({
      kind: 'file',
      path: ['assets', 'index-Ab_3-x.js'],
    });
    expect(readAddress(`app://office/photo/${hash}`)).toEqual({ kind: 'photo', hash });
    expect(readAddress(`app://office/document/${token}.pdf#navpanes=0`)).toEqual({ kind: 'document', token });
  });

  it('of another scheme, host or user are not answered', () => {
    for (const url of ['http://office/', 'file:///etc/passwd', 'app://elsewhere/', 'app://me@office/', 'office', '']) {
      expect(readAddress(url), url).toBeNull();
      expect(isStartPage(url), url).toBe(false);
    }
  });

  it('never leave the folder of the screens, however they are written', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '..%5c',
      '\\',
      '%00',
      '//',
      'assets',
      'a.js',
      '.git',
      ' ',
      'Ө',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = readAddress(`app://office/${pieces.join('/')}`);
        if (address?.kind !== 'file') return;
        for (const part of address.path) {
          expect(part).toMatch(/^[\w-][\w.@-]*$/);
          expect(part).not.toContain('..');
        }
      }),
    );
  });

  it('of photos and documents hold nothing but a hash or a token', () => {
    for (const path of [
      'photo/',
      'photo/x',
      `photo/${hash}/more`,
      `photo/${hash.toUpperCase()}`,
      `document/${token}`,
      'document/../x.pdf',
    ]) {
      expect(['photo', 'document'], path).not.toContain(readAddress(`app://office/${path}`)?.kind);
    }
  });
});
