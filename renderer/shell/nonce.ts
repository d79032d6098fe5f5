/**
 * The nonce of this load, which the page's policy wants on every style tag. Mantine asks for it by a property; the
 * library under its dialogs looks for the global that bundlers use.
 */
const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');

export const nonce = meta?.content ?? '';

Object.assign(globalThis, { __webpack_nonce__: nonce });
