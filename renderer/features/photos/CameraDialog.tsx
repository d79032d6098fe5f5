/** A photo taken at the desk: which camera, its live picture with the face guide, and the button that takes it. */
import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaceGuide } from './FaceGuide.tsx';
import styles from './photos.module.css';

type CameraFault = 'none' | 'busy' | 'refused';
type Camera = { id: string; name: string };

/** Chromium's names for what goes wrong; what it does not name is a camera that does not answer. */
function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'busy';
}

const stop = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

async function listCameras(): Promise<Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

export function CameraDialog({ onClose, onTaken }: { onClose: () => void; onTaken: (picture: Blob) => void }) {
  const { t } = useTranslation(['photos', 'common']);
  const video = useRef<HTMLVideoElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [cameras, setCameras] = useState<Camera[]>([]);
  const [used, setUsed] = useState<string | null>(null);
  const [fault, setFault] = useState<CameraFault | null>(null);
  const [live, setLive] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const start = async (): Promise<void> => {
      try {
        const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
        const device = wanted === null ? {} : { deviceId: { exact: wanted } };
        stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...device } });
        const list = await listCameras();
        const shown = video.current;
        if (gone || !shown) {
          stop(stream);
          return;
        }
        setCameras(list);
        setUsed(stream.getVideoTracks()[0]?.getSettings().deviceId ?? null);
        // Unplugged while it is looked at.
        stream.getVideoTracks()[0]?.addEventListener('ended', () => setFault('busy'));
        shown.srcObject = stream;
        await shown.play();
      } catch (error) {
        stop(stream);
        if (!gone) setFault(faultOf(error));
      }
    };
    void start();
    return () => {
      gone = true;
      stop(stream);
    };
  }, [wanted, attempt]);

  const again = (camera: string | null): void => {
    setFault(null);
    setLive(false);
    setWanted(camera);
    setAttempt(attempt + 1);
  };
  const take = (): void => {
    const shown = video.current;
    if (!shown || shown.videoWidth === 0) return;
    const canvas = document.createElement('canvas');
    canvas.width = shown.videoWidth;
    canvas.height = shown.videoHeight;
    canvas.getContext('2d')?.drawImage(shown, 0, 0);
    canvas.toBlob(
      (picture) => {
        if (picture) onTaken(picture);
      },
      'image/jpeg',
      0.95,
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('camera.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm">
        {cameras.length > 1 && (
          <Select
            label={t('camera.which')}
            allowDeselect={false}
            data={cameras.map(({ id, name }, index) => ({
              value: id,
              label: name || t('camera.nameless', { number: index + 1 }),
            }))}
            value={used}
            onChange={again}
          />
        )}
        {fault ? (
          <Alert color="red" role="alert">
            {t(`camera.fault.${fault}`)}
          </Alert>
        ) : (
          <div className={styles.camera}>
            <video ref={video} muted playsInline aria-label={t('camera.live')} onPlaying={() => setLive(true)} />
            {live && (
              <div className={styles.cameraGuide}>
                <FaceGuide />
              </div>
            )}
          </div>
        )}
        <Text size="sm">{fault ? null : t('camera.hint')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          {fault ? (
            <Button onClick={() => again(wanted)}>{t('camera.retry')}</Button>
          ) : (
            <Button disabled={!live} leftSection={<IconCamera size={16} aria-hidden />} onClick={take}>
              {t('camera.take')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
