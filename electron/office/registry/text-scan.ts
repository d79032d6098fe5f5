/**
 * Many short texts looked through at once. They lie one after another in long strings of one byte a letter, so that a
 * keystroke over a hundred thousand people is one walk through memory instead of a hundred thousand small ones.
 */

export type TextScan = {
  /** Sets the text of a slot, folded as by `foldForSearch`; slots are counted from 0 without gaps. */
  put(slot: number, folded: string): void;
  /** For every slot 1 when its text holds every word, else 0. Words are folded, and none is empty. */
  find(words: readonly string[]): Uint8Array;
  /** The same for one slot. */
  holds(slot: number, words: readonly string[]): boolean;
};

type Block = { joined: string; starts: Uint32Array; stale: boolean };

/** Texts in one block: what is joined anew when one of them changes. */
const blockSize = 1024;
const separator = '\u00ff';

const firstCyrillic = 0x400;
const lastCyrillic = 0x45f;
const shift = firstCyrillic - 0x80;
const firstShared = 0xe0;
const shared = 0x1e;

/** Cyrillic letters go to 0x80-0xdf, one to one; all that is neither Latin nor Cyrillic shares what is left. */
function toByte(code: number): number {
  if (code < 0x80) return code;
  if (code >= firstCyrillic && code <= lastCyrillic) return code - shift;
  return firstShared + (code % shared);
}

const isExact = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 && (code < firstCyrillic || code > lastCyrillic)) return false;
  }
  return true;
};

function encode(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = toByte(text.charCodeAt(at));
  return bytes.toString('latin1');
}

/** `folded` gives the text of a slot anew, for the rare letters that share a byte with others. */
export function createTextScan(folded: (slot: number) => string): TextScan {
  const texts: string[] = [];
  const blocks: Block[] = [];

  function block(index: number): Block {
    const known = blocks[index];
    if (known && !known.stale) return known;
    const own = texts.slice(index * blockSize, (index + 1) * blockSize);
    const starts = new Uint32Array(own.length + 1);
    let length = 0;
    own.forEach((text, at) => {
      length += text.length + 1;
      starts[at + 1] = length;
    });
    // Through bytes, because joining alone would leave a tree of small strings.
    const joined = Buffer.from(`${own.join(separator)}${separator}`, 'latin1').toString('latin1');
    return (blocks[index] = { joined, starts, stale: false });
  }

  const coded = (words: readonly string[]) => ({
    // The longest word is the rarest, as a rule.
    needles: words.map(encode).sort((a, b) => b.length - a.length),
    exact: words.every(isExact),
  });
  const holdsAll = (text: string, words: readonly string[]): boolean => {
    for (const word of words) if (!text.includes(word)) return false;
    return true;
  };

  return {
    put(slot, text) {
      texts[slot] = encode(text);
      const touched = blocks[Math.floor(slot / blockSize)];
      if (touched) touched.stale = true;
    },
    find(words) {
      const found = new Uint8Array(texts.length);
      const { needles, exact } = coded(words);
      const [first = '', ...others] = needles;
      for (let index = 0; index * blockSize < texts.length; index += 1) {
        const { joined, starts } = block(index);
        let within = 0;
        let at = joined.indexOf(first);
        while (at >= 0) {
          while ((starts[within + 1] ?? Infinity) <= at) within += 1;
          const slot = index * blockSize + within;
          if (holdsAll(texts[slot] ?? '', others) && (exact || holdsAll(folded(slot), words))) found[slot] = 1;
          at = joined.indexOf(first, starts[within + 1]);
        }
      }
      return found;
    },
    holds(slot, words) {
      const { needles, exact } = coded(words);
      return holdsAll(texts[slot] ?? '', needles) && (exact || holdsAll(folded(slot), words));
    },
  };
}
