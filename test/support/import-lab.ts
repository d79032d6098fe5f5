/** An office with one organisation, into which a test file takes tables as the import screen does. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ImportChange, ImportPreview, ImportRow } from '#shared/contract/exchange.ts';
import type { Application } from '#shared/domain/records/application.ts';
import type { Office } from '../../electron/office/office.ts';
import { someOrganisation, someElection, someSettings } from './fictitious.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from './open-office.ts';

export const job = 'job-1';
type Show = 'all' | 'open' | 'alike' | 'skipped';

/** Called once, at the top of a test file: the office is opened before its tests and closed after them. */
export function importLab() {
  const compiler = testCompiler();
  const answers = noAnswers();
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  let office: Office;
  let electionId: string;
  let organisationId: string;

  beforeAll(async () => {
    place = await temporaryFolder();
    office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-11-10'), answers);
    await office.execute({ type: 'office.establish', settings: someSettings, sample: true });
    electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
    organisationId = (
      await ask(office, 'organisation.save', { id: null, fields: someOrganisation, correspondence: null })
    ).id;
  });
  afterAll(async () => {
    await office.close();
    await compiler.close();
    await place.remove();
  });

  const rowsShown = async (preview: ImportPreview | null, show: Show = 'all'): Promise<ImportRow[]> =>
    (await ask(office, 'import.rows', { importId: preview?.importId ?? '', show, offset: 0, limit: 100 })).rows;
  return {
    answers,
    office: (): Office => office,
    electionId: (): string => electionId,
    /** A path beside the office. */
    beside: (name: string): string => join(place.folder, name),
    /** The file that the dialog answers from now on. */
    async fileOf(name: string, content: string | Uint8Array): Promise<void> {
      answers.openFile = join(place.folder, name);
      await writeFile(answers.openFile, content);
    },
    choose: (): Promise<ImportPreview | null> =>
      ask(office, 'import.choose', { electionId, organisationId, language: 'ru', job }),
    /** The code with which the file is refused. */
    refusedFile: async (): Promise<string> =>
      (await refusalOf(office, 'import.choose', { electionId, organisationId, language: 'ky', job })).code,
    rowsShown,
    adjust: (preview: ImportPreview | null, change: ImportChange): Promise<ImportPreview> =>
      ask(office, 'import.adjust', { importId: preview?.importId ?? '', change, job }),
    commit: (preview: ImportPreview | null): Promise<{ id: string; count: number }> =>
      ask(office, 'import.commit', { importId: preview?.importId ?? '', job }),
    /** The bad cells of the open rows, as `E2 field.date`. */
    badCells: async (preview: ImportPreview | null): Promise<string[]> =>
      (await rowsShown(preview, 'open')).flatMap(({ faults }) =>
        faults.map(({ row, column, code }) => `${column}${String(row)} ${code}`),
      ),
    /** The application with the highest number. */
    newest: (): Application | undefined =>
      [...office.state().applications.values()].sort((a, b) => b.number - a.number)[0],
    /** How many there are. */
    people: (): number => office.state().applications.size,
  };
}
