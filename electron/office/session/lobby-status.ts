/** What the first screens are told: which office is open or refused, who is signed in, and what this program is. */
import type { LobbyStatus } from '#shared/contract/lobby.ts';
import { samplePassword, sampleStaff } from '../sample/staff.ts';
import type { CurrentOffice } from './current-office.ts';

/** What the current office does not know of itself. */
export type Surroundings = Pick<LobbyStatus, 'runtime' | 'version' | 'offered' | 'officeExists'> & {
  ownFolder: string;
  sampleFolder: string;
};

export function lobbyStatus(current: CurrentOffice, surroundings: Surroundings): LobbyStatus {
  const { ownFolder, sampleFolder, runtime, version, offered, officeExists } = surroundings;
  const door = current.door();
  const sample = current.isSample();
  const refusal = current.refusal();
  return {
    phase: door?.phase() ?? (refusal ? 'refused' : 'choose'),
    operator: door?.operator() ?? null,
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
