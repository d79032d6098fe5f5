/** Rule: the page loads only what the application itself serves, and runs only its own scripts. */

/**
 * The Content-Security-Policy of the screens.
 *
 * `nonce` is fresh for every load and lets Mantine's style tags in. Styles of single elements are set by React through
 * the CSSOM, which needs no permission, so style attributes in markup stay forbidden.
 */
export function pagePolicy(nonce: string): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'none'",
    'font-src': "'self'",
    // blob: and data: hold a photo while it is being cropped, before it is stored.
    'img-src': "'self' blob: data:",
    // The camera's picture.
    'media-src': "'self' blob:",
    // Previews of documents, in Chromium's PDF viewer.
    'frame-src': "'self'",
    'object-src': "'none'",
    'connect-src': "'self'",
    'worker-src': "'none'",
    'manifest-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
}

/** Photos, fonts, scripts and the like: opened as a page of their own they could do nothing at all. */
export const filePolicy = policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" });

/** Documents: shown in a frame of the screens and nowhere else; the viewer brings its own plugin and style. */
export const documentPolicy = policy({
  'default-src': "'none'",
  'object-src': "'self'",
  'style-src': "'unsafe-inline'",
  'frame-ancestors': "'self'",
});

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
