/** How the offices of a laptop are opened: one's own encrypted under its key, the sample and one of before passwords plain. */
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Notice } from '#shared/contract/index.ts';
import { encryptOffice } from '../access/encrypt-office.ts';
import { openOffice, type Office } from '../office.ts';
import { noPasswords, type Passwords } from '../operators/passwords.ts';
import { systemClock, type Clock, type Ports } from '../context/ports.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import type { Compiler } from '../documents/compiler.ts';
import type { BackupDevice } from '../device/device.ts';

export type OpenerOptions = {
  ports: Ports;
  compiler: Compiler;
  device: BackupDevice;
  onNotice: (notice: Notice) => void;
  clock?: Clock;
  spreadsheetWorkerFile?: string;
  passphraseWorkFactor?: number;
};

type Open = (folder: string, officeKey: OfficeKey | null, passwords?: Passwords) => Promise<Outcome<Office>>;

export type OfficeOpener = {
  /** As it stands there: encrypted with a key, plain with none. */
  open: Open;
  /** The office of one's own, encrypted before anybody works in it; until it has a head, nobody has a key. */
  openOwn: Open;
};

export function officeOpener(options: OpenerOptions): OfficeOpener {
  const { ports, compiler, device, onNotice, clock, spreadsheetWorkerFile, passphraseWorkFactor } = options;
  const open: Open = (folder, officeKey, passwords = noPasswords) =>
    openOffice({
      ...{ folder, ports, compiler, device, passwords, onNotice },
      ...(officeKey && { officeKey }),
      ...(clock && { clock }),
      ...(spreadsheetWorkerFile && { spreadsheetWorkerFile }),
      ...(passphraseWorkFactor !== undefined && { passphraseWorkFactor }),
    });
  return {
    open,
    async openOwn(folder, officeKey, passwords) {
      const now = () => (clock ?? systemClock).now();
      const encrypted = officeKey ? await encryptOffice({ own: folder, officeKey, now, files: device }) : null;
      if (encrypted && !encrypted.ok) return encrypted;
      const opened = await open(folder, officeKey, passwords);
      const tornTail = encrypted?.value.tornTail ?? null;
      if (!opened.ok || tornTail === null) return opened;
      return done({ ...opened.value, report: { ...opened.value.report, tornTail } });
    },
  };
}
