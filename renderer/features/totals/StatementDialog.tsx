/** The statement of the day: the days are chosen, the words stand there to be read, copied, printed or edited. */
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCopy, IconFileWord, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementText } from '#shared/contract/statement.ts';
import { languages, type IsoDate, type Language } from '#shared/domain/base/primitives.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { usePreferences } from '../../base/preferences.tsx';
import { today } from '../../base/today.ts';
import styles from './StatementDialog.module.css';

export function StatementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['statement', 'common']);
  const { id: electionId } = useCurrentElection();
  const days = useReading('statement.days', { electionId });
  return (
    <Modal
      opened
      onClose={onClose}
      size={820}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Loaded reading={days}>
        {(known) => {
          const last = known.at(-1);
          return last ? <Statement last={last} /> : <EmptyState title={t('noDays')} detail={t('noDaysDetail')} />;
        }}
      </Loaded>
    </Modal>
  );
}

/** As it is pasted into a letter or a web page: a line a paragraph, a dash before each organisation. */
const plainText = ({ heading, paragraphs, organisations }: StatementText): string =>
  [heading, '', ...paragraphs, ...organisations.map((organisation) => `– ${organisation}`)].join('\n');

function Statement({ last }: { last: IsoDate }) {
  const { t } = useTranslation(['statement', 'common', 'domain']);
  const { id: electionId } = useCurrentElection();
  const own = useLanguage();
  const { preferences } = usePreferences();
  const [from, setFrom] = useState<IsoDate | null>(last);
  const [to, setTo] = useState<IsoDate | null>(last);
  const [shown, setShown] = useState<Language>(own);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const saving = useSaving();
  const backwards = from !== null && to !== null && to < from;
  const whole = from !== null && to !== null && !backwards;
  const days = { electionId, from: from ?? last, to: to ?? last };
  const reading = useReading('statement.read', days, { enabled: whole, keepPrevious: true });
  const [told, setTold] = useState('');
  const saveDocx = async (): Promise<void> => {
    const outcome = await saving.run(() =>
      call('statement.saveDocx', { ...days, languages: preferences.documentLanguages, language: own }),
    );
    setTold(outcome?.ok && outcome.value.saved ? t('saved') : '');
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('hint')}</Text>
      <Group align="start" gap="sm">
        <DateInput label={t('from')} value={from} onChange={setFrom} maxDate={today()} w={170} />
        <DateInput
          label={t('to')}
          value={to}
          onChange={setTo}
          maxDate={today()}
          w={170}
          error={backwards ? t('backwards') : undefined}
        />
      </Group>
      <SegmentedControl
        aria-label={t('title')}
        value={shown}
        onChange={setShown}
        data={languages.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
      />
      <Loaded reading={reading}>
        {({ texts }) => {
          const text = texts.find(({ language }) => language === shown);
          return (
            text && (
              <>
                <article
                  className={styles.text}
                  lang={shown}
                  tabIndex={0}
                  aria-label={t('text', { language: t(`domain:language.${shown}`) })}
                >
                  <h2>{text.heading}</h2>
                  {text.paragraphs.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  <ul>
                    {text.organisations.map((organisation) => (
                      <li key={organisation}>{organisation}</li>
                    ))}
                  </ul>
                </article>
                <RefusalMessage refusal={saving.refusal} />
                <Group justify="flex-end" gap="xs">
                  <Text size="sm" role="status" c="dimmed">
                    {told}
                  </Text>
                  <Button
                    variant="default"
                    disabled={!whole}
                    leftSection={<IconCopy size={16} aria-hidden />}
                    onClick={() => void navigator.clipboard.writeText(plainText(text)).then(() => setTold(t('copied')))}
                  >
                    {t('copy')}
                  </Button>
                  <Button
                    variant="default"
                    disabled={!whole}
                    leftSection={<IconFileWord size={16} aria-hidden />}
                    onClick={() => void saveDocx()}
                  >
                    {t('docx')}
                  </Button>
                  <Button
                    disabled={!whole}
                    leftSection={<IconPrinter size={16} aria-hidden />}
                    onClick={() => setPrinting({ title: t('title'), request: { kind: 'statement', ...days } })}
                  >
                    {t('pdf')}
                  </Button>
                </Group>
              </>
            )
          );
        }}
      </Loaded>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Stack>
  );
}
