/** The picture with its 3 × 4 frame: moved and sized by mouse or keys, turned by quarters and straightened by degrees. */
import { ActionIcon, Button, Group, Slider, Stack, Text, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconRotate2, IconRotateClockwise2 } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ReactCrop, { type PercentCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import {
  drawCut,
  printedHeight,
  printedWidth,
  scaledCut,
  suggestedCut,
  turnedCut,
  turnedSize,
} from './crop-picture.ts';
import type { Cut } from './crop-picture.ts';
import { FaceGuide } from './FaceGuide.tsx';
import styles from './photos.module.css';

/** Longest side of the picture as it is shown, in pixels: a phone's picture need not be drawn whole at each move. */
const shownAtMost = 1400;
const step = 1.06;
const mostStraightening = 15;

export function CropWork({
  source,
  cut,
  onCut,
  onSettled,
  children,
}: {
  source: ImageBitmap;
  cut: Cut;
  onCut: (cut: Cut) => void;
  /** The frame has come to rest. */
  onSettled: (cut: Cut) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('photos');
  const canvas = useRef<HTMLCanvasElement>(null);
  const { turn } = cut;
  const whole = turnedSize(source, turn);
  useEffect(() => {
    const shown = canvas.current;
    const turned = turnedSize(source, turn);
    if (!shown) return;
    const scale = Math.min(1, shownAtMost / Math.max(turned.width, turned.height));
    shown.width = Math.round(turned.width * scale);
    shown.height = Math.round(turned.height * scale);
    const drawn = drawCut(source, { x: 0, y: 0, ...turned, turn }, { width: shown.width, height: shown.height });
    shown.getContext('2d')?.drawImage(drawn.canvas, 0, 0);
  }, [source, turn]);

  const take = (next: Cut): void => {
    onCut(next);
    onSettled(next);
  };
  const fromShares = ({ x, y, width, height }: PercentCrop): Cut => ({
    x: (x / 100) * whole.width,
    y: (y / 100) * whole.height,
    width: (width / 100) * whole.width,
    height: (height / 100) * whole.height,
    turn,
  });
  const quarter = Math.round(turn / 90) * 90;
  const turnBy = (degrees: number): void => {
    const next = (((quarter + degrees) % 360) + 360) % 360;
    take(suggestedCut(source, next > 180 ? next - 360 : next));
  };
  const size = (factor: number): void => take(scaledCut(cut, factor, source));
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') size(step);
    else if (event.key === '-') size(1 / step);
    else return;
    event.preventDefault();
  };
  const icon = (label: string, act: () => void, picture: ReactNode) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={act}>
        {picture}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={styles.work}>
      <div className={styles.stage} onKeyDown={onKey}>
        <ReactCrop
          aspect={printedWidth / printedHeight}
          keepSelection
          minHeight={40}
          crop={{
            unit: '%',
            x: (cut.x / whole.width) * 100,
            y: (cut.y / whole.height) * 100,
            width: (cut.width / whole.width) * 100,
            height: (cut.height / whole.height) * 100,
          }}
          ariaLabels={{
            cropArea: t('frame.area'),
            nwDragHandle: t('frame.corner'),
            nDragHandle: t('frame.edge'),
            neDragHandle: t('frame.corner'),
            eDragHandle: t('frame.edge'),
            seDragHandle: t('frame.corner'),
            sDragHandle: t('frame.edge'),
            swDragHandle: t('frame.corner'),
            wDragHandle: t('frame.edge'),
          }}
          renderSelectionAddon={() => <FaceGuide />}
          onChange={(_pixels, shares) => onCut(fromShares(shares))}
          onComplete={(_pixels, shares) => {
            if (shares.width > 0) onSettled(fromShares(shares));
          }}
        >
          <canvas ref={canvas} role="img" aria-label={t('picture')} />
        </ReactCrop>
      </div>
      <Stack gap="sm">
        <Text size="sm">{t('cropHint')}</Text>
        <Group gap="xs">
          {icon(t('smaller'), () => size(1 / step), <IconMinus size={18} aria-hidden />)}
          {icon(t('larger'), () => size(step), <IconPlus size={18} aria-hidden />)}
          {icon(t('turnLeft'), () => turnBy(-90), <IconRotate2 size={18} aria-hidden />)}
          {icon(t('turnRight'), () => turnBy(90), <IconRotateClockwise2 size={18} aria-hidden />)}
        </Group>
        <div>
          <Text size="sm" id="photo-straighten">
            {t('straighten')}
          </Text>
          <Slider
            thumbLabel={t('straighten')}
            min={-mostStraightening}
            max={mostStraightening}
            step={0.5}
            label={(degrees) => t('degrees', { degrees })}
            value={turn - quarter}
            onChange={(degrees) => take(turnedCut(cut, quarter + degrees, source))}
          />
        </div>
        <Button variant="subtle" size="compact-sm" onClick={() => take(suggestedCut(source))}>
          {t('startOver')}
        </Button>
        {children}
      </Stack>
    </div>
  );
}
