/** Every key the program knows, in the clerk's language; `?` opens it from anywhere. */
import { Kbd, Modal } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sections } from '../../base/sections.ts';
import { useShortcuts } from '../../base/shortcuts.ts';
import styles from './KeyboardMap.module.css';

type Line = { keys: readonly (readonly string[])[]; words: string };

/** `className` is that of the button which opens it by mouse. */
export function KeyboardMap({ className }: { className: string | undefined }) {
  const { t } = useTranslation(['keyboard', 'common']);
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);
  useShortcuts(open);
  return (
    <>
      <button type="button" className={className} onClick={open}>
        {t('open')}
      </button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('title')}
        size={980}
        yOffset="6vh"
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <Keys />
      </Modal>
    </>
  );
}

function Keys() {
  const { t } = useTranslation(['keyboard', 'common', 'palette', 'help']);
  const groups: { title: string; lines: Line[] }[] = [
    {
      title: t('group.everywhere'),
      lines: [
        { keys: [['Ctrl', 'K']], words: t('palette:title') },
        { keys: [['?'], ['Ctrl', '/']], words: t('key.map') },
        { keys: [['F1']], words: t('help:title') },
        { keys: [['Ctrl', 'N']], words: t('palette:action.newApplication') },
        { keys: [['Ctrl', 'Shift', 'N']], words: t('palette:action.newOrganisation') },
        { keys: [['Ctrl', 'F']], words: t('key.find') },
        { keys: [['Alt', '←']], words: t('key.back') },
        { keys: [['Ctrl', 'Z']], words: t('key.undo') },
        { keys: [['Ctrl', 'L']], words: t('key.lock') },
        {
          keys: [
            ['Ctrl', '+'],
            ['Ctrl', '−'],
            ['Ctrl', '0'],
          ],
          words: t('key.zoom'),
        },
        { keys: [['Esc']], words: t('key.close') },
      ],
    },
    {
      title: t('group.form'),
      lines: [
        { keys: [['Ctrl', 'S'], ['Enter']], words: t('common:action.save') },
        { keys: [['Ctrl', 'PageDown']], words: t('person.next') },
        { keys: [['Ctrl', 'PageUp']], words: t('person.previous') },
        {
          keys: [
            ['Alt', 'Н'],
            ['Alt', 'О'],
            ['Alt', 'У'],
          ],
          words: t('key.letters'),
        },
        { keys: [['Tab'], ['Shift', 'Tab']], words: t('key.field') },
      ],
    },
    {
      title: t('group.list'),
      lines: [
        { keys: [['↓']], words: t('key.fromSearch') },
        { keys: [['↑'], ['↓']], words: t('key.row') },
        { keys: [['PageUp'], ['PageDown']], words: t('key.page') },
        { keys: [['Home'], ['End']], words: t('key.ends') },
        { keys: [['Enter']], words: t('key.openRow') },
        { keys: [[t('key.spaceBar')]], words: t('key.choose') },
      ],
    },
    {
      title: t('group.sections'),
      lines: sections.map((section, index) => ({
        keys: [['Ctrl', String(index + 1)]],
        words: t(`common:nav.${section}`),
      })),
    },
  ];
  return (
    <div className={styles.groups}>
      {groups.map(({ title, lines }) => (
        <section key={title} className={styles.section}>
          <h2 className={styles.title}>{title}</h2>
          <dl className={styles.lines}>
            {lines.map(({ keys, words }) => (
              <div key={words} className={styles.line}>
                <dt className={styles.keys}>
                  {keys.map((combination) => (
                    <span key={combination.join('+')} className={styles.combination}>
                      {combination.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </span>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
