/** An incomplete application goes back: what its organisation is asked for is ticked, anything else is written down. */
import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView } from '#shared/contract/applications.ts';
import { missingPapers, paperFault, papersAskedOf } from '#shared/domain/records/checklist.ts';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { call, useReading } from '../../base/office.ts';
import { useWording } from '../../base/wording.ts';

/** What the office does itself (names in its own scripts, the note of receipt) is not asked of the organisation. */
const ownWork = /^(?:names\.(?:ky|ru|confirmed)|received)/u;

const keyOf = ({ path, code }: FieldFault): string => `${path} ${code}`;

export function SendBackDialog({ view, onClose }: { view: ApplicationView; onClose: () => void }) {
  const { t } = useTranslation(['applications', 'intake']);
  const { missing: missingLine } = useWording();
  const election = useCurrentElection();
  const settings = useReading('office.settings', {});
  const organisations = useReading('organisation.list', { electionId: election.id });
  const { application, missingForReady } = view;
  const lacking = missingForReady.filter(({ path }) => !ownWork.test(path));
  const kind =
    organisations.data?.find(({ organisation }) => organisation.id === application.organisationId)?.organisation.kind ??
    null;
  const asked = papersAskedOf(settings.data?.checklist ?? [], application, kind);
  const optional = missingPapers(application, asked).filter(({ demand }) => demand === 'optional');
  const faults = [...lacking, ...optional.map(paperFault)];
  const [ticked, setTicked] = useState(() => lacking.map(keyOf));
  const [lines, setLines] = useState(() => application.missing.join('\n'));
  const missing = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const chosen = faults.filter((fault) => ticked.includes(keyOf(fault)));
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('sendBackTitle')}
      confirmLabel={t('sendBack')}
      disabled={missing.length + chosen.length === 0}
      onConfirm={() => call('application.sendBack', { id: application.id, missing, faults: chosen })}
      onClose={onClose}
    >
      <Stack gap="md">
        {faults.length > 0 && (
          <Checkbox.Group label={t('intake:sendBack.ask')} value={ticked} onChange={setTicked}>
            <Stack gap={6} mt={6}>
              {faults.map((fault) => (
                <Checkbox key={keyOf(fault)} value={keyOf(fault)} label={missingLine(fault)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <WordsField
          label={t('intake:sendBack.own')}
          description={t('intake:sendBack.ownHint')}
          lines={[2, 8]}
          maxLength={5000}
          value={lines}
          onChange={setLines}
        />
      </Stack>
    </ConfirmDialog>
  );
}
