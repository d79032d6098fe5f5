/** The printers of this laptop: how far each is off the mark, found with the calibration page. */
import { ActionIcon, Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconRuler2, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPrinters, mostPrinters, type Printer } from '#shared/domain/records/printer.ts';
import { fittedFaces, marginFault, type PaperWanted } from '#shared/domain/design/printer-fit.ts';
import { decimalPoint, formatDecimal, formatPercent } from '#shared/text/numbers.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { useFaults, type FaultsAt } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { SaveButton, useSaving } from '../../components/saving.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import styles from './DesignsScreen.module.css';

/** One that was just added has no identifier yet. */
type Typed = Omit<Printer, 'id'> & { id: string | null };

const newPrinter = (isFirst: boolean): Typed => ({
  ...{ id: null, name: '', front: { x: 0, y: 0 }, back: { x: 0, y: 0 }, margin: 4 },
  ...{ certificates: isFirst, badges: isFirst },
});

export function PrintersTab() {
  const kept = useReading('printer.list', {});
  return <Loaded reading={kept}>{(printers) => <Printers kept={printers} />}</Loaded>;
}

function Printers({ kept }: { kept: readonly Printer[] }) {
  const { t } = useTranslation('designs');
  const [draft, setDraft] = useState<readonly Typed[] | null>(null);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const shown = draft ?? kept;
  const faults = draft ? checkPrinters(draft.map((one) => ({ ...one, id: one.id ?? 'new' }))) : [];
  // What is missing is said once saving was tried; what is wrong, at once.
  const at = useFaults(tried ? faults : faults.filter(({ code }) => code !== 'field.required'));
  const save = async (): Promise<void> => {
    setTried(true);
    if (!draft || faults.length > 0) return;
    const outcome = await saving.run(() => call('printer.set', { printers: [...draft] }));
    if (!outcome?.ok) return;
    setDraft(null);
    setTried(false);
  };
  const calibrate = (printerId: string | null, title: string): void =>
    setPrinting({ title, request: { kind: 'calibration', printerId } });
  return (
    <Form operation="printer.set" label={t('tabs.printers')} dirty={draft !== null} onSave={() => void save()}>
      <Text size="xs" c="dimmed" mb="xs">
        {t('printers.hint')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconRuler2 size={16} aria-hidden />}
        onClick={() => calibrate(null, t('printers.calibrate'))}
      >
        {t('printers.calibrate')}
      </Button>
      {shown.length === 0 && <Text mt="sm">{t('printers.none')}</Text>}
      {shown.map((printer, index) => (
        <PrinterFields
          key={printer.id ?? `new-${String(index)}`}
          printer={printer}
          at={(path) => at(`${String(index)}.${path}`)}
          onChange={(changed) => setDraft(shown.map((one, place) => (place === index ? changed : one)))}
          onRemove={() => setDraft(shown.filter((_, place) => place !== index))}
          onCalibrate={
            draft === null ? () => calibrate(printer.id, t('printers.calibrateOne', { name: printer.name })) : null
          }
        />
      ))}
      <Stack gap="sm" mt="sm">
        <RefusalMessage refusal={saving.refusal} withFields onClose={saving.reset} />
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={shown.length >= mostPrinters}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setDraft([...shown, newPrinter(shown.length === 0)])}
          >
            {t('printers.add')}
          </Button>
          <SaveButton saving={saving} dirty={draft !== null} label={t('printers.save')} />
        </Group>
      </Stack>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Form>
  );
}

function PrinterFields({
  printer,
  at,
  onChange,
  onRemove,
  onCalibrate,
}: {
  printer: Typed;
  at: FaultsAt;
  onChange: (printer: Typed) => void;
  onRemove: () => void;
  /** Null while the shifts on the screen are not the ones that would be printed. */
  onCalibrate: (() => void) | null;
}) {
  const { t } = useTranslation('designs');
  const decimalSeparator = decimalPoint(useLanguage());
  const { front, back } = printer;
  const shift = (label: string, value: number, set: (value: number) => void) => (
    <NumberInput
      label={label}
      min={-15}
      max={15}
      step={0.1}
      decimalScale={1}
      decimalSeparator={decimalSeparator}
      value={value}
      onChange={(typed) => {
        if (typeof typed === 'number' && Math.abs(typed) <= 15) set(typed);
      }}
    />
  );
  return (
    <div className={styles.printer}>
      <Group gap="sm" align="flex-start">
        <TextInput
          label={t('printers.name')}
          required
          maxLength={200}
          w={260}
          value={printer.name}
          error={at('name')}
          onChange={(event) => onChange({ ...printer, name: event.currentTarget.value })}
        />
        <Button variant="default" mt={22} disabled={!onCalibrate} onClick={() => onCalibrate?.()}>
          {t('printers.calibrate')}
        </Button>
        <ActionIcon aria-label={t('printers.remove', { name: printer.name })} onClick={onRemove} size="lg" mt={20}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <div className={styles.shifts}>
        {shift(t('printers.frontX'), front.x, (x) => onChange({ ...printer, front: { ...front, x } }))}
        {shift(t('printers.frontY'), front.y, (y) => onChange({ ...printer, front: { ...front, y } }))}
        {shift(t('printers.backX'), back.x, (x) => onChange({ ...printer, back: { ...back, x } }))}
        {shift(t('printers.backY'), back.y, (y) => onChange({ ...printer, back: { ...back, y } }))}
      </div>
      <Group gap="lg" mt="xs" align="flex-end">
        <NumberInput
          label={t('printers.margin')}
          w={180}
          min={0}
          max={20}
          step={0.5}
          decimalScale={1}
          decimalSeparator={decimalSeparator}
          value={printer.margin}
          onChange={(margin) => {
            if (typeof margin === 'number' && margin >= 0 && margin <= 20) onChange({ ...printer, margin });
          }}
        />
        {(['certificates', 'badges'] as const).map((use) => (
          <Checkbox
            key={use}
            label={t(`printers.${use}`)}
            mb={6}
            checked={printer[use]}
            error={at(use)}
            onChange={(event) => onChange({ ...printer, [use]: event.currentTarget.checked })}
          />
        ))}
      </Group>
      <MarginNotes printer={printer} />
    </div>
  );
}

/** What the edge does to the papers of the design in force that go to this printer: nothing is said where it does none. */
function MarginNotes({ printer }: { printer: Typed }) {
  const { t } = useTranslation('designs');
  const language = useLanguage();
  const { data } = useReading('design.current', {});
  if (!data) return null;
  const { design } = data;
  const badges = Object.values(design.categories).map(({ format, twoSided }) => ({ format, twoSided, design }));
  const papers: PaperWanted[] = [
    ...(printer.certificates ? [{ format: 'certificate' as const, twoSided: false, design }] : []),
    ...(printer.badges
      ? [...new Map(badges.map((one) => [`${one.format} ${String(one.twoSided)}`, one])).values()]
      : []),
  ];
  const notes = papers.flatMap((wanted): string[] => {
    const format = t(`formats.${wanted.format}`);
    const faces = fittedFaces(wanted, printer.margin);
    if (faces)
      return faces.share < 1 ? [t('printers.smaller', { format, percent: formatPercent(faces.share, language) })] : [];
    const { most, by } = marginFault(wanted, printer.margin);
    return [t('printers.tooWide', { format, most: formatDecimal(most, language), by: formatDecimal(by, language) })];
  });
  if (notes.length === 0) return null;
  return (
    <Text size="sm" mt={6} role="status">
      {[...new Set(notes)].map((note) => (
        <span key={note} className={styles.marginNote}>
          {note}
        </span>
      ))}
    </Text>
  );
}
