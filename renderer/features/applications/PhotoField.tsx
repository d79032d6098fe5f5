/** The photo: from a file, cut to 3 × 4; the office keeps the file as received and the cut. */
import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import ReactCrop, { type PixelCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import type { Refusal } from '../../../shared/domain/errors.ts';
import type { Photo } from '../../../shared/domain/person.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { call } from '../../app/office.ts';
import { cutPicture, printedHeight, printedWidth, suggestedCut, type Cut } from './crop-picture.ts';
import styles from './ApplicationForm.module.css';

/** What the office takes; a smaller picture would print as a blur. In pixels. */
const smallestSide = 200;

/** A picture chosen from the disk, and the address under which the page shows it until the dialog closes. */
type Chosen = { file: File; url: string };

export function PhotoField({
  value,
  locked,
  onChange,
}: {
  value: Photo | null;
  locked: boolean;
  onChange: (photo: Photo) => void;
}) {
  const { t } = useTranslation(['photos', 'applications']);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  /** Lets the same file be chosen again after it was let go. */
  const forget = useRef<() => void>(null);
  const choose = (file: File | null): void => {
    if (file) setChosen({ file, url: URL.createObjectURL(file) });
  };
  const close = (): void => {
    if (chosen) URL.revokeObjectURL(chosen.url);
    setChosen(null);
    forget.current?.();
  };
  return (
    <Section title={t('applications:photo')}>
      <Stack gap="sm" align="flex-start">
        {value ? (
          <img className={styles.photo} src={`app://office/photo/${value.picture}`} alt={t('picture')} />
        ) : (
          <div className={styles.noPhoto}>{t('none')}</div>
        )}
        {!locked && (
          <FileButton resetRef={forget} onChange={choose} accept="image/jpeg,image/png">
            {(props) => (
              <Button variant="default" leftSection={<IconPhoto size={16} aria-hidden />} {...props}>
                {value ? t('change') : t('choose')}
              </Button>
            )}
          </FileButton>
        )}
      </Stack>
      {chosen && <CropDialog key={chosen.url} {...chosen} onClose={close} onDone={onChange} />}
    </Section>
  );
}

function CropDialog({ file, url, onClose, onDone }: Chosen & { onClose: () => void; onDone: (photo: Photo) => void }) {
  const { t } = useTranslation(['photos', 'common']);
  const image = useRef<HTMLImageElement>(null);
  const [shown, setShown] = useState<PixelCrop | undefined>();
  const [fault, setFault] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const loaded = (): void => {
    const picture = image.current;
    if (!picture) return;
    if (Math.min(picture.naturalWidth, picture.naturalHeight) < smallestSide) {
      setFault(t('small', { width: smallestSide, height: smallestSide }));
      return;
    }
    setShown({ unit: 'px', ...suggestedCut(picture.width, picture.height) });
  };
  const use = async (): Promise<void> => {
    const picture = image.current;
    if (!picture || !shown) return;
    setBusy(true);
    const scale = picture.naturalWidth / picture.width;
    const crop: Cut = {
      x: Math.max(0, shown.x * scale),
      y: Math.max(0, shown.y * scale),
      width: shown.width * scale,
      height: shown.height * scale,
    };
    const original = new Uint8Array(await file.arrayBuffer());
    const reply = await call('photo.add', { original, picture: await cutPicture(picture, crop), crop });
    setBusy(false);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    onDone(reply.value);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('crop')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{fault ?? t('cropHint')}</Text>
        {!fault && (
          <ReactCrop
            className={styles.crop ?? ''}
            aspect={printedWidth / printedHeight}
            keepSelection
            minHeight={60}
            {...(shown ? { crop: shown } : {})}
            onChange={(next) => setShown(next)}
          >
            <img ref={image} src={url} alt={t('picture')} onLoad={loaded} onError={() => setFault(t('wrong'))} />
          </ReactCrop>
        )}
        <RefusalMessage refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button disabled={!shown || shown.width === 0 || fault !== null} loading={busy} onClick={() => void use()}>
            {t('use')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
