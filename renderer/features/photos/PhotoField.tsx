/** The photo of a person: from a file, dropped, pasted or taken, and cut to 3 × 4. The office keeps both, received and cut. */
import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconCamera, IconClipboard, IconCrop, IconPhoto } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '#shared/domain/records/person.ts';
import { Section } from '../../components/Section.tsx';
import { call } from '../../base/office.ts';
import { dialogIsOpen, isTyping } from '../../base/shortcuts.ts';
import { CameraDialog } from './CameraDialog.tsx';
import { CropDialog } from './CropDialog.tsx';
import type { Cut } from './crop-picture.ts';
import styles from './photos.module.css';

/** A picture to be cut, and where it came from: a camera can take another. */
type Chosen = { file: Blob; from: 'file' | 'camera' | 'kept'; cut: Cut | null };

/** Milliseconds in which a paste reaches the page. */
const pasteAtMost = 600;

const pictureOf = (data: DataTransfer | null): File | null => data?.files[0] ?? null;

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
  const [camera, setCamera] = useState(false);
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  /** The button was pressed and the picture is not here yet. */
  const asked = useRef(false);
  /** Lets the same file be chosen again after it was let go. */
  const forget = useRef<() => void>(null);

  const choose = (file: Blob | null, from: Chosen['from'] = 'file', cut: Cut | null = null): void => {
    setSaid(null);
    if (file) setChosen({ file, from, cut });
  };
  const close = (): void => {
    setChosen(null);
    forget.current?.();
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!locked) choose(pictureOf(event.dataTransfer));
  };
  const pasteByButton = async (): Promise<void> => {
    asked.current = true;
    await call('photo.paste', {});
    // The page hears of a paste a moment later; of an empty clipboard it may hear nothing at all.
    window.setTimeout(() => {
      if (asked.current) setSaid(t('clipboardEmpty'));
      asked.current = false;
    }, pasteAtMost);
  };
  const cutAgain = async (photo: Photo): Promise<void> => {
    const kept = await fetch(`app://office/photo/${photo.original}`).catch(() => null);
    if (kept?.ok) choose(await kept.blob(), 'kept', photo.crop);
    else setSaid(t('originalGone'));
  };
  const paste = useEffectEvent((event: ClipboardEvent): void => {
    const file = pictureOf(event.clipboardData);
    // A word processor puts a picture of the text beside the text: in a field it is the text that is meant.
    const meansText = isTyping(event.target) && event.clipboardData?.types.includes('text/plain');
    if (locked || !file || (meansText && !asked.current) || dialogIsOpen()) return;
    event.preventDefault();
    asked.current = false;
    choose(file);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);

  return (
    <Section title={t('applications:photo')}>
      <Stack gap="sm" align="flex-start">
        <div
          className={`${styles.place ?? ''} ${over ? (styles.over ?? '') : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(!locked);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          {value ? (
            <img className={styles.picture} src={`app://office/photo/${value.picture}`} alt={t('picture')} />
          ) : (
            <div className={styles.none}>{t(locked ? 'none' : 'dropHere')}</div>
          )}
        </div>
        {!locked && (
          <>
            <FileButton resetRef={forget} onChange={choose} accept="image/*,.heic,.heif">
              {(props) => (
                <Button fullWidth variant="default" leftSection={<IconPhoto size={16} aria-hidden />} {...props}>
                  {value ? t('change') : t('choose')}
                </Button>
              )}
            </FileButton>
            <Button
              fullWidth
              variant="default"
              leftSection={<IconCamera size={16} aria-hidden />}
              onClick={() => setCamera(true)}
            >
              {t('camera.open')}
            </Button>
            <Button
              fullWidth
              variant="default"
              leftSection={<IconClipboard size={16} aria-hidden />}
              onClick={() => void pasteByButton()}
            >
              {t('paste')}
            </Button>
            {value && (
              <Button
                fullWidth
                variant="default"
                leftSection={<IconCrop size={16} aria-hidden />}
                onClick={() => void cutAgain(value)}
              >
                {t('cutAgain')}
              </Button>
            )}
            <Text size="sm" role="status" className={styles.said ?? ''}>
              {said}
            </Text>
          </>
        )}
      </Stack>
      {camera && (
        <CameraDialog
          onClose={() => setCamera(false)}
          onTaken={(file) => {
            setCamera(false);
            choose(file, 'camera');
          }}
        />
      )}
      {chosen && (
        <CropDialog
          file={chosen.file}
          cut={chosen.cut}
          onClose={close}
          onDone={async ({ original, picture, cut: crop }) => {
            const reply = await call('photo.add', { original, picture, crop });
            if (reply.ok) onChange(reply.value);
            return reply;
          }}
          {...(chosen.from === 'camera'
            ? {
                onAnother: () => {
                  close();
                  setCamera(true);
                },
              }
            : {})}
        />
      )}
    </Section>
  );
}
