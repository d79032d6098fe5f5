/** One decision: its particulars and its annex while a draft; what was adopted, and nothing to change, afterwards. */
import { Alert, Button } from '@mantine/core';
import { IconCertificate, IconGavel, IconLock, IconMail, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '#shared/contract/decisions.ts';
import type { DecisionFields } from '#shared/domain/records/decision.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { HistoryButton } from '../../components/History.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate, navigateSaved } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { useOpened } from '../../base/opened.ts';
import { AdoptDialog } from './AdoptDialog.tsx';
import { Annex } from './Annex.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './DecisionScreen.module.css';
import { IfMay, useMay } from '../../base/operator.tsx';

export function DecisionScreen({ id }: { id: Id }) {
  const decision = useReading('decision.get', { id });
  const settings = useReading('office.settings', {});
  useOpened('decision', decision.data ? id : null);
  return (
    <Loaded reading={settings}>
      {(office) => <Loaded reading={decision}>{(view) => <Decision view={view} settings={office} />}</Loaded>}
    </Loaded>
  );
}

type Dialog = 'adopt' | 'discard' | null;
/** What goes by the decision as the office holds it, not as it is being typed. */
type NeedsSaved = 'adopt' | 'print';

function Decision({ view, settings }: { view: DecisionView; settings: OfficeSettings }) {
  const { t } = useTranslation(['decisions', 'common', 'decision-letters', 'operators', 'domain']);
  const language = useLanguage();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const [draft, setDraft] = useState<DecisionFields | null>(null);
  const [waiting, setWaiting] = useState<NeedsSaved | null>(null);
  const { decision, annex } = view;
  const isDraft = decision.status === 'draft';
  const discard = async () => {
    const reply = await call('decision.discard', { id: decision.id });
    if (reply.ok) navigateSaved({ screen: 'decisions' });
    return reply;
  };
  const start = (next: NeedsSaved): void => {
    if (next === 'adopt') setDialog('adopt');
    else setPrinting({ title: t('print'), request: { kind: 'decision', decisionId: decision.id } });
  };
  const mayAdopt = useMay('decision.adopt');
  const printLetters = (applicationIds: Id[] | null): void =>
    setPrinting({
      title: t('decision-letters:openHint'),
      request: { kind: 'decision-letter', decisionId: decision.id, applicationIds },
    });
  const startSaved = (next: NeedsSaved): void => {
    if (draft) setWaiting(next);
    else start(next);
  };
  const saveFirst = async (fields: DecisionFields, next: NeedsSaved) => {
    const reply = await call('decision.change', { id: decision.id, fields });
    if (reply.ok) {
      setDraft(null);
      start(next);
    }
    return reply;
  };
  return (
    <Page
      title={decision.number ? `${decision.title[language]}, № ${decision.number}` : decision.title[language]}
      summary={<StatusBadge kind="decision" status={decision.status} />}
      back={{ screen: 'decisions' }}
      actions={
        <>
          {isDraft && (
            <IfMay call="decision.discard">
              <Button
                variant="default"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setDialog('discard')}
              >
                {t('discard')}
              </Button>
            </IfMay>
          )}
          <HistoryButton kind="decision" id={decision.id} />
          <SaveList list={{ kind: 'annex', decisionId: decision.id }} total={annex.length} />
          {!isDraft && annex.some(({ row }) => row.action === 'accredit') && (
            <Button
              variant="default"
              leftSection={<IconCertificate size={16} aria-hidden />}
              onClick={() => navigate({ screen: 'certificates', decision: decision.id })}
            >
              {t('certificates')}
            </Button>
          )}
          {!isDraft && annex.some(({ row }) => row.action !== 'accredit') && (
            <Button
              variant="default"
              title={t('decision-letters:openHint')}
              leftSection={<IconMail size={16} aria-hidden />}
              onClick={() => printLetters(null)}
            >
              {t('decision-letters:open')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={annex.length === 0}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => startSaved('print')}
          >
            {t('print')}
          </Button>
          {isDraft && (
            <Button
              disabled={annex.length === 0 || !mayAdopt}
              title={mayAdopt ? undefined : t('operators:needs', { role: t('domain:role.secretary') })}
              leftSection={<IconGavel size={16} aria-hidden />}
              onClick={() => startSaved('adopt')}
            >
              {t('adopt')}
            </Button>
          )}
        </>
      }
    >
      {!isDraft && (
        <Alert color="ink" role="note" mb="md" icon={<IconLock size={18} />}>
          {t('locked', { date: decision.date ? formatDate(decision.date) : '' })}
          {decision.contentHash && <div className={styles.hash}>{`${t('hash')}: ${decision.contentHash}`}</div>}
          {decision.notes.map((note) => (
            <div key={`${note.kind} ${note.at}`} className={styles.hash}>
              {note.officer === ''
                ? t('notes.twice')
                : note.kind === 'same-number'
                  ? t('notes.sameNumber', { reason: note.reason, officer: note.officer })
                  : t('notes.otherText', { reason: note.reason, officer: note.officer, hash: note.contentHash })}
            </div>
          ))}
        </Alert>
      )}
      <Annex view={view} onLetter={(id) => printLetters([id])} />
      <DecisionForm view={view} settings={settings} draft={draft} onDraft={setDraft} />
      {dialog === 'adopt' && <AdoptDialog view={view} rules={settings.session} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        opened={waiting !== null}
        title={t('unsavedTitle')}
        confirmLabel={t('common:action.save')}
        onConfirm={() => (draft && waiting ? saveFirst(draft, waiting) : undefined)}
        onClose={() => setWaiting(null)}
      >
        {t('unsavedDetail')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === 'discard'}
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        danger
        onConfirm={discard}
        onClose={() => setDialog(null)}
      >
        {t('discardDetail')}
      </ConfirmDialog>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Page>
  );
}
