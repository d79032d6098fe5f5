/** The people of the sample office, one of each role. They do not exist, and their password is on the screen. */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { rolesFor } from '#shared/domain/rules/command-roles.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { Actor, Role } from '#shared/domain/records/operator.ts';
import { nodeFiles } from '../device/device.ts';
import type { Office } from '../office.ts';
import { createKeyring } from '../access/keyring.ts';

export const samplePassword = 'sample-2025';

export const sampleStaff: readonly (Actor & { login: string })[] = [
  { id: 'sample-head', name: 'Н. Мисалова', login: 'head', role: 'head' },
  { id: 'sample-secretary', name: 'С. Сынакова', login: 'secretary', role: 'secretary' },
  { id: 'sample-clerk', name: 'Т. Текшерова', login: 'clerk', role: 'clerk' },
  { id: 'sample-auditor', name: 'К. Көзөмөлов', login: 'auditor', role: 'auditor' },
];
const [head, ...others] = sampleStaff as readonly [(typeof sampleStaff)[number], ...(typeof sampleStaff)[number][]];
export const sampleHead = head;

/** Light, for the password is known to everybody. */
export const sampleCost = { N: 2 ** 12, r: 8, p: 1 };

/** Who in the sample would ask for such a thing: the least of those who may. */
export function sampleActor(command: Command): Actor {
  const needed: readonly Role[] = rolesFor(command);
  const actor = sampleStaff.find(({ role }) => role === needed[0]) ?? head;
  return { id: actor.id, name: actor.name, role: actor.role };
}

export const asHead: Actor = { id: head.id, name: head.name, role: head.role };

/** Takes in the others, after the head. */
export async function addStaff(office: Office): Promise<Outcome<null>> {
  for (const { id, name, login, role } of others) {
    const added = await office.execute({ type: 'operator.add', id, fields: { name, login, role } }, asHead);
    if (!added.ok) return added;
  }
  return done(null);
}

/** Gives the staff their passwords. */
export async function lockSample(folder: string): Promise<Outcome<null>> {
  const of = ({ id, login }: (typeof sampleStaff)[number]) => ({ operatorId: id, login, password: samplePassword });
  const made = await createKeyring(folder, nodeFiles, of(head), { cost: sampleCost });
  if (!made.ok) return made;
  const { keyring, officeKey } = made.value;
  for (const operator of others) {
    const set = await keyring.setPassword(officeKey, of(operator));
    if (!set.ok) return set;
  }
  return done(null);
}

/** A sample made before there were operators. */
export async function staffOldSample(folder: string, office: Office): Promise<Outcome<null>> {
  if (!office.state().sample) return refuse('office.notEstablished');
  if (office.state().operators.isEmpty()) {
    const { id, name, login } = head;
    const added = await office.execute({ type: 'operator.addFirst', id, name, login }, asHead);
    if (!added.ok) return added;
    const staffed = await addStaff(office);
    if (!staffed.ok) return staffed;
  }
  return lockSample(folder);
}
