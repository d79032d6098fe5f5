/** Every word a person reads, in the three languages: the same files with the same keys in each. */
import type { Language } from '#shared/domain/base/primitives.ts';
import { en } from './en.ts';
import { ky } from './ky.ts';
import { ru } from './ru.ts';

/** The words of a language by file; Kyrgyz is the measure for the keys of the other two. */
export type Words = typeof ky;
export type Namespace = keyof Words;
export const namespaces = Object.keys(ky) as Namespace[];
export const locales = { ky, ru, en } as const satisfies Record<Language, object>;
