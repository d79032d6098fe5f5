/**
 * The addresses of the application's own scheme. There is one origin, `app://office`; below it the screens' files, the
 * photos and the documents that were made. Everything else does not exist.
 */

export const scheme = 'app';
export const origin = 'app://office';
export const startPage = `${origin}/`;
/** Chromium's PDF viewer is an extension that is part of it, under this fixed name. */
export const pdfViewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai';

export type Address =
  | { readonly kind: 'page' }
  /** A file of the built screens; `path` has no empty, dotted or backslashed part. */
  | { readonly kind: 'file'; readonly path: readonly string[] }
  | { readonly kind: 'photo'; readonly hash: string }
  | { readonly kind: 'document'; readonly token: string };

const photoName = /^[0-9a-f]{64}$/;
const documentName = /^([0-9a-f]{32})\.pdf$/;
/** Names that the build gives to files. No dot at the start: `.` and `..` and hidden files are not served. */
const fileName = /^[A-Za-z0-9_-][A-Za-z0-9_.@-]*$/;

/** What an address stands for, or null for one that must not be answered. */
export function readAddress(url: string): Address | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  // `origin` of a scheme that Node does not know is the text "null"; so the parts are compared.
  if (parsed?.protocol !== `${scheme}:` || parsed.host !== 'office' || parsed.username !== '') return null;
  const path = parsed.pathname.split('/').slice(1);
  const [first, second] = path;
  if (path.length === 1 && (first === '' || first === 'index.html')) return { kind: 'page' };
  if (first === 'photo')
    return path.length === 2 && photoName.test(second ?? '') ? { kind: 'photo', hash: second ?? '' } : null;
  if (first === 'document') {
    const token = path.length === 2 ? documentName.exec(second ?? '')?.[1] : undefined;
    return token === undefined ? null : { kind: 'document', token };
  }
  return path.every((part) => fileName.test(part)) ? { kind: 'file', path } : null;
}

/** True for the page of the screens itself, whatever comes after `#` or `?`. */
export const isStartPage = (url: string): boolean => readAddress(url)?.kind === 'page';
