/** One file of the folder: its picture, whose it is, and what keeps it from being taken. */
import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { done } from '#shared/domain/base/refusals.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { CropDialog } from './CropDialog.tsx';
import { mayBeChanged, type FolderPhoto, type FolderStanding } from './folder-photo.ts';
import { openPicture, photoLimits, warningsOf } from './open-picture.ts';
import { PersonSelect } from './PersonSelect.tsx';
import { thumbOf } from './use-folder-photos.ts';
import styles from './FolderPhotos.module.css';

export function FolderPhotoRow({
  photo,
  standing,
  onChange,
}: {
  photo: FolderPhoto;
  standing: FolderStanding;
  onChange: (change: Partial<FolderPhoto>) => void;
}) {
  const { t } = useTranslation(['folder-photos', 'photos']);
  const language = useLanguage();
  const [cutting, setCutting] = useState(false);
  const { file, name, thumb, fault, warnings, cut, person, proposal, taken } = photo;
  const usable = fault === null;
  const cutAs = async (next: NonNullable<FolderPhoto['cut']>) => {
    const opened = await openPicture(file);
    if (opened.ok) {
      onChange({ cut: next, thumb: thumbOf(opened.source, next), warnings: warningsOf(opened.source, next) });
      opened.source.close();
    }
    return done({});
  };
  return (
    <tr className={standing === 'taken' ? table.chosen : undefined}>
      <td className={table.narrow}>
        <Checkbox
          aria-label={t('take', { file: name })}
          checked={taken && usable && person !== null}
          disabled={!usable || person === null || !mayBeChanged(person)}
          onChange={(event) => onChange({ taken: event.currentTarget.checked })}
        />
      </td>
      <td className={table.narrow}>
        {thumb ? <img className={styles.thumb} src={thumb} alt="" /> : <div className={styles.noThumb} aria-hidden />}
      </td>
      <td className={styles.file}>
        {name}
        {usable && (
          <Button variant="subtle" size="compact-xs" className={styles.cut} onClick={() => setCutting(true)}>
            {t('crop')}
          </Button>
        )}
        {fault !== null && (
          <Text fz={13} className={styles.bad}>
            {t(`photos:fault.${fault}`, photoLimits)}
          </Text>
        )}
        {warnings.map((warning) => (
          <Text key={warning} fz={13} className={styles.doubt}>
            {t(`photos:warning.${warning}`, {
              ...photoLimits,
              width: Math.round(cut?.width ?? 0),
              height: Math.round(cut?.height ?? 0),
            })}
          </Text>
        ))}
        {cutting && (
          <CropDialog file={file} cut={cut} onClose={() => setCutting(false)} onDone={({ cut: next }) => cutAs(next)} />
        )}
      </td>
      <td className={styles.person}>
        {usable && (
          <PersonSelect
            key={person?.id ?? ''}
            label={t('personOf', { file: name })}
            value={person}
            proposed={proposal.people}
            onChange={(chosen) =>
              onChange({ person: chosen, taken: chosen !== null && chosen.picture === null && mayBeChanged(chosen) })
            }
          />
        )}
        {person && <span className={table.quiet}>{person.organisation[language]}</span>}
        {usable && <Says photo={photo} standing={standing} />}
      </td>
      <td className={table.narrow}>
        {person?.picture && (
          <img
            className={styles.thumb}
            src={`app://office/photo/${person.picture}`}
            alt={t('kept', { person: person.latin })}
          />
        )}
      </td>
    </tr>
  );
}

/** By what the person was found, or what the clerk has to see to. */
function Says({ photo: { proposal, person }, standing }: { photo: FolderPhoto; standing: FolderStanding }) {
  const { t } = useTranslation('folder-photos');
  const severalMeant = person === null && proposal.people.length > 1;
  if (standing === 'nobody')
    return (
      <Text fz={13} className={styles.doubt}>
        {severalMeant ? t('several', { count: proposal.people.length }) : t('nobody')}
      </Text>
    );
  if (standing === 'twice' || standing === 'closed')
    return (
      <Text fz={13} className={styles.bad}>
        {t(standing)}
      </Text>
    );
  const replaces = person?.picture != null;
  const chosenByHand = person !== null && person.id !== proposal.people[0]?.id;
  const by = chosenByHand || proposal.by === null ? 'hand' : proposal.by;
  return (
    <Text fz={13} c="dimmed">
      {t(`by.${by}`)}
      {replaces && ` · ${t(standing === 'taken' ? 'replaces' : 'hasPhoto')}`}
    </Text>
  );
}
