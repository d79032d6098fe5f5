/** What every page of a sample office says of its people, in the document's languages; null in a real office. */
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { wordsOf } from '../../wording/words.ts';

export const sampleMark = (state: State, languages: readonly Language[]): string | null =>
  state.sample ? languages.map((language) => wordsOf(state)[language].documents.sampleMark).join(' · ') : null;
