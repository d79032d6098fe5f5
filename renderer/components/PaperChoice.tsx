/** How certificates and badges are printed this once: another format than the design's, or another design than before. */
import { Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import { badgeFormats, type BadgeFormat } from '#shared/domain/records/design.ts';
import { sheets } from '#shared/domain/design/imposition.ts';

const byDesign = 'by-design';

/** The format alone; without it each badge is as the design has it for its category. */
const inFormat = (
  { format: _format, twoSided: _twoSided, ...request }: Extract<DocumentRequest, { kind: 'badge' }>,
  format: BadgeFormat | null,
  twoSided: boolean,
): DocumentRequest => (format === null ? request : { ...request, format, twoSided });

export function PaperChoice({
  request,
  reprint,
  onChange,
}: {
  request: DocumentRequest;
  /** Some of it was printed before, and keeps its design unless the clerk chooses otherwise. */
  reprint: boolean;
  onChange: (request: DocumentRequest) => void;
}) {
  const { t } = useTranslation('designs');
  if (request.kind !== 'badge' && request.kind !== 'certificate') return null;
  const format = request.kind === 'badge' ? (request.format ?? null) : null;
  const twoSided = request.kind === 'badge' && request.twoSided === true;
  return (
    <Group gap="md" align="center">
      {request.kind === 'badge' && (
        <Select
          aria-label={t('print.format')}
          w={270}
          data={[
            { value: byDesign, label: t('print.byDesign') },
            ...badgeFormats.map((value) => ({ value, label: t(`formats.${value}`) })),
          ]}
          value={format ?? byDesign}
          onChange={(value) => onChange(inFormat(request, badgeFormats.find((one) => one === value) ?? null, twoSided))}
        />
      )}
      {request.kind === 'badge' && format !== null && !sheets[format].folded && (
        <Checkbox
          label={t('print.twoSided')}
          checked={twoSided}
          onChange={(event) => onChange(inFormat(request, format, event.currentTarget.checked))}
        />
      )}
      {reprint && (
        <Checkbox
          label={t('print.currentDesign')}
          checked={request.design === 'current'}
          onChange={(event) => onChange({ ...request, design: event.currentTarget.checked ? 'current' : 'as-printed' })}
        />
      )}
    </Group>
  );
}
