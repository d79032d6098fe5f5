/** A word of the program in the three languages at once, as this office words it: for records that hold all three. */
import type { Namespace } from '#locales/index.ts';
import type { Language, Trilingual } from '#shared/domain/base/primitives.ts';
import { i18n } from './i18n.ts';

export function inThree(key: `${Namespace}:${string}`): Trilingual {
  const said = (language: Language) => (i18n.getFixedT(language) as (key: string) => string)(key);
  return { ky: said('ky'), ru: said('ru'), en: said('en') };
}
