/** A folder of photos: whose each is, proposed by the files' names, seen and settled by the clerk, taken in one change. */
import { Alert, Button, FileButton, Group, Select, Stack, Text } from '@mantine/core';
import { IconFolderOpen, IconPhoto } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mostPhotos } from '#shared/contract/photos.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { Page } from '../../components/Page.tsx';
import { Pager } from '../../components/Pager.tsx';
import { WorkDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import table from '../../components/table.module.css';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { navigate } from '../../base/navigation.tsx';
import { droppedFiles } from './dropped-files.ts';
import { folderStandings, standingsOf, type FolderStanding } from './folder-photo.ts';
import { FolderPhotoRow } from './FolderPhotoRow.tsx';
import { useFolderPhotos } from './use-folder-photos.ts';
import styles from './FolderPhotos.module.css';

const pageLength = 50;
const shows = ['all', ...folderStandings] as const;
type Show = (typeof shows)[number];

export function FolderPhotosScreen({ organisation }: { organisation?: Id | undefined }) {
  const { t } = useTranslation(['folder-photos', 'common']);
  const organisations = useOrganisationChoices();
  const [organisationId, setOrganisationId] = useState<Id | null>(organisation ?? null);
  const work = useFolderPhotos();
  const { photos, working } = work;
  const standings = standingsOf(photos);
  const count = (standing: FolderStanding): number => [...standings.values()].filter((one) => one === standing).length;
  const taken = count('taken');
  const empty = photos.length === 0;
  return (
    <Page
      title={t('title')}
      back={{ screen: 'applications', ...(organisationId ? { organisation: organisationId } : {}) }}
      actions={
        !empty && (
          <>
            <Button variant="default" onClick={work.close}>
              {t('close')}
            </Button>
            <Button disabled={taken === 0 || count('twice') > 0} onClick={() => void work.take()}>
              {t('assign', { count: taken })}
            </Button>
          </>
        )
      }
    >
      <Stack gap="md">
        <RefusalMessage refusal={work.refusal} withFields onClose={work.forgive} />
        {work.given !== null && (
          <Alert color="green" role="status">
            <Group justify="space-between">
              {t('given', { count: work.given })}
              <Button
                variant="default"
                onClick={() =>
                  navigate({
                    screen: 'applications',
                    ...(organisationId ? { organisation: organisationId } : {}),
                    photo: 'without',
                  })
                }
              >
                {t('showWithout')}
              </Button>
            </Group>
          </Alert>
        )}
        {empty ? (
          <Chooser
            organisationId={organisationId}
            organisations={organisations}
            onOrganisation={setOrganisationId}
            onFiles={(files) => void work.look(files, organisationId)}
          />
        ) : (
          <FolderTable work={work} standings={standings} count={count} />
        )}
      </Stack>
      <WorkDialog progress={working} title={working ? t(working.kind) : ''} onCancel={work.cancel} />
    </Page>
  );
}

/** The organisation whose people are meant, and the ways to give the files. */
function Chooser({
  organisationId,
  organisations,
  onOrganisation,
  onFiles,
}: {
  organisationId: Id | null;
  organisations: { value: Id; label: string }[];
  onOrganisation: (organisationId: Id | null) => void;
  onFiles: (files: File[]) => void;
}) {
  const { t } = useTranslation('folder-photos');
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer, mostPhotos).then(onFiles);
  };
  return (
    <>
      <Group align="end" gap="sm">
        <Select
          label={t('organisation')}
          searchable
          clearable
          placeholder={t('everyOrganisation')}
          w={560}
          maw="100%"
          data={organisations}
          value={organisationId}
          onChange={onOrganisation}
        />
        <input
          ref={folder}
          type="file"
          hidden
          multiple
          // A folder is chosen as a whole.
          {...{ webkitdirectory: '' }}
          aria-label={t('chooseFolder')}
          onChange={(event) => onFiles([...(event.currentTarget.files ?? [])])}
        />
        <Button leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => folder.current?.click()}>
          {t('chooseFolder')}
        </Button>
        <FileButton multiple accept="image/*,.heic,.heif" onChange={onFiles}>
          {(props) => (
            <Button variant="default" leftSection={<IconPhoto size={16} aria-hidden />} {...props}>
              {t('chooseFiles')}
            </Button>
          )}
        </FileButton>
      </Group>
      <div
        className={`${styles.drop ?? ''} ${over ? (styles.over ?? '') : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {t('dropHere')}
      </div>
      <Text size="sm" c="dimmed" maw={820}>
        {t('hint')}
      </Text>
    </>
  );
}

function FolderTable({
  work,
  standings,
  count,
}: {
  work: ReturnType<typeof useFolderPhotos>;
  standings: ReadonlyMap<number, FolderStanding>;
  count: (standing: FolderStanding) => number;
}) {
  const { t } = useTranslation('folder-photos');
  const [show, setShow] = useState<Show>('all');
  const [offset, setOffset] = useState(0);
  const { photos } = work;
  const shown = show === 'all' ? photos : photos.filter(({ key }) => standings.get(key) === show);
  // Settling the last file of a page leaves it empty: the page before is shown.
  const from = offset >= shown.length ? Math.max(0, Math.floor((shown.length - 1) / pageLength) * pageLength) : offset;
  const rows = shown.slice(from, from + pageLength);
  return (
    <>
      <Group gap="lg">
        <Select
          aria-label={t('show.label')}
          w={300}
          allowDeselect={false}
          data={shows.map((one) => ({
            value: one,
            label: t('show.option', { what: t(`show.${one}`), count: one === 'all' ? photos.length : count(one) }),
          }))}
          value={show}
          onChange={(chosen) => {
            if (chosen) setShow(chosen);
            setOffset(0);
          }}
        />
        <Pager offset={from} shown={rows.length} total={shown.length} pageLength={pageLength} onMove={setOffset} />
      </Group>
      {rows.length === 0 ? (
        <Text size="sm">{t('noneSuch')}</Text>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('picture')}</th>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('now')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((photo) => (
              <FolderPhotoRow
                key={photo.key}
                photo={photo}
                standing={standings.get(photo.key) ?? 'left'}
                onChange={(change) => work.change(photo.key, change)}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
