/** One observer at the counter: the face, the names, what the certificate says, and the receipt. */
import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconHandGrab } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateRow } from '#shared/contract/certificates.ts';
import { formatDate } from '#shared/text/dates.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useSaving } from '../../components/saving.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import { ReceiptFields, emptyReceipt, wholeReceipt } from './ReceiptFields.tsx';
import styles from './CounterScreen.module.css';
import { useMay } from '../../base/operator.tsx';

export function CounterCard({
  row: { person, certificate },
  onServed,
  onShow,
}: {
  row: CertificateRow;
  /** With what to tell of it. */
  onServed: (words: string) => void;
  /** Looks for another certificate by its number. */
  onShow: (number: string) => void;
}) {
  const { t } = useTranslation(['counter', 'domain']);
  const language = useLanguage();
  const [draft, setDraft] = useState(emptyReceipt);
  const saving = useSaving();
  const receipt = wholeReceipt(draft);
  const number = certificate?.number ?? '';
  const run = async (change: Parameters<typeof saving.run>[0], words: 'issued' | 'returned'): Promise<void> => {
    const outcome = await saving.run(change);
    if (outcome?.ok) onServed(t(words, { number, person: person.latin }));
  };
  const mayIssue = useMay('certificate.issue');
  return (
    <section className={styles.card} aria-label={person.latin}>
      {person.picture ? (
        <img
          className={styles.photo}
          src={`app://office/photo/${person.picture}`}
          alt={t('photo', { person: person.latin })}
        />
      ) : (
        <div className={styles.noPhoto}>{t('noPhoto')}</div>
      )}
      <div>
        <h2 className={styles.name}>{person.latin}</h2>
        <div lang="ky">{person.ky}</div>
        {person.ru !== person.ky && <div lang="ru">{person.ru}</div>}
        <p className={styles.organisation}>{person.organisation[language]}</p>
        <dl className={styles.facts}>
          <dt>{t('number')}</dt>
          <dd className={styles.big}>
            {certificate ? `№ ${number}` : '—'}{' '}
            <StatusBadge kind="certificate" status={certificate?.status ?? 'none'} />
          </dd>
          <dt>{t('category')}</dt>
          <dd>{t(`domain:category.${person.category}`)}</dd>
          <dt>{t('validUntil')}</dt>
          <dd>
            {certificate?.validUntilDay
              ? t('validTo', { date: formatDate(certificate.validUntilDay) })
              : t('validUntilResults')}
          </dd>
        </dl>
        {mayIssue && certificate?.status === 'printed' ? (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (receipt) void run(() => call('certificate.issue', { ids: [certificate.id], receipt }), 'issued');
            }}
          >
            <ReceiptFields value={draft} onChange={setDraft} />
            <RefusalMessage refusal={saving.refusal} withFields />
            <Group mt="md">
              <Button
                size="sm"
                type="submit"
                disabled={receipt === null}
                loading={saving.state === 'saving'}
                leftSection={<IconHandGrab size={17} aria-hidden />}
              >
                {t('issue')}
              </Button>
            </Group>
          </form>
        ) : (
          <>
            <p className={styles.why}>
              <Why certificate={certificate} />
            </p>
            <RefusalMessage refusal={saving.refusal} withFields />
            {certificate?.replacedBy && (
              <Group>
                <span>{t('replacedBy', { number: certificate.replacedBy })}</span>
                <Button variant="default" onClick={() => onShow(certificate.replacedBy ?? '')}>
                  {t('showReplacement', { number: certificate.replacedBy })}
                </Button>
              </Group>
            )}
            {mayIssue && certificate?.status === 'issued' && (
              <Button
                variant="default"
                size="sm"
                loading={saving.state === 'saving'}
                leftSection={<IconArrowBackUp size={17} aria-hidden />}
                onClick={() =>
                  void run(() => call('certificate.return', { ids: [certificate.id], on: today() }), 'returned')
                }
              >
                {t('return')}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** Why nothing can be handed over. */
function Why({ certificate }: { certificate: CertificateRow['certificate'] }) {
  const { t } = useTranslation('counter');
  if (!certificate) return t('why.none');
  const { status, receipt, returnedOn, report } = certificate;
  if (status === 'issued' && receipt) {
    const date = formatDate(receipt.on);
    return receipt.to === 'self'
      ? t('why.issuedSelf', { date })
      : t('why.issuedProxy', { date, name: receipt.proxyName });
  }
  if (status === 'returned') return t('why.returned', { date: returnedOn ? formatDate(returnedOn) : '' });
  if (status === 'printed' || status === 'issued') return null;
  return (
    <>
      {t(`why.${status}`)}
      {report !== '' && `. ${report}`}
    </>
  );
}
