/** The fields of a face: which are shown, where, in which order and how large. */
import { ActionIcon, Checkbox, Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leastSide } from '#shared/badge-check/code-size.ts';
import { codeSide, regionsOf } from '#shared/domain/design/layout.ts';
import { requiredFields } from '#shared/domain/design/rules.ts';
import { sizeLimits } from '#shared/domain/design/sizes.ts';
import {
  faces,
  regions,
  type Face,
  type FaceDesign,
  type PlacedField,
  type Region,
} from '#shared/domain/records/design.ts';
import { decimalPoint, formatDecimal } from '#shared/text/numbers.ts';
import { useLanguage } from '../../base/i18n.ts';
import type { Shown } from './DesignPreview.tsx';
import type { DesignWorkProps } from './design-editor.ts';
import styles from './DesignsScreen.module.css';

const paperOf: Record<Face, Shown['paper']> = { certificate: 'certificate', a6: 'a6', a7: 'a7-sheet', card: 'card' };
const pictures = ['photo', 'qr', 'emblem'] as const;

export function FieldsTab({ design, onChange, at, onShow }: DesignWorkProps) {
  const { t } = useTranslation('designs');
  const [face, setFace] = useState<Face>('a6');
  const own = design.faces[face];
  const show = (next: Face): void => {
    setFace(next);
    onShow({ paper: paperOf[next] });
  };
  const set = (change: Partial<FaceDesign>): void => {
    onChange({ ...design, faces: { ...design.faces, [face]: { ...own, ...change } } });
    onShow({ paper: paperOf[face] });
  };
  const setField = (changed: PlacedField): void =>
    set({ fields: own.fields.map((one) => (one.field === changed.field ? changed : one)) });
  // As they stand on the paper: by region, and in a region in their own order.
  const rows = regions.flatMap((region) => own.fields.filter((one) => one.region === region));
  const neighbour = (placed: PlacedField, step: 1 | -1): PlacedField | undefined => {
    const same = rows.filter(({ region }) => region === placed.region);
    return same[same.indexOf(placed) + step];
  };
  const swap = (placed: PlacedField, step: 1 | -1): void => {
    const other = neighbour(placed, step);
    if (!other) return;
    set({ fields: own.fields.map((one) => (one === placed ? other : one === other ? placed : one)) });
  };
  const places = regionsOf(face).map((value) => ({ value, label: t(`regions.${value}`) }));
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('face')}
        value={face}
        onChange={show}
        data={faces.map((value) => ({ value, label: t(`faces.${value}`) }))}
      />
      <Group gap="md">
        <Text size="xs" fw={600}>
          {t('shows')}
        </Text>
        {pictures.map((picture) => (
          <Checkbox
            key={picture}
            label={t(picture)}
            checked={own[picture]}
            onChange={(event) => set({ [picture]: event.currentTarget.checked })}
          />
        ))}
      </Group>
      {own.qr && (
        <Text size="xs" c="dimmed">
          {codeSide(face) >= leastSide ? t('codeSigned') : t('codeBehind', { least: leastSide })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('fieldsHint')}
      </Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('size')}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map((placed) => (
            <FieldRow
              key={placed.field}
              face={face}
              placed={placed}
              places={places}
              fault={at(`faces.${face}.${placed.field}`)}
              canMove={(step) => neighbour(placed, step) !== undefined}
              onMove={(step) => swap(placed, step)}
              onChange={setField}
            />
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

function FieldRow({
  face,
  placed,
  places,
  fault,
  canMove,
  onMove,
  onChange,
}: {
  face: Face;
  placed: PlacedField;
  places: { value: Region; label: string }[];
  fault: string | undefined;
  canMove: (step: 1 | -1) => boolean;
  onMove: (step: 1 | -1) => void;
  onChange: (placed: PlacedField) => void;
}) {
  const { t } = useTranslation('designs');
  const language = useLanguage();
  const field = t(`fields.${placed.field}`);
  const { least, most } = sizeLimits(face, placed.field);
  const isFixed = placed.region === 'back' || placed.region === 'header';
  return (
    <tr>
      <td>
        <Checkbox
          label={field}
          aria-label={t('shownOf', { field })}
          checked={placed.shown}
          disabled={requiredFields.includes(placed.field)}
          onChange={(event) => onChange({ ...placed, shown: event.currentTarget.checked })}
        />
      </td>
      <td>
        {isFixed ? (
          <span className={styles.quiet}>{t(`regions.${placed.region}`)}</span>
        ) : (
          <Select
            aria-label={t('placeOf', { field })}
            w={170}
            data={places}
            value={placed.region}
            onChange={(region) => onChange({ ...placed, region: region ?? placed.region })}
          />
        )}
      </td>
      <td>
        <Group gap={6} wrap="nowrap">
          <NumberInput
            aria-label={t('sizeOf', { field })}
            w={68}
            min={least}
            max={most}
            step={0.5}
            decimalScale={1}
            decimalSeparator={decimalPoint(language)}
            value={placed.size}
            error={fault}
            onChange={(size) => {
              if (typeof size === 'number' && size >= 2 && size <= 40) onChange({ ...placed, size });
            }}
          />
          <span className={styles.quiet}>
            {t('sizeRange', { least: formatDecimal(least, language), most: formatDecimal(most, language) })}
          </span>
        </Group>
      </td>
      <td>
        <div className={styles.moves}>
          <ActionIcon aria-label={t('up', { field })} disabled={!canMove(-1)} onClick={() => onMove(-1)}>
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t('down', { field })} disabled={!canMove(1)} onClick={() => onMove(1)}>
            <IconChevronDown size={16} />
          </ActionIcon>
        </div>
      </td>
    </tr>
  );
}
