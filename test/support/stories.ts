/** In which languages a story of a clerk's work runs: in all three in the thorough run, otherwise in one of them. */
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { isThorough } from './effort.ts';

export interface Story {
  readonly language: Language;
  /** The story's name and its language, as the test is called. */
  readonly title: string;
}

/**
 * The story in each language that this run wants. The usual run takes one, and which one follows from the name, so that
 * a failure repeats. `spoken`: the languages in which the story can be told.
 */
export function story(name: string, spoken: readonly Language[] = languages): readonly Story[] {
  const wanted = isThorough() ? spoken : spoken.slice(turnOf(name, spoken.length)).slice(0, 1);
  return wanted.map((language) => ({ language, title: `${name} (${language})` }));
}

/** The same number for the same name, spread evenly over names. */
function turnOf(name: string, count: number): number {
  let mixed = 0;
  for (const letter of name) mixed = (mixed * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return mixed % count;
}
