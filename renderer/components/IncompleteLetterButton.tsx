/** The letter to an organisation about what its incomplete applications lack: about some of them, or about all. */
import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useCurrentElection } from '../base/current-election.tsx';
import { useLanguage } from '../base/i18n.ts';
import { useReading } from '../base/office.ts';
import { DocumentPreview, type Printing } from './DocumentPreview.tsx';

export function IncompleteLetterButton({
  organisationId,
  applicationIds,
}: {
  organisationId: Id;
  /** Null for all incomplete applications of the organisation. */
  applicationIds: Id[] | null;
}) {
  const { t } = useTranslation('intake');
  const election = useCurrentElection();
  const language = useLanguage();
  const [printing, setPrinting] = useState<Printing | null>(null);
  const incomplete = useReading('application.list', {
    filter: {
      electionId: election.id,
      search: '',
      statuses: ['incomplete'],
      organisationIds: [organisationId],
      countries: [],
      decisionIds: [],
      categories: [],
    },
    sorting: { column: 'number', descending: false },
    language,
    offset: 0,
    limit: 1,
  });
  const nobody = (incomplete.data?.total ?? 0) === 0;
  const request = {
    kind: 'incomplete-letter' as const,
    electionId: election.id,
    organisationId,
    applicationIds,
    by: null,
  };
  return (
    <>
      <Button
        variant="default"
        disabled={nobody}
        title={nobody ? t('letter.none') : undefined}
        leftSection={<IconMail size={16} aria-hidden />}
        onClick={() => setPrinting({ title: t('letter.open'), request })}
      >
        {t('letter.open')}
      </Button>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </>
  );
}
