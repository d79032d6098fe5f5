/**
 * The counter: an observer is found by QR code, number or name, looked at beside the photo, and signed for. Made for a
 * queue: the field is ready for the next one as soon as one is served.
 */
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconQrcode } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateRow } from '#shared/contract/certificates.ts';
import { longestSearch } from '#shared/contract/operation.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { RefusedError, useReading } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { CounterCard } from './CounterCard.tsx';
import { lineKey } from './selected-row.ts';
import styles from './CounterScreen.module.css';

/** A scanner types a whole code within this time; a person is not asked about every letter. */
const typingPause = 150;

export function CounterScreen() {
  const { t } = useTranslation(['counter', 'common']);
  const language = useLanguage();
  const { id: electionId } = useCurrentElection();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, typingPause);
  const [picked, setPicked] = useState<string | null>(null);
  const found = useReading('certificate.find', { electionId, text: asked, language }, { keepPrevious: true });
  const rows = asked.trim() === '' ? [] : (found.data?.rows ?? []);
  const row = rows.find((one) => lineKey(one) === picked) ?? (rows.length === 1 ? rows[0] : undefined);
  const search = (next: string): void => {
    setText(next);
    setPicked(null);
  };
  const served = (words: string): void => {
    showToast(words);
    search('');
    field.current?.focus();
  };
  return (
    <Page title={t('title')} summary={t('hint')} back={{ screen: 'certificates' }}>
      <div className={styles.columns}>
        <div>
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault();
              // The scanner ends with Enter: what was found is taken to be meant, and the identity is looked at next.
              document.querySelector<HTMLInputElement>('[data-counter] input[type=checkbox]')?.focus();
            }}
          >
            <TextInput
              ref={field}
              data-autofocus
              autoFocus
              size="md"
              aria-label={t('search')}
              placeholder={t('search')}
              leftSection={<IconQrcode size={18} aria-hidden />}
              maxLength={longestSearch}
              value={text}
              onChange={(event) => search(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') search('');
              }}
            />
          </form>
          <div className={styles.found} role="status">
            {asked.trim().length >= 2 && found.isSuccess && rows.length === 0 && t('nobody')}
            {rows.length > 1 && t('several')}
          </div>
          {found.error instanceof RefusedError && <RefusalMessage refusal={found.error.refusal} />}
          {rows.length > 1 && (
            <ul className={styles.list}>
              {rows.map((one) => (
                <li key={lineKey(one)}>
                  <Choice row={one} chosen={one === row} onPick={() => setPicked(lineKey(one))} />
                </li>
              ))}
            </ul>
          )}
        </div>
        <div data-counter>
          {row ? (
            <CounterCard key={lineKey(row)} row={row} onServed={served} onShow={search} />
          ) : (
            <EmptyState title={t('start')} detail={t('startDetail')} />
          )}
        </div>
      </div>
    </Page>
  );
}

function Choice({ row, chosen, onPick }: { row: CertificateRow; chosen: boolean; onPick: () => void }) {
  const language = useLanguage();
  const { person, certificate } = row;
  return (
    <button type="button" className={styles.choice} aria-pressed={chosen} onClick={onPick}>
      <span className={styles.who}>
        <span>{person.latin}</span>
        <span className={styles.quiet}>{person.organisation[language]}</span>
      </span>
      <span className={styles.number}>
        {certificate?.number ?? '—'} <StatusBadge kind="certificate" status={certificate?.status ?? 'none'} />
      </span>
    </button>
  );
}
