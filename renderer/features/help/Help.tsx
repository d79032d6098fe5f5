/** The help, in the clerk's language: F1 opens the page of the screen that is shown, and nothing of the screen is lost. */
import { Drawer, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '#shared/text/fold.ts';
import { DialogKeys } from '../../components/DialogKeys.tsx';
import { useRoute } from '../../base/navigation.tsx';
import styles from './Help.module.css';
import { helpPages, pageOfScreen, related, type HelpPage } from './help-pages.ts';

/** `className` is that of the button which opens it by mouse. */
export function Help({ className }: { className: string | undefined }) {
  const { t } = useTranslation(['help', 'common']);
  const { screen } = useRoute();
  const [page, setPage] = useState<HelpPage | null>(null);
  const own = pageOfScreen[screen];
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.code !== 'F1' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      setPage(own);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [own]);
  return (
    <>
      <button type="button" className={className} onClick={() => setPage(own)}>
        {t('open')}
      </button>
      <Drawer
        opened={page !== null}
        onClose={() => setPage(null)}
        position="right"
        size={470}
        zIndex={400}
        title={t('title')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {page && <Pages page={page} onTurn={setPage} />}
      </Drawer>
    </>
  );
}

function Pages({ page, onTurn }: { page: HelpPage; onTurn: (page: HelpPage) => void }) {
  const { t } = useTranslation('help');
  const [search, setSearch] = useState('');
  const wanted = foldForSearch(search.trim());
  const paragraphs = (one: HelpPage): string[] => Object.values(t(`pages.${one}.text`, { returnObjects: true }));
  const found = helpPages.filter((one) =>
    foldForSearch([t(`pages.${one}.title`), ...paragraphs(one)].join(' ')).includes(wanted),
  );
  const turn = (to: HelpPage): void => {
    setSearch('');
    onTurn(to);
  };
  const links = (pages: readonly HelpPage[]) => (
    <ul className={styles.links}>
      {pages.map((one) => (
        <li key={one}>
          <button
            type="button"
            className={styles.link}
            aria-current={one === page || undefined}
            onClick={() => turn(one)}
          >
            {t(`pages.${one}.title`)}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className={styles.help} data-writes>
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        data-autofocus
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <DialogKeys />
      {wanted === '' ? (
        <>
          <article>
            <h2 className={styles.title}>{t(`pages.${page}.title`)}</h2>
            {paragraphs(page).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </article>
          <nav aria-label={t('related')}>
            <h3 className={styles.subtitle}>{t('related')}</h3>
            {links(related[page])}
          </nav>
          <nav aria-label={t('contents')}>
            <h3 className={styles.subtitle}>{t('contents')}</h3>
            {links(helpPages)}
          </nav>
        </>
      ) : (
        <div role="status">{found.length === 0 ? t('nothing') : links(found)}</div>
      )}
    </div>
  );
}
