/** One click to the support report, wherever something went wrong; and whether it was saved. */
import { Button, Text } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { useLanguage } from '../base/i18n.ts';
import { call } from '../base/office.ts';
import { RefusalMessage } from './RefusalMessage.tsx';

export function SupportReport() {
  const { t } = useTranslation('support');
  const language = useLanguage();
  const [making, setMaking] = useState(false);
  const [saved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (): Promise<void> => {
    setMaking(true);
    setSaved(false);
    setRefusal(null);
    try {
      const reply = await call('support.save', { language });
      if (reply.ok) setSaved(reply.value.saved);
      else setRefusal(reply.refusal);
    } finally {
      setMaking(false);
    }
  };
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconLifebuoy size={16} aria-hidden />}
        disabled={making}
        onClick={() => void save()}
      >
        {making ? t('making') : t('save')}
      </Button>
      <div role="status">{saved && <Text mt={4}>{t('saved')}</Text>}</div>
      <RefusalMessage refusal={refusal} />
    </div>
  );
}
