/**
 * A document before it is printed: the very PDF that prints, in the languages chosen, with saving and, for paper that
 * counts, recording. The PDF is let go of when the preview closes.
 */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconFileWord, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedBefore } from '#shared/contract/certificates.ts';
import { EditableRequest, type DocumentRequest, type RenderedDocument } from '#shared/contract/documents.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import { useLanguage } from '../base/i18n.ts';
import { call, newJob, useReading } from '../base/office.ts';
import { usePreferences } from '../base/preferences.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { LetterDate } from './LetterDate.tsx';
import { JobProgress } from './ProgressDialog.tsx';
import { PaperChoice } from './PaperChoice.tsx';
import { ReprintDialog } from './ReprintDialog.tsx';
import { RefusalMessage } from './RefusalMessage.tsx';
import styles from './DocumentPreview.module.css';

export type Printing = {
  title: string;
  request: DocumentRequest;
  /** Certificates and badges: printing is recorded. */
  recorded?: true;
};

export function DocumentPreview({ printing, onClose }: { printing: Printing | null; onClose: () => void }) {
  const { t } = useTranslation();
  /** A question stands before the preview: Esc answers it, and leaves the preview open. */
  const [asking, setAsking] = useState(false);
  return (
    <Modal
      opened={printing !== null}
      onClose={onClose}
      closeOnEscape={!asking}
      title={printing?.title}
      size="min(1180px, 94vw)"
      yOffset="24px"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {printing && <Preview key={JSON.stringify(printing.request)} printing={printing} onAsking={setAsking} />}
    </Modal>
  );
}

/** The paper of certificates that the register counts; none for other documents. */
const countedPaper = (request: DocumentRequest): { ids: Id[]; paper: 'certificate' | 'badge' } =>
  request.kind === 'certificate' || request.kind === 'badge'
    ? { ids: request.certificateIds, paper: request.kind }
    : { ids: [], paper: 'certificate' };

type Made = { state: 'making'; job: string } | { state: 'made'; document: RenderedDocument; recorded: boolean };

function Preview({ printing, onAsking }: { printing: Printing; onAsking: (asking: boolean) => void }) {
  const { t } = useTranslation(['printing', 'common', 'decision-letters']);
  const language = useLanguage();
  const { preferences, change } = usePreferences();
  const [wanted, setWanted] = useState<{
    request: DocumentRequest;
    languages: Language[];
    record: boolean;
    reason?: string;
  }>({
    request: printing.request,
    languages: preferences.documentLanguages,
    record: false,
  });
  const [made, setMade] = useState<Made | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [saved, setSaved] = useState<'pdf' | 'docx' | null>(null);
  const [repeated, setRepeated] = useState<readonly PrintedBefore[]>([]);
  const asked = countedPaper(wanted.request);
  const printedBefore = useReading('certificate.printedBefore', asked);

  useEffect(() => {
    const job = newJob();
    const waiting = { given: true };
    let token: string | null = null;
    const make = async (): Promise<void> => {
      setMade({ state: 'making', job });
      setRefusal(null);
      setSaved(null);
      const reply = await call('document.render', { ...wanted, job });
      if (reply.ok) token = reply.value.token;
      if (!waiting.given) {
        if (token) void call('document.close', { token });
        return;
      }
      if (reply.ok) {
        setMade({ state: 'made', document: reply.value, recorded: wanted.record });
      } else {
        setMade(null);
        setRefusal(reply.refusal);
      }
    };
    void make();
    return () => {
      waiting.given = false;
      if (token) void call('document.close', { token });
      else void call('job.cancel', { job });
    };
  }, [wanted]);

  const ask = (about: readonly PrintedBefore[]): void => {
    setRepeated(about);
    onAsking(about.length > 0);
  };
  const record = async (): Promise<void> => {
    const reply = await call('certificate.printedBefore', asked);
    if (!reply.ok) setRefusal(reply.refusal);
    else if (reply.value.length > 0) ask(reply.value);
    else setWanted({ ...wanted, record: true });
  };
  const choose = (languages: Language[]): void => {
    change({ documentLanguages: languages });
    setWanted({ ...wanted, languages, record: false });
  };
  const save = async (token: string): Promise<void> => {
    const reply = await call('document.save', { token, language });
    if (reply.ok) setSaved(reply.value.saved ? 'pdf' : null);
    else setRefusal(reply.refusal);
  };
  const editable = EditableRequest.safeParse(wanted.request).data;
  const saveDocx = async (request: EditableRequest): Promise<void> => {
    const reply = await call('document.saveDocx', { request, languages: wanted.languages, language });
    if (reply.ok) setSaved(reply.value.saved ? 'docx' : null);
    else setRefusal(reply.refusal);
  };
  const document = made?.state === 'made' ? made.document : null;
  const recorded = made?.state === 'made' && made.recorded;
  const before = printedBefore.data?.length ?? 0;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <LanguageChoice value={wanted.languages} onChange={choose} label={t('languages')} />
        <Group gap="xs">
          <Text size="xs" c="dimmed" role="status">
            {saved === 'pdf'
              ? t('saved')
              : saved === 'docx'
                ? t('decision-letters:docxSaved')
                : document
                  ? t('pages', { count: document.pages })
                  : ''}
          </Text>
          <Button
            variant="default"
            disabled={!document}
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            onClick={() => {
              if (document) void save(document.token);
            }}
          >
            {t('save')}
          </Button>
          {editable && (
            <Button
              variant="default"
              disabled={!document}
              leftSection={<IconFileWord size={16} aria-hidden />}
              onClick={() => void saveDocx(editable)}
            >
              {t('decision-letters:docx')}
            </Button>
          )}
          {printing.recorded && (
            <Button
              disabled={!document || recorded}
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void record()}
            >
              {t('record')}
            </Button>
          )}
        </Group>
      </Group>
      {wanted.request.kind === 'incomplete-letter' && (
        <LetterDate value={wanted.request} onChange={(request) => setWanted({ ...wanted, request, record: false })} />
      )}
      <PaperChoice
        request={wanted.request}
        reprint={before > 0}
        onChange={(request) => setWanted({ ...wanted, request, record: false })}
      />
      {printing.recorded && document && (
        <Alert color={recorded ? 'ink' : 'yellow'} role="status">
          {recorded ? t('recorded') : before > 0 ? t('again', { count: before }) : t('previewOnly')}
        </Alert>
      )}
      {repeated.length > 0 && (
        <ReprintDialog
          repeated={repeated}
          onConfirm={(reason) => setWanted({ ...wanted, record: true, reason })}
          onClose={() => ask([])}
        />
      )}
      <RefusalMessage refusal={refusal} onFixed={() => setWanted({ ...wanted })} />
      {made?.state === 'making' && <JobProgress key={made.job} job={made.job} />}
      {document && (
        <iframe
          className={styles.page}
          title={t('frame', { title: printing.title })}
          src={`app://office/document/${document.token}.pdf#navpanes=0`}
        />
      )}
      {document && (
        <Text size="xs" c="dimmed">
          {t('printHint')}
        </Text>
      )}
    </Stack>
  );
}
