/** In what two people are alike, as one line of words. */
import { useTranslation } from 'react-i18next';
import type { PossibleDuplicateRow } from '#shared/contract/applications.ts';

export function useLikeness(): (possibleDuplicate: Pick<PossibleDuplicateRow, 'likeness'>) => string {
  const { t } = useTranslation('duplicates');
  return ({ likeness: { name, birthDate, document } }) =>
    [
      document && t(`likeness.document.${document}`),
      name && t(`likeness.name.${name}`),
      birthDate && t(`likeness.birthDate.${birthDate}`),
    ]
      .filter((word) => word !== null)
      .join(' · ');
}
