/** Letters of another alphabet in what was typed or pasted: told at once, and fixed at a click. */
import { Button, Group } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findLookalikes } from '#shared/text/letters.ts';
import styles from './FixLookalikesOffer.module.css';

/** `onFix`: every text is to be replaced by what `fixLookalikes` makes of it. */
export function FixLookalikesOffer({ texts, onFix }: { texts: readonly string[]; onFix: () => void }) {
  const { t } = useTranslation();
  // A name pasted from a Word file looks right and is found by no search.
  const [strange] = texts.flatMap(findLookalikes);
  if (!strange) return null;
  return (
    <Group gap="xs" mt={4}>
      <span className={styles.strange} role="status">
        {t('lookalikes.found', { found: strange.found, suggested: strange.suggested })}
      </span>
      <Button variant="default" size="compact-sm" leftSection={<IconWand size={14} aria-hidden />} onClick={onFix}>
        {t('lookalikes.fix')}
      </Button>
    </Group>
  );
}
