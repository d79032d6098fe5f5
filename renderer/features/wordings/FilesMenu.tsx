/** The office's words in files: corrections to and from another laptop, all words for a reader. */
import { Button, Menu, Stack, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { WordingChange } from '#shared/domain/records/wording.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { useWording } from '../../base/wording.ts';
import { useMay } from '../../base/operator.tsx';

type Read = { changes: WordingChange[]; unfit: number };

export function FilesMenu() {
  const { t } = useTranslation(['wordings', 'common']);
  const language = useLanguage();
  const { refusal: words } = useWording();
  const mayCorrect = useMay('wording.correct');
  const [read, setRead] = useState<Read | null>(null);
  const refused = (refusal: Refusal) => showToast(words(refusal), { color: 'red' });
  const save = async (as: 'corrections' | 'table'): Promise<void> => {
    const reply = await call('wording.export', { language, as });
    if (!reply.ok) refused(reply.refusal);
    else if (reply.value.saved) showToast(t('saved'));
  };
  const open = async (): Promise<void> => {
    const reply = await call('wording.read', { language });
    if (!reply.ok) refused(reply.refusal);
    else setRead(reply.value);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFile size={16} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('corrections')}>{t('exportCorrections')}</Menu.Item>
          <Menu.Item disabled={!mayCorrect} onClick={() => void open()}>
            {t('import')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void save('table')}>{t('exportTable')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {read && <TakeIn read={read} onClose={() => setRead(null)} />}
    </>
  );
}

function TakeIn({ read: { changes, unfit }, onClose }: { read: Read; onClose: () => void }) {
  const { t } = useTranslation('wordings');
  return (
    <ConfirmDialog
      opened
      title={t('importTitle')}
      confirmLabel={t('importConfirm')}
      disabled={changes.length === 0}
      onConfirm={() => call('wording.correct', { changes })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{changes.length === 0 ? t('importNothing') : t('importCount', { count: changes.length })}</Text>
        {unfit > 0 && <Text c="dimmed">{t('importUnfit', { count: unfit })}</Text>}
      </Stack>
    </ConfirmDialog>
  );
}
