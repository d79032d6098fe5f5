/** What the office has put into the page: its list of certificates, signed, and its words. */
import type { Words } from '#locales/index.ts';
import type { SignedList } from '#shared/badge-check/check-list.ts';
import type { Language } from '#shared/domain/base/primitives.ts';

export type PageWords = Words['verifier'];
export type Given = { signed: SignedList; words: Record<Language, PageWords> };

/** The text comes from the office, and its list is checked before it is used. */
export const readGiven = (): Given => JSON.parse(document.getElementById('given')?.textContent ?? '') as Given;
