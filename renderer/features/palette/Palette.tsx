/** Ctrl+K from anywhere: one field that finds people, organisations, decisions, screens and actions, by keyboard alone. */
import { Group as Row, Modal, Text, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestSearch } from '#shared/contract/operation.ts';
import { DialogKeys } from '../../components/DialogKeys.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { navigate } from '../../base/navigation.tsx';
import { useOffers, type Group, type Offer } from './use-findings.ts';
import styles from './Palette.module.css';

/** `className` is that of the button which opens it by mouse. */
export function Palette({ className }: { className: string | undefined }) {
  const { t } = useTranslation('palette');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  // Also while a field has the focus: the clerk need not leave it first.
  useHotkeys([['mod+K', () => setOpened(true), { usePhysicalKeys: true }]], []);
  const close = useCallback(() => setOpened(false), []);
  return (
    <>
      <button type="button" className={className} onClick={() => setOpened(true)}>
        {t('open')}
      </button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('title')}
        size="lg"
        yOffset="8vh"
        closeButtonProps={{ 'aria-label': common('action.close') }}
      >
        <Search onClose={close} />
      </Modal>
    </>
  );
}

const groups: readonly Group[] = ['recent', 'people', 'organisations', 'decisions', 'places'];

function Search({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  /** Enter was pressed before the answer came: it is gone to as soon as it does. */
  const [entered, setEntered] = useState(false);
  const { offers, peopleFound, peopleShown, settled, refusal } = useOffers(typed);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, offers.length - 1);
  const optionId = (index: number): string => `${id}-${String(index)}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const go = ({ to }: Offer): void => {
    onClose();
    navigate(to);
  };
  const chosen = offers[current];
  useEffect(() => {
    // An answer to an earlier keystroke must not be gone to.
    if (!entered || !settled) return;
    if (chosen) {
      onClose();
      navigate(chosen.to);
    }
  }, [entered, settled, chosen, onClose]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = offers.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: current >= last ? 0 : current + 1,
      ArrowUp: current <= 0 ? last : current - 1,
      PageDown: Math.min(last, current + 8),
      PageUp: Math.max(0, current - 8),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, next));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      setEntered(true);
    }
  };
  return (
    <div data-writes>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={t('search')}
        placeholder={t('search')}
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(offers.length > 0 ? { 'aria-activedescendant': optionId(current) } : {})}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={longestSearch}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('results')}>
        {groups.map((group) => {
          const offered = offers.flatMap((offer, index) => (offer.group === group ? [{ offer, index }] : []));
          if (offered.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={t(`group.${group}`)}>
              <div className={styles.group} aria-hidden>
                {t(`group.${group}`)}
              </div>
              {offered.map(({ offer, index }) => (
                <div
                  key={offer.key}
                  id={optionId(index)}
                  role="option"
                  aria-selected={index === current}
                  className={styles.offer}
                  onMouseMove={() => setAt(index)}
                  onClick={() => go(offer)}
                >
                  <span>{offer.label}</span>
                  {offer.detail && <span className={styles.detail}>{offer.detail}</span>}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <RefusalMessage refusal={refusal} />
      <div role="status">
        {settled && offers.length === 0 && <Text size="sm">{t('nothing')}</Text>}
        {peopleFound > peopleShown && <Text size="sm">{t('found', { count: peopleFound })}</Text>}
      </div>
      <Row justify="space-between" mt="xs">
        <Text size="xs">{t('hint')}</Text>
        <DialogKeys />
      </Row>
    </div>
  );
}
