/**
 * How alike two people's names are, whatever script, order or slip of the pen. A likeness for a clerk to judge: it errs
 * on the side of showing a pair that is none.
 */
import { foldForSearch } from './fold.ts';

type Name = { readonly surname: string; readonly given: string };
type ThreeWritings = { readonly latin: Name; readonly ky: Name; readonly ru: Name };

/**
 * `same`: surname and given names; `swapped`: one stands where the other should; `near`: a letter or a second given
 * name apart, swapped or not; `shared`: one word in common.
 */
export type NameLikeness = 'same' | 'swapped' | 'near' | 'shared';

/** Cyrillic by sound; ң ө ү ё are folded before. Digits stand for sounds that Latin writes with two letters. */
const sounds: Record<string, string> = Object.fromEntries(
  'аa бb вv гg дd еe жj зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh ц6 ч4 ш5 щ5 ъ ыi ь эe юiu яia'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Latin by sound, longest first; `c` before e, i and y is s, and k elsewhere. */
const latinSounds: Record<string, string> = {
  shch: '5',
  sch: '5',
  sh: '5',
  tch: '4',
  ch: '4',
  ts: '6',
  tz: '6',
  dzh: 'j',
  dj: 'j',
  zh: 'j',
  kh: 'h',
  gh: 'g',
  ph: 'f',
  th: 't',
  ck: 'k',
  qu: 'kv',
  ce: 'se',
  ci: 'si',
  cy: 'si',
  c: 'k',
  q: 'k',
  w: 'v',
  x: 'ks',
  y: 'i',
};
const latinGroups = new RegExp(Object.keys(latinSounds).join('|'), 'gu');
const cyrillicLetters = /[а-я]/gu;
const doubled = /(.)\1+/gu;

/** A name by its sound, the same for Жээнбеков and Zheenbekov; words stay apart. */
export const nameSound = (text: string): string =>
  foldForSearch(text)
    .replace(cyrillicLetters, (letter) => sounds[letter] ?? letter)
    .replace(latinGroups, (group) => latinSounds[group] ?? group)
    .replace(doubled, '$1');

type Heard = { surname: string; given: string; words: readonly string[] };
/** Names never change in place, so what was heard of them is kept as long as they are. */
const heardBefore = new WeakMap<ThreeWritings, readonly Heard[]>();

function hear(names: ThreeWritings): readonly Heard[] {
  const known = heardBefore.get(names);
  if (known) return known;
  const all: Heard[] = [];
  for (const name of [names.latin, names.ky, names.ru]) {
    const surname = nameSound(name.surname);
    const given = nameSound(name.given);
    if (surname === '' && given === '') continue;
    if (all.some((one) => one.surname === surname && one.given === given)) continue;
    all.push({ surname, given, words: `${surname} ${given}`.split(' ').filter((word) => word.length > 1) });
  }
  heardBefore.set(names, all);
  return all;
}

/** The closest likeness of any two writings; null when the names have nothing in common. */
export function nameLikeness(a: ThreeWritings, b: ThreeWritings): NameLikeness | null {
  let near = false;
  let shared = false;
  let swapped = false;
  for (const one of hear(a)) {
    for (const other of hear(b)) {
      if (one.surname === other.surname && one.given === other.given) return 'same';
      if (one.given !== '' && one.surname === other.given && one.given === other.surname) swapped = true;
      near ||= isNear(one, other.surname, other.given) || isNear(one, other.given, other.surname);
      shared ||= one.words.some((word) => other.words.includes(word));
    }
  }
  return swapped ? 'swapped' : near ? 'near' : shared ? 'shared' : null;
}

const isNear = (one: Heard, surname: string, given: string): boolean =>
  surname !== '' && likeWord(one.surname, surname) && likeGiven(one.given, given);

/** A second given name may be left out on one of two lists. */
function likeGiven(a: string, b: string): boolean {
  if (likeWord(a, b)) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter !== '' && longer.startsWith(`${shorter} `);
}

/** Below this a letter is too much of the name: Li is not Lu. */
const shortestForSlip = 4;

const likeWord = (a: string, b: string): boolean =>
  a === b || (a.length >= shortestForSlip && b.length >= shortestForSlip && isOneSlipOff(a, b));

/** One letter other, missing, too many, or two neighbours changed over. */
export function isOneSlipOff(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  if (shorter.length < longer.length) return shorter.slice(at) === longer.slice(at + 1);
  if (shorter.slice(at + 1) === longer.slice(at + 1)) return true;
  const neighbours = shorter[at] === longer[at + 1] && shorter[at + 1] === longer[at];
  return neighbours && shorter.slice(at + 2) === longer.slice(at + 2);
}
