/** The badge of each category: its colour, its format, and whether its back is printed. */
import { ColorInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { observerCategories, type ObserverCategory } from '#shared/domain/records/application.ts';
import { badgeFormats, type CategoryDesign } from '#shared/domain/records/design.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { sheets } from '#shared/domain/design/imposition.ts';
import type { DesignWorkProps } from './design-editor.ts';
import styles from './DesignsScreen.module.css';

/** The colours of the program's own design, and some more that white can be read on. */
const swatches = [
  ...observerCategories.map((category) => defaultDesign.categories[category].colour),
  ...['#17525f', '#1d6b3a', '#8a2b06', '#6b1b57', '#14212e', '#3b3f8f'],
];

export function CategoriesTab({ design, onChange, at, onShow }: DesignWorkProps) {
  const { t } = useTranslation(['designs', 'domain']);
  const set = (category: ObserverCategory, change: Partial<CategoryDesign>): void => {
    const own = { ...design.categories[category], ...change };
    onChange({ ...design, categories: { ...design.categories, [category]: own } });
    onShow({ category, paper: own.format, twoSided: own.twoSided });
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('category')}</th>
          <th scope="col">{t('colour')}</th>
          <th scope="col">{t('format')}</th>
          <th scope="col">{t('twoSided')}</th>
        </tr>
      </thead>
      <tbody>
        {observerCategories.map((category) => {
          const { colour, format, twoSided } = design.categories[category];
          const name = t(`domain:category.${category}`);
          const isFolded = sheets[format].folded;
          return (
            <tr key={category}>
              <td>{name}</td>
              <td>
                <ColorInput
                  aria-label={t('colourOf', { category: name })}
                  size="xs"
                  w={124}
                  format="hex"
                  withEyeDropper={false}
                  swatches={swatches}
                  swatchesPerRow={6}
                  value={colour}
                  error={at(`categories.${category}.colour`)}
                  onFocus={() => onShow({ category, paper: format, twoSided })}
                  onChange={(typed) => {
                    const value = typed.toLowerCase();
                    if (/^#[0-9a-f]{6}$/u.test(value)) set(category, { colour: value });
                  }}
                />
              </td>
              <td>
                <Select
                  aria-label={t('formatOf', { category: name })}
                  data={badgeFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
                  value={format}
                  onFocus={() => onShow({ category, paper: format, twoSided })}
                  onChange={(value) => set(category, { format: value ?? format })}
                />
              </td>
              <td>
                {isFolded ? (
                  <span className={styles.quiet}>{t('folds')}</span>
                ) : (
                  <Switch
                    aria-label={t('twoSidedOf', { category: name })}
                    checked={twoSided}
                    onChange={(event) => set(category, { twoSided: event.currentTarget.checked })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
