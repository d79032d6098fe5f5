/** A folder of photos being given to people: files looked at one by one, what the clerk says of each, all taken at once. */
import { useEffect, useRef, useState } from 'react';
import { mostPhotos } from '#shared/contract/photos.ts';
import { refuse, type Refusal } from '#shared/domain/base/refusals.ts';
import type { Photo } from '#shared/domain/records/person.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useUnsavedChanges } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { isHidden } from './dropped-files.ts';
import { bytesOf, cutPicture, drawCut, suggestedCut } from './crop-picture.ts';
import { proposed, standingsOf, type FolderPhoto } from './folder-photo.ts';
import { openPicture, warningsOf } from './open-picture.ts';

/** Twice the size it is shown in, for sharp screens. */
const thumbSize = { width: 108, height: 144 };

export type Working = { kind: 'looking' | 'taking'; done: number; total: number };

/** With the folders inside of the chosen one. */
const nameOf = (file: File): string => file.webkitRelativePath.replace(/^[^/]*\//u, '') || file.name;

export function useFolderPhotos() {
  const election = useCurrentElection();
  const [photos, setPhotos] = useState<readonly FolderPhoto[]>([]);
  const [working, setWorking] = useState<Working | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [given, setGiven] = useState<number | null>(null);
  /** What runs; another, or none, once it was cancelled. */
  const run = useRef<object | null>(null);
  useUnsavedChanges(photos.length > 0);
  useEffect(
    () => () => {
      run.current = null;
    },
    [],
  );
  const begin = (): (() => boolean) => {
    const own = {};
    run.current = own;
    setRefusal(null);
    setGiven(null);
    return () => run.current === own;
  };
  const cancel = (): void => {
    run.current = null;
    setWorking(null);
  };
  const stopWith = (reason: Refusal): void => {
    cancel();
    setRefusal(reason);
  };

  const look = async (chosen: readonly File[], organisationId: Id | null): Promise<void> => {
    const goesOn = begin();
    const files = chosen.filter((file) => !isHidden(nameOf(file)));
    if (files.length === 0) {
      stopWith(refuse('photo.noFiles').refusal);
      return;
    }
    if (files.length > mostPhotos) {
      stopWith(refuse('photo.tooManyFiles', { most: mostPhotos }).refusal);
      return;
    }
    files.sort((a, b) => inOrder.compare(nameOf(a), nameOf(b)));
    setWorking({ kind: 'looking', done: 0, total: files.length });
    const proposals = await call('photo.match', {
      electionId: election.id,
      organisationId,
      fileNames: files.map(nameOf),
    });
    if (!goesOn()) return;
    if (!proposals.ok) {
      stopWith(proposals.refusal);
      return;
    }
    const looked: FolderPhoto[] = [];
    for (const [key, file] of files.entries()) {
      const proposal = proposals.value[key] ?? { by: null, people: [], sure: false };
      const seen = await lookAt(file);
      if (!goesOn()) return;
      looked.push({ key, file, name: nameOf(file), proposal, ...seen, ...proposed(proposal) });
      setWorking({ kind: 'looking', done: key + 1, total: files.length });
    }
    setPhotos(withoutRivals(looked));
    setWorking(null);
  };

  const take = async (): Promise<void> => {
    const standings = standingsOf(photos);
    const wanted = photos.filter(({ key }) => standings.get(key) === 'taken');
    const goesOn = begin();
    setWorking({ kind: 'taking', done: 0, total: wanted.length });
    const rows: { id: Id; photo: Photo }[] = [];
    for (const { file, cut, person, name } of wanted) {
      const opened = await openPicture(file);
      if (!goesOn()) return;
      if (!opened.ok || !cut || !person) {
        stopWith(refuse('photo.fileGone', { file: name }).refusal);
        return;
      }
      const picture = await bytesOf(await cutPicture(opened.source, cut));
      opened.source.close();
      const reply = await call('photo.add', { original: opened.original, picture, crop: cut });
      if (!goesOn()) return;
      if (!reply.ok) {
        stopWith(reply.refusal);
        return;
      }
      rows.push({ id: person.id, photo: reply.value });
      setWorking({ kind: 'taking', done: rows.length, total: wanted.length });
    }
    const reply = await call('photo.assign', { rows });
    if (!reply.ok) {
      stopWith(reply.refusal);
      return;
    }
    cancel();
    setPhotos([]);
    setGiven(rows.length);
  };

  return {
    photos,
    working,
    refusal,
    /** How many people were given their photos just now. */
    given,
    look,
    take,
    cancel,
    change: (key: number, change: Partial<FolderPhoto>) =>
      setPhotos((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one))),
    close: () => {
      setPhotos([]);
      setRefusal(null);
    },
    forgive: () => setRefusal(null),
  };
}

/** 2.jpg before 10.jpg. */
const inOrder = new Intl.Collator('und', { numeric: true });

async function lookAt(file: File): Promise<Pick<FolderPhoto, 'thumb' | 'fault' | 'warnings' | 'cut'>> {
  const opened = await openPicture(file);
  if (!opened.ok) return { thumb: null, fault: opened.fault, warnings: [], cut: null };
  const cut = suggestedCut(opened.source);
  const thumb = thumbOf(opened.source, cut);
  const warnings = warningsOf(opened.source, cut);
  opened.source.close();
  return { thumb, fault: null, warnings, cut };
}

/** The cut as it will be seen, as a small picture in an address of its own. */
export const thumbOf = (source: ImageBitmap, cut: Parameters<typeof drawCut>[1]): string =>
  drawCut(source, cut, thumbSize).canvas.toDataURL('image/jpeg', 0.8);

/** Two files that are both surely one person's: the clerk looks which. */
function withoutRivals(photos: FolderPhoto[]): FolderPhoto[] {
  const standings = standingsOf(photos);
  return photos.map((photo) => (standings.get(photo.key) === 'twice' ? { ...photo, taken: false } : photo));
}
