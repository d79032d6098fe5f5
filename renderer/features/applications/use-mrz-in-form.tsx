/** A scanned or pasted document fills the application's form; where something else had been typed, the clerk chooses. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { parseMrz, type MrzFault, type MrzFields } from '#shared/text/mrz.ts';
import { showToast } from '../../base/toast.ts';
import { today } from '../../base/today.ts';
import { compareWithMrz, takeFromMrz, type MrzDifference } from './mrz-comparison.ts';
import { MrzDialog, MrzFaults } from './MrzDialog.tsx';
import { useMrzReader } from './use-mrz-reader.ts';

type Asked = { mrz: MrzFields; lines: string[]; differences: MrzDifference[]; fields: ApplicationFields };

export function useMrzInForm({
  locked,
  fields,
  onFields,
}: {
  locked: boolean;
  fields: ApplicationFields;
  onFields: (fields: ApplicationFields) => void;
}): {
  /** To be spread over what holds the form. */
  handlers: ReturnType<typeof useMrzReader>;
  /** Changes when the fields must be drawn anew, without what a reader typed into one of them. */
  reading: number;
  notice: ReactNode;
  dialog: ReactNode;
  /** Reads lines that were typed by hand. */
  read: (lines: string[]) => void;
} {
  const { t } = useTranslation('mrz');
  const [reading, setReading] = useState(0);
  const [faults, setFaults] = useState<readonly MrzFault[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const take = (lines: string[], before: ApplicationFields): void => {
    const mrz = parseMrz(lines.join('\n'), today());
    setReading((count) => count + 1);
    setFaults(mrz.ok ? [] : mrz.faults);
    if (!mrz.ok) {
      onFields(before);
      return;
    }
    const differences = compareWithMrz(before, mrz.fields);
    onFields({ ...before, ...takeFromMrz(before, mrz.fields, mrz.lines, []) });
    if (differences.length === 0) showToast(t('filled'));
    else setAsked({ mrz: mrz.fields, lines: mrz.lines, differences, fields: before });
  };
  const handlers = useMrzReader({ enabled: !locked, now: fields, onRead: take });
  return {
    handlers,
    reading,
    notice: faults.length > 0 ? <MrzFaults faults={faults} onClose={() => setFaults([])} /> : null,
    dialog: asked && (
      <MrzDialog
        differences={asked.differences}
        onTake={(chosen) => onFields({ ...asked.fields, ...takeFromMrz(asked.fields, asked.mrz, asked.lines, chosen) })}
        onClose={() => setAsked(null)}
      />
    ),
    read: (lines) => take(lines, fields),
  };
}
