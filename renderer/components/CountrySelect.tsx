/** A country, found by a part of its name in any of the three languages or by its code. */
import { Select, type ComboboxItem } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountryCode } from '#shared/domain/base/primitives.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { allCountries, countryName } from '#shared/text/countries.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import type { z } from 'zod';
import { useLanguage } from '../base/i18n.ts';

type Code = z.infer<typeof CountryCode>;

const searched = new Map<string, string>();
function searchText(code: Code): string {
  const known = searched.get(code);
  if (known !== undefined) return known;
  const text = [code.toLowerCase(), ...languages.map((language) => foldForSearch(countryName(code, language)))].join(
    '|',
  );
  searched.set(code, text);
  return text;
}

export function CountrySelect({
  label,
  value,
  onChange,
  error,
  required = false,
  disabled = false,
  readOnly = false,
  description,
}: {
  label: string;
  value: Code | null;
  onChange: (code: Code | null) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  description?: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const data = useMemo(
    () => allCountries(language).map(({ code, name }) => ({ value: code, label: name })),
    [language],
  );
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('country.choose')}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      selectFirstOptionOnChange
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('action.clear'), tabIndex: -1 }}
      filter={({ options, search }) => {
        const wanted = foldForSearch(search);
        return (options as ComboboxItem[]).filter((option) => searchText(option.value).includes(wanted));
      }}
      nothingFoundMessage={t('state.nothingFound')}
      maxDropdownHeight={280}
      error={error}
      required={required}
      disabled={disabled}
      readOnly={readOnly}
    />
  );
}
