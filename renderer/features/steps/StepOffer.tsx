/** After a step that may be taken back: says for some seconds what was done, with a button and Ctrl+Z to undo it. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakenStep } from '#shared/contract/steps.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { call, useReading } from '../../base/office.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { i18n } from '../../base/i18n.ts';
import { dialogIsOpen, isTyping } from '../../base/shortcuts.ts';
import { useWording } from '../../base/wording.ts';
import { useStepWords } from './step-words.ts';
import { useMay } from '../../base/operator.tsx';

/** Milliseconds that the offer stays: long enough to read, to think better of it and to reach the button. */
const offered = 10_000;
const notice = 'step';

/** A form that was saved says so itself; a message after each of a hundred would be in the way. */
const isOffered = ({ command }: TakenStep): boolean => command !== 'application.save' && command !== 'decision.change';

/** Takes a step back and says how that went. */
async function takeBack(seq: number): Promise<void> {
  const reply = await call('step.takeBack', { seq });
  notifications.hide(notice);
  notifications.show({
    position: 'bottom-center',
    role: reply.ok ? 'status' : 'alert',
    withBorder: true,
    color: reply.ok ? 'ink' : 'red',
    autoClose: reply.ok ? 4000 : 12_000,
    icon: reply.ok ? <IconCheck size={16} aria-hidden /> : undefined,
    message: reply.ok ? <Taken /> : <RefusedWords refusal={reply.refusal} />,
    closeButtonProps: { 'aria-label': i18n.t('action.close') },
  });
}

function Taken() {
  const { t } = useTranslation('steps');
  return t('taken');
}

function RefusedWords({ refusal }: { refusal: Refusal }) {
  return useWording().refusal(refusal);
}

export function StepOffer() {
  const election = useCurrentElection();
  const { data: steps } = useReading('step.list', { electionId: election.id });
  // Asked here: a message stands outside the frame, where nobody is known to be signed in.
  const may = useMay('step.takeBack');
  const [open, setOpen] = useState<number | null>(null);
  /** The newest step that was there already; null until the list has been read once. */
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (!steps) return;
    const [newest] = steps;
    const before = seen.current;
    seen.current = Math.max(before ?? 0, newest?.seq ?? 0);
    if (!may || before === null || !newest || newest.seq <= before || !isOffered(newest)) return;
    notifications.hide(notice);
    setOpen(newest.seq);
    notifications.show({
      id: notice,
      position: 'bottom-center',
      role: 'status',
      withBorder: true,
      autoClose: offered,
      color: 'ink',
      message: <Offer step={newest} />,
      onClose: () => setOpen((now) => (now === newest.seq ? null : now)),
      closeButtonProps: { 'aria-label': i18n.t('action.close') },
    });
  }, [steps, may]);
  useEffect(() => {
    if (open === null) return undefined;
    const listen = (pressed: KeyboardEvent): void => {
      // In a field it takes back what was typed.
      if (pressed.code !== 'KeyZ' || !(pressed.ctrlKey || pressed.metaKey) || pressed.shiftKey || pressed.altKey)
        return;
      if (isTyping(pressed.target) || dialogIsOpen()) return;
      pressed.preventDefault();
      setOpen(null);
      void takeBack(open);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [open]);
  return null;
}

function Offer({ step }: { step: TakenStep }) {
  const { t } = useTranslation('steps');
  const words = useStepWords();
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <span>{words(step)}</span>
      <TakeBackButton step={step} title={t('key')} />
    </Group>
  );
}

export function TakeBackButton({ step, title }: { step: TakenStep; title?: string }) {
  const { t } = useTranslation('steps');
  const words = useStepWords();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="default"
      size="xs"
      style={{ flexShrink: 0 }}
      disabled={busy}
      leftSection={<IconArrowBackUp size={15} aria-hidden />}
      aria-label={t('takeBackNamed', { step: words(step) })}
      title={title}
      onClick={() => {
        setBusy(true);
        void takeBack(step.seq).finally(() => setBusy(false));
      }}
    >
      {t('takeBack')}
    </Button>
  );
}
