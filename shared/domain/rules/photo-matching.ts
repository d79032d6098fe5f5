/**
 * Whose photo a file is, by the name it bears: organisations name the files after the travel document, the person, or the
 * number of the application. A proposal for the clerk, who sees the face beside the name: where two people could be
 * meant nobody is taken for granted.
 */
import { nameSound } from '../../text/name-likeness.ts';
import type { Application } from '../records/application.ts';

export const photoMatches = ['document', 'name', 'number'] as const;

export type PhotoMatch = {
  /** What the file's name and the person have in common; null when nobody was found. */
  by: (typeof photoMatches)[number] | null;
  /** Those who could be meant, the likeliest first. */
  people: Application[];
  /** One person, and nothing in the name speaks of another. */
  sure: boolean;
};

/** A shorter number is rather a counter of a camera than a travel document. */
const shortestDocument = 5;
/** What a travel document's number may be cut into: AN 123 4567. */
const mostParts = 3;

/** Finds the people of a file's name (with or without its folders); made once for all files of a folder. */
export function photoMatcher(applications: Iterable<Application>): (fileName: string) => PhotoMatch {
  const byDocument = new Map<string, Application[]>();
  const byNumber = new Map<number, Application>();
  const byWord = new Map<string, Writing[]>();
  for (const application of applications) {
    byNumber.set(application.number, application);
    const document = application.document.number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (document.length >= shortestDocument) add(byDocument, document, application);
    for (const writing of writingsOf(application)) add(byWord, writing.surname[0] ?? '', writing);
  }
  return (fileName) => {
    const words = fileWords(fileName);
    const documents = distinct(documentsIn(words).flatMap((document) => byDocument.get(document) ?? []));
    const { whole, part } = peopleNamed(words, byWord);
    if (documents.length > 0) {
      // The document of one and the name of another: one of the two is a mistake.
      const agree = whole.length === 0 || documents.some((one) => whole.includes(one));
      const people = agree ? documents : distinct([...documents, ...whole]);
      return { by: 'document', people, sure: people.length === 1 && (whole.length > 0 || !words.some(isDay)) };
    }
    if (whole.length > 0) return { by: 'name', people: whole, sure: whole.length === 1 };
    const numbered = byNumber.get(onlyNumber(words) ?? 0);
    if (numbered) return { by: 'number', people: [numbered], sure: true };
    return { by: part.length > 0 ? 'name' : null, people: part, sure: false };
  };
}

/** A person's name in one script, by sound. */
type Writing = { application: Application; surname: readonly string[]; given: readonly string[] };

function writingsOf(application: Application): Writing[] {
  const { latin, ky, ru } = application.names;
  return [latin, ky, ru]
    .map(({ surname, given }) => ({ application, surname: soundsOf(surname), given: soundsOf(given) }))
    .filter(({ surname }) => surname.length > 0);
}

const soundsOf = (text: string): string[] => nameSound(text).split(' ').filter(Boolean);

/** `whole`: surname and first given name stand in the file's name; `part`: the surname, or no more than an initial. */
function peopleNamed(
  fileName: readonly string[],
  byWord: ReadonlyMap<string, readonly Writing[]>,
): { whole: Application[]; part: Application[] } {
  const words = new Set(fileName.flatMap(soundsOf));
  const named = [...words]
    .flatMap((word) => byWord.get(word) ?? [])
    .filter(({ surname }) => surname.every((word) => words.has(word)));
  const matched = (whole: readonly Writing[]) => distinct(whole.map(({ application }) => application));
  const whole = named.filter(({ given: [first] }) => first !== undefined && first.length > 1 && words.has(first));
  if (whole.length > 0) {
    // Anna Maria is meant before Anna where both of her names are there.
    const all = whole.filter(({ given }) => given.every((word) => words.has(word)));
    const longest = Math.max(0, ...all.map(({ given }) => given.length));
    return { whole: matched(longest > 1 ? all.filter(({ given }) => given.length === longest) : whole), part: [] };
  }
  // I. Ivanov may be any of them; another initial than theirs is somebody else.
  const initials = fileName.filter((word) => /^\p{L}$/u.test(word)).flatMap(soundsOf);
  const fits = ({ given: [first] }: Writing) =>
    initials.length === 0 || first === undefined || initials.some((initial) => first.startsWith(initial));
  return { whole: [], part: matched(named.filter(fits)) };
}

/** The name without folders and ending, cut into its words; Ivanov and Ivan of IvanovIvan are two. */
function fileWords(fileName: string): string[] {
  const name = fileName.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  return name
    .replace(/\.[^.]{1,5}$/u, '')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter(Boolean);
}

/** Whatever could be a document's number: a word, or letters with the neighbours that follow them. */
function documentsIn(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const most = /\p{L}/u.test(words[from] ?? '') ? mostParts : 1;
    for (let parts = 1; parts <= most && from + parts <= words.length; parts += 1) {
      const document = words
        .slice(from, from + parts)
        .join('')
        .toUpperCase();
      if (document.length >= shortestDocument && /\p{N}/u.test(document)) found.push(document);
    }
  }
  return found;
}

/** What may be the day a picture was taken, as cameras name their files. */
const isDay = (word: string): boolean => /^(?:19|20)\d{6}$/u.test(word);

/** 12 of `12`, `№ 12` or `No 0012`; null where the name says more than a number. */
function onlyNumber(words: readonly string[]): number | null {
  const said = words.filter((word) => !/^(?:no|n|nr|№)$/iu.test(word));
  const [word] = said;
  return said.length === 1 && word !== undefined && /^\d{1,7}$/u.test(word) ? Number(word) : null;
}

const distinct = (people: readonly Application[]): Application[] => [...new Set(people)];

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
