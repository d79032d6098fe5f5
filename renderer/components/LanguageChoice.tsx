/** The languages of a document, chosen apart from the screen's: one to three, printed Kyrgyz first. */
import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/domain/base/primitives.ts';

export function LanguageChoice({
  value,
  onChange,
  label,
  disabled = false,
}: {
  value: readonly Language[];
  /** In the order they are printed; never empty. */
  onChange: (value: Language[]) => void;
  label?: string;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={label ?? t('documentLanguages.label')}
      value={[...value]}
      onChange={(chosen) => {
        const kept = languages.filter((language) => chosen.includes(language));
        if (kept.length > 0) onChange(kept);
      }}
    >
      <Group gap={20} mt={4} style={{ rowGap: 8 }}>
        {languages.map((language) => (
          <Checkbox
            key={language}
            value={language}
            label={t(`documentLanguages.${language}`)}
            disabled={disabled || (value.length === 1 && value[0] === language)}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
