/** Answers the addresses of `app://office`: the built screens, photos and documents. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Entry } from '../office/session/entry.ts';
import { type Address, readAddress } from './addresses.ts';
import { documentPolicy, filePolicy, pagePolicy } from './security/content-policy.ts';

/** What the build writes; a file of another kind is not served. */
const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Stands in the built page where the nonce of the load goes. */
const noncePlaceholder = '__CSP_NONCE__';

/** Makes the function that answers requests; `screens` is the folder of the built page. It never throws. */
export function answerAddresses(screens: string, entry: Pick<Entry, 'photo' | 'document'>) {
  return async (request: { readonly url: string; readonly method: string }): Promise<Response> => {
    const address = request.method === 'GET' || request.method === 'HEAD' ? readAddress(request.url) : null;
    if (!address) return notFound();
    try {
      return (await answer(address, screens, entry)) ?? notFound();
    } catch {
      // A file that cannot be read is, for the page, not there.
      return notFound();
    }
  };
}

async function answer(
  address: Address,
  screens: string,
  entry: Pick<Entry, 'photo' | 'document'>,
): Promise<Response | null> {
  switch (address.kind) {
    case 'page': {
      const nonce = randomBytes(16).toString('base64');
      const page = await readFile(join(screens, 'index.html'), 'utf8');
      return respond(
        page.replaceAll(noncePlaceholder, nonce),
        'text/html; charset=utf-8',
        pagePolicy(nonce),
        'no-store',
      );
    }
    case 'file': {
      const type = mediaTypes[extname(address.path.at(-1) ?? '')];
      if (type === undefined) return null;
      return respond(await readFile(join(screens, ...address.path)), type, filePolicy, 'no-cache');
    }
    case 'photo': {
      const photo = await entry.photo(address.hash);
      // Named by its content, so it can never change.
      return photo && respond(photo.bytes, photo.type, filePolicy, 'private, max-age=86400, immutable');
    }
    case 'document': {
      const document = entry.document(address.token);
      if (!document) return null;
      const response = respond(document.bytes, 'application/pdf', documentPolicy, 'no-store');
      response.headers.set('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(document.name)}`);
      return response;
    }
  }
}

function respond(body: string | Uint8Array, type: string, contentPolicy: string, caching: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy,
      'cache-control': caching,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    },
  });
}

const notFound = (): Response =>
  new Response(null, { status: 404, headers: { 'content-security-policy': filePolicy, 'cache-control': 'no-store' } });
