/** The page that checks badges without a network, with the office's list and words in it. */
import { readFile } from 'node:fs/promises';
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import { languages, type Id } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Signer } from '../access/signing-key.ts';
import type { Clock } from '../context/ports.ts';
import { wordsOf } from '../wording/words.ts';
import { checkListOf, signList } from './check-list.ts';

/** What the page is made from. */
export type VerifierPageSource = {
  state(): State;
  clock: Clock;
  signer(): Outcome<Signer>;
  /** The built page, before the office has put its list into it. */
  verifierPageFile: string;
};

/** What the page is called on a stick. */
export const verifierName = 'verifier.html';

/**
 * The page as of this moment. Refuses with `signing.noKey` where nobody could tell whose list it is. Throws where the
 * program was built without its page.
 */
export async function verifierPage(
  office: VerifierPageSource,
  electionId: Id,
  { numbers }: { numbers: boolean },
): Promise<Outcome<Uint8Array>> {
  const signer = office.signer();
  if (!signer.ok) return signer;
  const state = office.state();
  const words = wordsOf(state);
  const spoken = languages.map((language) => words[language].verifier);
  const signed = signList(checkListOf(state, electionId, office.clock.now(), { numbers }), signer.value);
  const given = {
    signed,
    words: Object.fromEntries(languages.map((language, index) => [language, spoken[index]])),
  };
  const parts: Record<string, string> = {
    __TITLE__: asMarkup(spoken[0]?.title ?? ''),
    __STARTING__: asMarkup(spoken.map(({ starting }) => starting).join('\n\n')),
    __GIVEN__: insideScript(given),
  };
  const page = await readFile(office.verifierPageFile, 'utf8');
  return done(new TextEncoder().encode(page.replaceAll(/__[A-Z]+__/gu, (name) => parts[name] ?? name)));
}

const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** No letter of it can end the element that it stands in. */
export const insideScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
