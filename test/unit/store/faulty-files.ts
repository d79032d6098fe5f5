/** The real files, with a fault that a test arms: one operation, or every one from then on, fails as a disk would. */
import { nodeFiles } from '../../../electron/office/device/device.ts';
import type { FileHandle, Files } from '../../../electron/office/device/files.ts';

export type Operation = 'append' | 'sync' | 'truncate' | 'openNew' | 'rename' | 'syncFolder' | 'read' | 'openBehind';
export type Fault = {
  operation: Operation;
  /** The system's code: ENOSPC, EIO, … */
  code: string;
  /** Only for files whose path contains this. */
  path?: string;
  /** An append that fails writes this part of its bytes first. */
  part?: number;
  /** Goes on failing; else it fails once. */
  lasting?: boolean;
};

export type FaultyFiles = Files & { arm(...faults: Fault[]): void };

export function faultyFiles(): FaultyFiles {
  let armed: Fault[] = [];
  const due = (operation: Operation, path: string): Fault | undefined => {
    const fault = armed.find((one) => one.operation === operation && path.includes(one.path ?? ''));
    if (fault && !fault.lasting) armed = armed.filter((one) => one !== fault);
    return fault;
  };
  const failed = ({ code, operation }: Fault): Error => Object.assign(new Error(`${code}: ${operation}`), { code });
  const check = (operation: Operation, path: string): void => {
    const fault = due(operation, path);
    if (fault) throw failed(fault);
  };
  const withFaults = (file: FileHandle, path: string): FileHandle => ({
    async append(bytes) {
      const fault = due('append', path);
      if (!fault) return file.append(bytes);
      await file.append(bytes.subarray(0, Math.floor(bytes.length * (fault.part ?? 0))));
      throw failed(fault);
    },
    async sync() {
      check('sync', path);
      await file.sync();
    },
    async truncate(length) {
      check('truncate', path);
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  return {
    ...nodeFiles,
    arm(...faults) {
      armed = faults;
    },
    async openBehind(path, length) {
      check('openBehind', path);
      return withFaults(await nodeFiles.openBehind(path, length), path);
    },
    async openNew(path) {
      check('openNew', path);
      return withFaults(await nodeFiles.openNew(path), path);
    },
    async rename(from, to) {
      check('rename', from);
      await nodeFiles.rename(from, to);
    },
    async syncFolder(path) {
      check('syncFolder', path);
      await nodeFiles.syncFolder(path);
    },
    async read(path) {
      check('read', path);
      return nodeFiles.read(path);
    },
    pieces(path, from, to) {
      check('read', path);
      return nodeFiles.pieces(path, from, to);
    },
  };
}
