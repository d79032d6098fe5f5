/** A picture is turned upright and cut to 3 × 4 round the face, and what is wrong with it is said at once. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { bytesOf, cutPicture, leastCutHeight, suggestedCut, type Cut } from './crop-picture.ts';
import { CropWork } from './CropWork.tsx';
import { openPicture, photoLimits, warningsOf, type Opened, type PhotoWarning } from './open-picture.ts';
import { WarningList } from './WarningList.tsx';

export type CutPhoto = { original: Uint8Array<ArrayBuffer>; picture: Uint8Array<ArrayBuffer>; cut: Cut };

export function CropDialog({
  file,
  cut: before,
  onClose,
  onDone,
  onAnother,
}: {
  file: Blob;
  /** How it was cut before; suggested when null. */
  cut: Cut | null;
  onClose: () => void;
  /** The dialog closes when this succeeds and shows the refusal when it does not. */
  onDone: (photo: CutPhoto) => Promise<Outcome<unknown>>;
  /** Takes another picture with the camera. */
  onAnother?: () => void;
}) {
  const { t } = useTranslation(['photos', 'common']);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [cut, setCut] = useState<Cut | null>(null);
  const [warnings, setWarnings] = useState<PhotoWarning[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let open: Opened | null = null;
    let gone = false;
    void openPicture(file).then((result) => {
      open = result;
      if (gone) {
        if (result.ok) result.source.close();
        return;
      }
      setOpened(result);
      if (!result.ok) return;
      const first = before ?? suggestedCut(result.source);
      setCut(first);
      setWarnings(warningsOf(result.source, first));
    });
    return () => {
      gone = true;
      if (open?.ok) open.source.close();
    };
  }, [file, before]);

  const tooLittle = cut !== null && cut.height < leastCutHeight - 0.5;
  const use = async (): Promise<void> => {
    if (!opened?.ok || !cut || tooLittle || busy) return;
    setBusy(true);
    const picture = await bytesOf(await cutPicture(opened.source, cut));
    const outcome = await onDone({ original: opened.original, picture, cut });
    setBusy(false);
    if (outcome.ok) onClose();
    else setRefusal(outcome.refusal);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('crop')}
      size={opened?.ok === false ? 'md' : 860}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm">
        {opened?.ok === false && (
          <Alert color="red" role="alert">
            {t(`fault.${opened.fault}`, photoLimits)}
          </Alert>
        )}
        {opened?.ok && cut && (
          <CropWork
            source={opened.source}
            cut={cut}
            onCut={setCut}
            onSettled={(settled) => setWarnings(warningsOf(opened.source, settled))}
          >
            <div aria-live="polite">
              {tooLittle ? (
                <Alert color="red">{t('fault.tooSmall', photoLimits)}</Alert>
              ) : (
                <WarningList warnings={warnings} cut={cut} />
              )}
            </div>
          </CropWork>
        )}
        {!opened && <Text role="status">{t('opening')}</Text>}
        <RefusalMessage refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          {onAnother && (
            <Button variant="default" onClick={onAnother}>
              {t('camera.again')}
            </Button>
          )}
          <Button disabled={!opened?.ok || !cut || tooLittle} loading={busy} onClick={() => void use()}>
            {t('use')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
