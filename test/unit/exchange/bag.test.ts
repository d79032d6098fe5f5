import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plannedFiles } from '../../../electron/office/exchange/handover-files.ts';
import { backupName, officeFolder, wholeName } from '../../../electron/office/backup/backup-format.ts';
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { disk, writeBag, type BagDevice, type BagFile, type WriteBag } from '../../../electron/office/exchange/bag.ts';

let stick: string;
beforeEach(async () => {
  stick = await mkdtemp(join(tmpdir(), 'stick-'));
});
afterEach(() => rm(stick, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const someFiles: BagFile[] = [
  { path: 'totals.csv', bytes: bytes('a;b\r\n') },
  { path: 'lists/badge-list.json', bytes: bytes('{}') },
  { path: 'handover-act.pdf', bytes: new Uint8Array(70_000).fill(7) },
];

const job = (change: Partial<WriteBag> = {}): WriteBag => ({
  folder: stick,
  name: 'handover-001',
  files: someFiles,
  info: { 'Bagging-Date': '2025-11-20', 'Source-Organization': 'Sample\r\nContact-Name: somebody else' },
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...change,
});

const failing = (code: string, at: number, call: keyof BagDevice): BagDevice => {
  let calls = 0;
  const fault = Object.assign(new Error(code), { code });
  return {
    ...disk,
    [call]: (...args: unknown[]) => {
      calls += 1;
      if (calls === at) return Promise.reject(fault);
      return (disk[call] as (...given: unknown[]) => Promise<unknown>)(...args);
    },
  };
};

const looksWhole = async (): Promise<string[]> => {
  const names = await readdir(stick);
  return names.filter((name) => !name.endsWith('.partial'));
};

describe('a bag on a stick', () => {
  it('does not stay when the register could not enter it, and is entered when it stands whole', async () => {
    const refused = await writeBag(job({ record: () => Promise.resolve(refuse('store.diskFull')) }));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'store.diskFull' } });
    expect(await readdir(stick)).toEqual([]);
    let stood: string[] = [];
    const record = async ({ files }: { files: unknown[] }) => {
      expect(files).toHaveLength(someFiles.length);
      stood = await readdir(stick);
      return done({});
    };
    expect((await writeBag(job({ record }))).ok).toBe(true);
    expect(stood).toEqual(['handover-001']);
  });

  it('is a BagIt bag whose manifests hold for every file', async () => {
    const written = await writeBag(job());
    expect(written.ok).toBe(true);
    const root = join(stick, 'handover-001');
    expect(await readFile(join(root, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      const lines = (await readFile(join(root, name), 'utf8')).trimEnd().split('\n');
      for (const line of lines) {
        const [hash, path] = line.split('  ') as [string, string];
        const content = await readFile(join(root, path));
        expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
      }
    }
    const info = await readFile(join(root, 'bag-info.txt'), 'utf8');
    expect(info).toContain('Payload-Oxum: 70007.3\n');
    expect(/^Contact-Name/mu.exec(info), 'a line break in a value starts no other tag').toBeNull();
  });

  it('tells how far it has come, up to the end', async () => {
    const steps: number[] = [];
    await writeBag(job({ onProgress: (done, total) => steps.push(done / total) }));
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it('never touches a bag of the same name that is already there', async () => {
    await mkdir(join(stick, 'handover-001'));
    await writeFile(join(stick, 'handover-001', 'kept.txt'), 'kept');
    const written = await writeBag(job());
    expect(written).toMatchObject({ ok: false, refusal: { code: 'handover.exists' } });
    expect(await readFile(join(stick, 'handover-001', 'kept.txt'), 'utf8')).toBe('kept');
  });

  const faults = {
    ENOSPC: 'handover.diskFull',
    EIO: 'handover.stickGone',
    EROFS: 'handover.readOnly',
    EFBIG: 'handover.fileTooLarge',
    EMFILE: 'handover.writeFailed',
  };
  it.each(Object.entries(faults))(
    'ends in a clear refusal and no whole-looking bag after %s at any write',
    async (code, refusal) => {
      for (let at = 1; at <= someFiles.length + 4; at += 1) {
        const written = await writeBag(job({ device: failing(code, at, 'write') }));
        expect(written).toMatchObject({ ok: false, refusal: { code: refusal } });
        expect(await looksWhole()).toEqual([]);
      }
    },
  );

  it.each(['makeFolder', 'read', 'rename'] as const)('survives a stick that vanishes at %s', async (call) => {
    const written = await writeBag(job({ device: failing('ENOENT', 1, call) }));
    expect(written).toMatchObject({ ok: false, refusal: { code: 'handover.stickGone' } });
    expect(await looksWhole()).toEqual([]);
  });

  it('leaves nothing whole when the stick cannot even be cleaned up', async () => {
    const device: BagDevice = { ...failing('EIO', 2, 'write'), remove: () => Promise.resolve() };
    await writeBag(job({ device }));
    expect(await looksWhole()).toEqual([]);
  });

  it('is refused when one byte reads back differently, whichever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), fc.nat(100_000), async (file, offset) => {
        let reads = 0;
        const device: BagDevice = {
          ...disk,
          read: async (path) => {
            const content = Uint8Array.from(await disk.read(path));
            reads += 1;
            if (reads - 1 === file) content[offset % content.length] = (content[offset % content.length] ?? 0) ^ 1;
            return content;
          },
        };
        const written = await writeBag(job({ device }));
        expect(written).toMatchObject({ ok: false, refusal: { code: 'handover.verifyFailed' } });
        expect(await looksWhole()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('can be cancelled at any step and leaves nothing behind', async () => {
    for (let after = 1; after <= 6; after += 1) {
      const controller = new AbortController();
      let steps = 0;
      const written = await writeBag(
        job({
          signal: controller.signal,
          onProgress: () => {
            steps += 1;
            if (steps === after) controller.abort();
          },
        }),
      );
      if (written.ok) continue;
      expect(written.refusal.code).toBe('job.cancelled');
      expect(await readdir(stick)).toEqual([]);
    }
  });
});

describe('names on a stick', () => {
  /** Of FAT and exFAT: ASCII, no reserved name, no dot or blank at the end, and none twice in another case. */
  const isSafe = (name: string): boolean =>
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u.test(name) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) &&
    !name.endsWith('.');

  it('of every level and of backups are such that FAT and exFAT hold them', () => {
    for (const level of ['public', 'badge-list', 'full'] as const) {
      const names = plannedFiles(level, { withVerifier: true });
      expect(names.filter((name) => !isSafe(name))).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0) }), fc.nat(1e9), (at, seq) => {
        const name = backupName(at.toISOString().replace(/^\+\d{6}/u, '9999'), seq);
        expect(isSafe(name) && wholeName.test(name)).toBe(true);
      }),
    );
    const hash = 'a'.repeat(64);
    expect(
      officeFolder('/stick', hash)
        .split('/')
        .slice(2)
        .filter((name) => !isSafe(name)),
    ).toEqual([]);
  });
});
