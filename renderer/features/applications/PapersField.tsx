/** The papers asked for with an application, and the day each came. */
import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationFields, PaperId } from '#shared/domain/records/application.ts';
import type { OrganisationKind } from '#shared/domain/records/organisation.ts';
import { defaultChecklist, papersAskedOf } from '#shared/domain/records/checklist.ts';
import { DateInput } from '../../components/DateInput.tsx';
import type { FaultsAt } from '../../components/faults.tsx';
import { usePaperName } from '../../components/paper-name.ts';
import { useReading } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import styles from './PapersField.module.css';

export function PapersField({
  fields,
  organisationKind,
  locked,
  at,
  onChange,
}: {
  fields: ApplicationFields;
  /** Null as long as no organisation is chosen. */
  organisationKind: OrganisationKind | null;
  locked: boolean;
  at: FaultsAt;
  onChange: (change: Pick<ApplicationFields, 'papers' | 'paperDays'>) => void;
}) {
  const { t } = useTranslation(['intake', 'applications']);
  const settings = useReading('office.settings', {});
  const paperName = usePaperName();
  const asked = papersAskedOf(settings.data?.checklist ?? defaultChecklist, fields, organisationKind);
  const { papers, paperDays } = fields;
  // What has come stays to be seen, also when it is asked for no longer.
  const others = papers.filter((id) => !asked.some((paper) => paper.id === id));
  const shown = [...asked, ...others.map((id) => ({ id, demand: 'optional' as const }))];
  const receive = (id: PaperId, received: boolean): void => {
    const { [id]: _day, ...days } = paperDays;
    if (received) onChange({ papers: [...papers, id], paperDays: { ...days, [id]: today() } });
    else onChange({ papers: papers.filter((one) => one !== id), paperDays: days });
  };
  const setDay = (id: PaperId, day: string | null): void => {
    const { [id]: _day, ...days } = paperDays;
    onChange({ papers, paperDays: day === null ? days : { ...days, [id]: day } });
  };
  return (
    <fieldset className={styles.papers}>
      <legend>{t('applications:papers')}</legend>
      {shown.length === 0 && <Text size="sm">{t('papers.none')}</Text>}
      <ul className={styles.list}>
        {shown.map(({ id, demand }) => {
          const paper = paperName(id);
          const received = papers.includes(id);
          return (
            <li key={id}>
              <Checkbox
                label={demand === 'required' ? t('papers.required', { paper }) : paper}
                checked={received}
                onChange={(event) => receive(id, event.currentTarget.checked)}
              />
              {received && (
                <DateInput
                  label={t('papers.day', { paper })}
                  labelHidden
                  w={136}
                  disabled={locked}
                  maxDate={today()}
                  value={paperDays[id] ?? null}
                  onChange={(day) => setDay(id, day)}
                  error={at(`paperDays.${id}`)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
