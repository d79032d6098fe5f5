/** The few words that the shell itself shows: the menu and the questions that the system's own boxes ask. */
import en from '#locales/en/shell.json' with { type: 'json' };
import ky from '#locales/ky/shell.json' with { type: 'json' };
import ru from '#locales/ru/shell.json' with { type: 'json' };
import { languages, type Language } from '#shared/domain/base/primitives.ts';

export type ShellWords = typeof ky;

const words: Record<Language, ShellWords> = { ky, ru, en };

/** The words in the clerk's language; Kyrgyz until one was chosen. */
export const shellWords = (language: Language | null): ShellWords => words[language ?? 'ky'];

/** Before the clerk's language is known: why the program does not start, what is safe and what to do, in all three. */
export const startFailure = (folder: string): { message: string; detail: string[] } => ({
  message: languages.map((language) => words[language].failure.title).join(' / '),
  detail: languages.map((language) => {
    const { failure } = words[language];
    return [failure.folder.replace('{{folder}}', folder), failure.startSafe, failure.startTodo].join(' ');
  }),
});
