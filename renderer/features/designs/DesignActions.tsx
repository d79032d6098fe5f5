/** Putting a design in force, letting changes go, and the files that carry it. */
import { Button, Menu, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultDesign } from '#shared/domain/design/default.ts';
import type { Design } from '#shared/domain/records/design.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { JobProgress } from '../../components/ProgressDialog.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, newJob } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { useWording } from '../../base/wording.ts';
import { useMay } from '../../base/operator.tsx';

export function DesignActions({
  design,
  isChanged,
  isWrong,
  onTake,
  onDone,
}: {
  design: Design;
  isChanged: boolean;
  /** It breaks a rule that the screen itself knows. */
  isWrong: boolean;
  onTake: (design: Design) => void;
  /** The design is in force, or the changes were let go. */
  onDone: () => void;
}) {
  const { t } = useTranslation(['designs', 'common', 'operators', 'domain']);
  const maySave = useMay('design.save');
  const language = useLanguage();
  const { refusal: words } = useWording();
  const [saving, setSaving] = useState(false);
  const refused = (refusal: Refusal) => showToast(words(refusal), { color: 'red' });
  const exportFile = async (): Promise<void> => {
    const reply = await call('design.export', { design, language });
    if (!reply.ok) refused(reply.refusal);
    else if (reply.value.saved) showToast(t('saved'));
  };
  const importFile = async (): Promise<void> => {
    const reply = await call('design.read', { language });
    if (!reply.ok) refused(reply.refusal);
    else if (reply.value) {
      onTake(reply.value.design);
      showToast(t('read'));
    }
  };
  return (
    <>
      {isChanged && (
        <Button variant="subtle" onClick={onDone}>
          {t('discard')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFile size={16} aria-hidden />}>
            {t('files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={isWrong} onClick={() => void exportFile()}>
            {t('exportFile')}
          </Menu.Item>
          <Menu.Item disabled={!maySave} onClick={() => void importFile()}>
            {t('importFile')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            onClick={() => {
              onTake(structuredClone(defaultDesign));
              showToast(t('defaultsSet'));
            }}
          >
            {t('defaults')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        disabled={!isChanged || isWrong || !maySave}
        title={maySave ? undefined : t('operators:needs', { role: t('domain:role.head') })}
        onClick={() => setSaving(true)}
      >
        {t('save')}
      </Button>
      {saving && <PutInForce design={design} onClose={() => setSaving(false)} onSaved={onDone} />}
    </>
  );
}

function PutInForce({ design, onClose, onSaved }: { design: Design; onClose: () => void; onSaved: () => void }) {
  const { t } = useTranslation('designs');
  /** Every paper in use is tried before: the first time takes seconds. */
  const [job, setJob] = useState<string | null>(null);
  return (
    <ConfirmDialog
      opened
      title={t('saveTitle')}
      confirmLabel={t('save')}
      onConfirm={async () => {
        const name = newJob();
        setJob(name);
        const reply = await call('design.save', { design, job: name });
        setJob(null);
        if (reply.ok) onSaved();
        return reply;
      }}
      onClose={onClose}
    >
      <Text>{t('saveHint')}</Text>
      {job && <JobProgress key={job} job={job} />}
    </ConfirmDialog>
  );
}
