/** What the first screens are told: which office is open or refused, who is signed in, and what this program is. */
import type { EntryStatus } from '#shared/contract/entry.ts';
import { samplePassword, sampleStaff } from '../sample/staff.ts';
import type { CurrentOffice } from './current-office.ts';

/** What the current office does not know of itself. */
export type Surroundings = Pick<EntryStatus, 'runtime' | 'version' | 'offered' | 'officeExists'> & {
  ownFolder: string;
  sampleFolder: string;
};

export function entryStatus(current: CurrentOffice, surroundings: Surroundings): EntryStatus {
  const { ownFolder, sampleFolder, runtime, version, offered, officeExists } = surroundings;
  const officeSession = current.officeSession();
  const sample = current.isSample();
  const refusal = current.refusal();
  return {
    phase: officeSession?.phase() ?? (refusal ? 'refused' : 'choose'),
    operator: officeSession?.operator() ?? null,
    trial: sample
      ? { password: samplePassword, logins: sampleStaff.map(({ login, role }) => ({ login, role })) }
      : null,
    sample,
    refusal,
    report: current.office()?.report ?? null,
    runtime,
    folder: sample ? sampleFolder : ownFolder,
    officeExists,
    version,
    offered,
  };
}
