/** The letter to the organisation about somebody who was refused or revoked; nothing for everybody else. */
import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView } from '#shared/contract/applications.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';

export function LetterButton({ view }: { view: ApplicationView }) {
  const { t } = useTranslation('decision-letters');
  const [printing, setPrinting] = useState<Printing | null>(null);
  const { application, letterDecisionId: decisionId } = view;
  if (decisionId === null) return null;
  const request = { kind: 'decision-letter' as const, decisionId, applicationIds: [application.id] };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMail size={16} aria-hidden />}
        onClick={() => setPrinting({ title: t('one'), request })}
      >
        {t('one')}
      </Button>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </>
  );
}
