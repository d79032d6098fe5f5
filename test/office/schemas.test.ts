import { copyFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signingKeyName } from '../../electron/office/access/signing-key.ts';
import { recordsOfState } from '../../electron/office/store/state-records.ts';
import { sumOfText } from '../../electron/office/store/checksum.ts';
import { isAsAdopted } from '#shared/domain/rules/decision-content.ts';
import { nameOfDecision } from '#shared/domain/merge/conflict-answers.ts';
import type { Decision } from '#shared/domain/records/decision.ts';
import { recordShapes } from '../../electron/office/store/record-shapes.ts';
import { designFile, readDesignFile } from '../../electron/office/exchange/design-file.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { checkDesign, fieldsOf } from '#shared/domain/design/rules.ts';
import { designId, faces } from '#shared/domain/records/design.ts';
import { must } from '../support/accredited-office.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';

/** One folder for every version that ever landed, each with at least one event of every kind the version knew. */
const versions = (await readdir(import.meta.dirname)).filter((name) => name.startsWith('schema-'));
const compiler = testCompiler();
afterAll(() => compiler.close());

describe.each(versions)('an office that %s wrote', (version) => {
  let key: Buffer | null = null;
  const opened = async (withSnapshot: boolean) => {
    const { folder, remove } = await temporaryFolder();
    try {
      for (const name of withSnapshot ? ['journal.jsonl', 'snapshot.json'] : ['journal.jsonl']) {
        const bytes = `${name.split('.')[0] ?? ''}.bytes`;
        await copyFile(join(import.meta.dirname, version, bytes), join(folder, name));
      }
      // An office of before gets a key at this opening: the same one each time, so that the registers can be compared.
      if (key) await writeFile(join(folder, signingKeyName), key);
      const office = await openTestOffice(folder, compiler, standingClock('2025-12-21'));
      const { snapshotRebuilt } = office.report;
      // Each folder's laptop has a name of its own.
      const kept = [...recordsOfState(office.state())].filter(([collection]) => collection !== 'replicaId');
      const records = JSON.parse(JSON.stringify(kept)) as [string, unknown][];
      await office.close();
      key = await readFile(join(folder, signingKeyName));
      await rm(folder, { recursive: true });
      return { snapshotRebuilt, records };
    } finally {
      await remove();
    }
  };

  it('opens with the same register from its snapshot and from its journal alone', async () => {
    const [fromSnapshot, fromJournal] = [await opened(true), await opened(false)];
    expect(fromSnapshot.snapshotRebuilt).toBe(false);
    expect(fromJournal.snapshotRebuilt).toBe(true);
    expect(fromSnapshot.records).toEqual(fromJournal.records);
  });

  it('has adopted decisions that fit the checksums they were adopted with', async () => {
    const records = (await opened(true)).records;
    const decisions = records.flatMap(([collection, record]) =>
      collection === 'decisions' ? [record as Decision] : [],
    );
    const adopted = decisions.filter(({ status }) => status === 'adopted');
    expect(adopted.length).toBeGreaterThan(0);
    for (const decision of adopted) expect(isAsAdopted(decision, sumOfText), nameOfDecision(decision)).toBe(true);
  });

  it('has designs that know every field of today, and can be saved and carried in a file as they are', async () => {
    const { folder, remove } = await temporaryFolder();
    try {
      await copyFile(join(import.meta.dirname, version, 'journal.bytes'), join(folder, 'journal.jsonl'));
      const answers = noAnswers();
      const office = await openTestOffice(folder, compiler, standingClock('2025-12-21'), answers);
      const { design, version: inForce } = await ask(office, 'design.current', {});
      for (const face of faces) {
        expect(new Set(design.faces[face].fields.map(({ field }) => field))).toEqual(new Set(fieldsOf(face)));
      }
      expect(checkDesign(design)).toEqual([]);
      await must(office, { type: 'office.changeDesign', design });
      expect((await ask(office, 'design.current', {})).version).toBe(inForce);
      // As the older program wrote its file: with the fields that it knew.
      const recorded = office.state().designs.get(designId(inForce))?.design ?? defaultDesign;
      const read = readDesignFile(designFile({ design: { ...recorded, emblem: null }, emblem: null }));
      expect(read).toMatchObject({ ok: true, value: { design: { ...design, emblem: null } } });
      await office.close();
    } finally {
      await remove();
    }
  });

  it('has records that are whole in today’s shape', async () => {
    for (const [collection, record] of (await opened(true)).records) {
      expect(recordShapes[collection]?.parse(record) ?? record, collection).toEqual(record);
    }
  });
});
