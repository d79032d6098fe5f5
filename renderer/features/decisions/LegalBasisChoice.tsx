/** Puts one of the office's standing legal bases into a decision, where its words can still be changed. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Trilingual } from '#shared/domain/base/primitives.ts';
import { useLanguage } from '../../base/i18n.ts';
import { usualBasis } from './new-decision.ts';

export function LegalBasisChoice({
  bases,
  value,
  onChoose,
}: {
  bases: readonly Trilingual[];
  value: Trilingual;
  onChoose: (basis: Trilingual) => void;
}) {
  const { t } = useTranslation('session');
  const language = useLanguage();
  const choices = bases.length > 0 ? bases : [usualBasis()];
  const chosen = choices.findIndex(({ ky, ru, en }) => ky === value.ky && ru === value.ru && en === value.en);
  return (
    <Select
      label={t('basis')}
      placeholder={t('basisOwn')}
      data={choices.map((basis, index) => ({ value: String(index), label: basis[language] }))}
      value={chosen < 0 ? null : String(chosen)}
      onChange={(index) => {
        const basis = choices[Number(index)];
        if (index !== null && basis) onChoose(basis);
      }}
    />
  );
}
