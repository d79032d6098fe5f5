/** A state as a word on a coloured ground with a sign of its own: never told by colour alone. */
import { IconAlertCircle, IconCheck, IconCircleDashed, IconClock, IconX, type IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateState } from '#shared/contract/certificates.ts';
import type { ShownStatus } from '#shared/domain/records/application.ts';
import type { WaitingReason } from '#shared/domain/rules/print-queue.ts';
import styles from './StatusBadge.module.css';

type Tone = 'plain' | 'wait' | 'info' | 'good' | 'bad';

const applicationTones: Record<ShownStatus, Tone> = {
  draft: 'plain',
  received: 'info',
  incomplete: 'wait',
  ready: 'good',
  'on-agenda': 'info',
  accredited: 'good',
  refused: 'bad',
  withdrawn: 'plain',
  revoked: 'bad',
  expired: 'plain',
};

const certificateTones: Record<CertificateState, Tone> = {
  none: 'wait',
  reserved: 'info',
  printed: 'info',
  issued: 'good',
  returned: 'plain',
  spoiled: 'bad',
  lost: 'bad',
  void: 'plain',
};

const printTones: Record<WaitingReason, Tone> = {
  never: 'info',
  replacement: 'info',
  failed: 'bad',
  awaited: 'wait',
  changed: 'wait',
};

const signs: Record<Tone, ComponentType<IconProps>> = {
  plain: IconCircleDashed,
  wait: IconAlertCircle,
  info: IconClock,
  good: IconCheck,
  bad: IconX,
};

export type StatusMarkProps =
  | { kind: 'application'; status: ShownStatus }
  | { kind: 'certificate'; status: CertificateState }
  | { kind: 'print'; status: WaitingReason }
  | { kind: 'decision'; status: 'draft' | 'adopted' };

export function StatusBadge(props: StatusMarkProps) {
  const { t } = useTranslation(['domain', 'print-queue']);
  switch (props.kind) {
    case 'application':
      return <Mark tone={applicationTones[props.status]} word={t(`status.${props.status}`)} />;
    case 'certificate':
      return <Mark tone={certificateTones[props.status]} word={t(`certificateState.${props.status}`)} />;
    case 'print':
      return <Mark tone={printTones[props.status]} word={t(`print-queue:reasons.${props.status}`)} />;
    case 'decision':
      return <Mark tone={props.status === 'adopted' ? 'good' : 'plain'} word={t(`decisionStatus.${props.status}`)} />;
  }
}

function Mark({ tone, word }: { tone: Tone; word: string }) {
  const Sign = signs[tone];
  return (
    <span className={`${styles.mark ?? ''} ${styles[tone] ?? ''}`}>
      <Sign size={13} stroke={2} aria-hidden />
      {word}
    </span>
  );
}
