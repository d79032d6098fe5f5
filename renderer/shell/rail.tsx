/** The left rail: the election in hand, the sections of the work, the language. */
import { useMediaQuery } from '@mantine/hooks';
import {
  IconBuildingBank,
  IconCalendarEvent,
  IconCertificate,
  IconChartBar,
  IconFileText,
  IconGavel,
  IconHome,
  IconSettings,
  IconUsb,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election } from '#shared/domain/records/election.ts';
import { ElectionChoice } from './election-choice.tsx';
import styles from './frame.module.css';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { NavLinkTo, useRoute } from '../base/navigation.tsx';
import type { ScreenName } from '../base/route.ts';
import { setUpSections, workSections, type Section } from '../base/sections.ts';

const icons: Record<Section, ComponentType<IconProps>> = {
  start: IconHome,
  applications: IconFileText,
  organisations: IconBuildingBank,
  decisions: IconGavel,
  certificates: IconCertificate,
  handover: IconUsb,
  totals: IconChartBar,
  election: IconCalendarEvent,
  settings: IconSettings,
};

const sectionOf: Record<ScreenName, Section> = {
  start: 'start',
  applications: 'applications',
  application: 'applications',
  newApplication: 'applications',
  import: 'applications',
  folderPhotos: 'applications',
  organisations: 'organisations',
  organisation: 'organisations',
  newOrganisation: 'organisations',
  election: 'election',
  decisions: 'decisions',
  decision: 'decisions',
  certificates: 'certificates',
  counter: 'certificates',
  numberRegister: 'certificates',
  printQueue: 'certificates',
  handover: 'handover',
  totals: 'totals',
  settings: 'settings',
  wordings: 'settings',
  designs: 'settings',
  records: 'settings',
  operators: 'settings',
};

export function Rail({ elections }: { elections: readonly Election[] }) {
  const { t } = useTranslation();
  const current = sectionOf[useRoute().screen];
  const narrow = useMediaQuery('(max-width: 1000px)');
  const links = (sections: readonly Section[]) => (
    <ul>
      {sections.map((section) => {
        const Icon = icons[section];
        return (
          <li key={section}>
            <NavLinkTo
              to={{ screen: section }}
              current={section === current}
              className={styles.link}
              title={narrow ? t(`nav.${section}`) : undefined}
            >
              <Icon size={18} stroke={1.5} aria-hidden />
              <span className={styles.linkName}>{t(`nav.${section}`)}</span>
            </NavLinkTo>
          </li>
        );
      })}
    </ul>
  );
  return (
    <aside className={styles.rail} aria-label={t('nav.rail')}>
      <div className={styles.office}>{t('frame.office')}</div>
      <ElectionChoice elections={elections} />
      <nav className={styles.nav} aria-label={t('nav.label')}>
        {links(workSections)}
        <div className={styles.gap} />
        {links(setUpSections)}
      </nav>
      <div className={styles.bottom}>
        <LanguageSwitch onRail />
      </div>
    </aside>
  );
}
