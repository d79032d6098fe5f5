/** How the full level is encrypted: with a passphrase said twice, or to the key of an office that is known here. */
import { PasswordInput, Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readableFingerprint, type KeyId } from '#shared/domain/records/signing-key.ts';
import { useReading } from '../../base/office.ts';

export type Encryption = { how: 'passphrase' | 'key'; passphrase: string; again: string; key: KeyId | null };

export const notEncrypted: Encryption = { how: 'passphrase', passphrase: '', again: '', key: null };

export const isEncrypted = ({ how, passphrase, again, key }: Encryption): boolean =>
  how === 'key' ? key !== null : passphrase !== '' && passphrase === again;

export function HandoverEncryption({
  value,
  onChange,
}: {
  value: Encryption;
  onChange: (encryption: Encryption) => void;
}) {
  const { t } = useTranslation('handover');
  const { how } = value;
  return (
    <>
      <Radio.Group label={t('encryption.title')} value={how} onChange={(chosen) => onChange({ ...value, how: chosen })}>
        <Stack gap="xs" mt={4}>
          <Radio value="passphrase" label={t('encryption.passphrase')} description={t('encryption.passphraseHint')} />
          <Radio value="key" label={t('encryption.key')} description={t('encryption.keyHint')} />
        </Stack>
      </Radio.Group>
      {how === 'passphrase' ? (
        <Passphrase value={value} onChange={onChange} />
      ) : (
        <ReceiverKey value={value} onChange={onChange} />
      )}
    </>
  );
}

function Passphrase({ value, onChange }: { value: Encryption; onChange: (encryption: Encryption) => void }) {
  const { t } = useTranslation('handover');
  const { passphrase, again } = value;
  return (
    <>
      <PasswordInput
        label={t('passphrase')}
        description={t('passphraseHint')}
        required
        value={passphrase}
        onChange={(typed) => onChange({ ...value, passphrase: typed.currentTarget.value })}
      />
      <PasswordInput
        label={t('passphraseAgain')}
        required
        value={again}
        error={again !== '' && again !== passphrase ? t('passphraseDiffers') : undefined}
        onChange={(typed) => onChange({ ...value, again: typed.currentTarget.value })}
      />
    </>
  );
}

function ReceiverKey({ value, onChange }: { value: Encryption; onChange: (encryption: Encryption) => void }) {
  const { t } = useTranslation('handover');
  const reading = useReading('office.signingKeys', {});
  const keys = (reading.data?.keys ?? []).filter(({ id }) => reading.data?.compared.includes(id));
  if (reading.data && keys.length === 0) return <Text size="xs">{t('encryption.noKeys')}</Text>;
  return (
    <Select
      label={t('encryption.whose')}
      required
      data={keys.map(({ id, fingerprint, from }) => ({
        value: id,
        label: [from?.giver, readableFingerprint(fingerprint).slice(0, 19)].filter(Boolean).join(' · '),
      }))}
      value={value.key}
      onChange={(key) => onChange({ ...value, key })}
    />
  );
}
