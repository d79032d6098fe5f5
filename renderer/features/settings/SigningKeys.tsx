/** The office's own key, which receivers compare with the act, and the keys of offices whose handovers it took in. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { useReading } from '../../base/office.ts';
import { IfMay } from '../../base/operator.tsx';
import { clockOffset } from '../../base/today.ts';
import { KeyCards } from './KeyCards.tsx';
import styles from './SettingsScreen.module.css';

export function SigningKeys() {
  const { t } = useTranslation('settings');
  const reading = useReading('office.signingKeys', {});
  return (
    <Section title={t('signing.title')}>
      <Text size="xs" mb="sm">
        {t('signing.hint')}
      </Text>
      <Loaded reading={reading}>
        {({ usable, keys }) => (
          <>
            {!usable && <RefusalMessage refusal={{ code: 'signing.noKey' }} />}
            <dl className={styles.facts}>
              {keys.map(({ id, fingerprint, madeAt, from }, index) => (
                <div key={id}>
                  <dt>
                    {from
                      ? t('signing.other', { giver: from.giver || '—' })
                      : usable && index === 0
                        ? t('signing.current')
                        : t('signing.earlier')}
                  </dt>
                  <dd className={styles.fingerprint}>{readableFingerprint(fingerprint)}</dd>
                  <dt>{from ? t('signing.takenIn') : t('signing.madeAt')}</dt>
                  <dd>{formatDateTime(from?.at ?? madeAt, clockOffset(from?.at ?? madeAt))}</dd>
                </div>
              ))}
            </dl>
            <IfMay call="keyCard.save">
              <KeyCards usable={usable} />
            </IfMay>
          </>
        )}
      </Loaded>
    </Section>
  );
}
