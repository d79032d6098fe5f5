/** The way out when a design's emblem is no longer on the disk: the same file is shown again, right where it was missed. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { useLanguage } from '../base/i18n.ts';
import { call } from '../base/office.ts';
import { useMay } from '../base/operator.tsx';
import { useWording } from '../base/wording.ts';

export function EmblemAgain({ emblem, onRestored }: { emblem: string; onRestored: () => void }) {
  const { t } = useTranslation('designs');
  const language = useLanguage();
  const mayRestore = useMay('design.restoreEmblem');
  const wording = useWording();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (!mayRestore) return null;
  const choose = async (): Promise<void> => {
    const reply = await call('design.restoreEmblem', { emblem, language });
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok && reply.value.restored) onRestored();
  };
  return (
    <div>
      <Button variant="default" mt="xs" onClick={() => void choose()}>
        {t('emblemAgain')}
      </Button>
      {refusal && <p role="alert">{wording.refusal(refusal)}</p>}
    </div>
  );
}
