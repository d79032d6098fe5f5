/** A screen: its heading with what can be done, a line of tools if it has one, and what it shows. */
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/navigation.tsx';
import type { Route } from '../base/route.ts';
import styles from './Page.module.css';

export type PageProps = {
  title: string;
  /** One quiet line under the heading, or marks beside it. */
  summary?: ReactNode;
  /** The list this record belongs to. */
  back?: Route;
  actions?: ReactNode;
  /** Search and filters, always in sight. */
  toolbar?: ReactNode;
  /** The content brings its own scrolling (a long table) and takes all of the height. */
  fixed?: boolean;
  children: ReactNode;
};

export function Page({ title, summary, back, actions, toolbar, fixed = false, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {back && (
          <ActionIcon variant="default" size="lg" aria-label={t('action.back')} onClick={() => navigate(back)}>
            <IconArrowLeft size={18} stroke={1.6} />
          </ActionIcon>
        )}
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {summary && <div className={styles.summary}>{summary}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {toolbar && <div className={styles.toolbar}>{toolbar}</div>}
      {fixed ? (
        <div className={styles.fixed}>{children}</div>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
          {children}
        </div>
      )}
    </div>
  );
}
