/** The commission's emblem and the texts of the office's own. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { designTexts } from '#shared/domain/records/design.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { KyrgyzKeys } from '../../components/KyrgyzKeys.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import type { DesignWorkProps } from './design-editor.ts';

export function TextsTab({ design, onChange, at, onShow }: DesignWorkProps) {
  const { t } = useTranslation('designs');
  return (
    <>
      <Emblem design={design} onChange={onChange} at={at} onShow={onShow} />
      <Section title={t('textsTitle')} hint={t('textsHint')} aside={<KyrgyzKeys />}>
        <Stack gap="sm">
          {designTexts.map((text) => (
            <TrilingualInput
              key={text}
              label={t(`texts.${text}`)}
              multiline
              value={design.texts[text]}
              error={at(`texts.${text}`)}
              onChange={(value) => {
                onChange({ ...design, texts: { ...design.texts, [text]: value } });
                onShow(
                  text === 'badgeTitle' || text === 'back'
                    ? { paper: 'a6', twoSided: text === 'back' }
                    : { paper: 'certificate' },
                );
              }}
            />
          ))}
        </Stack>
      </Section>
    </>
  );
}

function Emblem({ design, onChange, onShow }: DesignWorkProps) {
  const { t } = useTranslation('designs');
  const language = useLanguage();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const choose = async (): Promise<void> => {
    const reply = await call('design.chooseEmblem', { language });
    setRefusal(reply.ok ? null : reply.refusal);
    if (!reply.ok || !reply.value) return;
    onChange({ ...design, emblem: reply.value.emblem });
    onShow({ paper: 'certificate' });
  };
  return (
    <Section title={t('emblemTitle')} hint={t('emblemHint')}>
      <Group gap="sm">
        <Button variant="default" leftSection={<IconPhoto size={16} aria-hidden />} onClick={() => void choose()}>
          {t('chooseEmblem')}
        </Button>
        {design.emblem !== null && (
          <Button variant="subtle" onClick={() => onChange({ ...design, emblem: null })}>
            {t('removeEmblem')}
          </Button>
        )}
        <Text size="xs" c="dimmed" role="status">
          {design.emblem === null ? t('emblemNone') : t('emblemChosen')}
        </Text>
      </Group>
      <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
    </Section>
  );
}
