/** Folding for search: what a clerk types finds what is written, whatever the keyboard and the accents. */

/** Letters that stand for another when searching. NFD is never used: it would turn й into и. */
const pairs =
  'ңн ӊн ҥн өо ѳо үу ұу ёе ѐе ѝи қк ғг һх әа іи їи єе ўу ' +
  'àa áa âa ãa äa åa āa ăa ąa ǎa çc ćc ĉc ċc čc ďd đd ðd èe ée êe ëe ēe ĕe ėe ęe ěe ĝg ğg ġg ģg ĥh ħh ' +
  'ìi íi îi ïi ĩi īi ĭi įi ıi ĵj ķk ĺl ļl ľl łl ñn ńn ņn ňn òo óo ôo õo öo øo ōo ŏo őo ŕr ŗr řr śs ŝs şs šs șs ' +
  'ţt ťt ŧt țt ùu úu ûu üu ũu ūu ŭu ůu űu ųu ŵw ýy ÿy ŷy źz żz žz ợo ạa ảa ấa ầa ậa ắa ằa ặa ẹe ếe ềe ệe ịi ọo ốo ồo ộo ớo ờo ụu ứu ừu ựu ỳy';

const folded = new Map<string, string>(pairs.split(' ').map((pair) => [pair[0] ?? '', pair.slice(1)]));
for (const [letter, base] of [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
] as const) {
  folded.set(letter, base);
}

const needsFolding = new RegExp(`[${[...folded.keys()].join('')}]`, 'gu');
const marks = /[\u0300-\u036f]/gu;
const separators = /[\s\-‐-―.,;:'’‘ʼ`"«»“”()/\\]+/gu;

/**
 * Text as search compares it: lower case, ң→н ө→о ү→у ё→е, Latin letters without their accents, lookalikes as the
 * letters they stand for, and every run of blanks, hyphens, apostrophes and stops as one blank.
 */
export function foldForSearch(text: string): string {
  return text
    .toLowerCase()
    .replace(needsFolding, (letter) => folded.get(letter) ?? letter)
    .replace(marks, '')
    .replace(separators, ' ')
    .trim();
}
