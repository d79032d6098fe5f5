/** An office with people accredited on one day, photos and all, none of them with a number yet. */
import { join } from 'node:path';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import type { Compiler } from '../../electron/office/documents/compiler.ts';
import type { Office } from '../../electron/office/office.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { Clock } from '../../electron/office/context/ports.ts';
import { someOrganisation, someDecision, someElection, somePerson, someSettings } from './fictitious.ts';
import { ask, openTestOffice, type Answers } from './open-office.ts';

export type AccreditedOffice = { office: Office; electionId: string; organisationId: string; people: string[] };

/** Executes what must be accepted. */
export async function must(office: Office, command: Command): Promise<void> {
  const outcome = await office.execute(command);
  if (!outcome.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(outcome.refusal)}`);
}

export async function accreditedOffice(
  folder: string,
  {
    compiler,
    clock,
    day,
    count,
    answers,
    officeKey,
  }: { compiler: Compiler; clock: Clock; day: string; count: number; answers?: Answers; officeKey?: OfficeKey },
): Promise<AccreditedOffice> {
  const office = await openTestOffice(join(folder, 'office'), compiler, clock, answers, officeKey);
  await must(office, { type: 'office.establish', settings: someSettings, sample: false });
  const { id: electionId } = await ask(office, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(office, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  const people: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const portrait = Uint8Array.from(drawPortrait(n, 'unspecified'));
    const crop = { x: 0, y: 0, width: 300, height: 400 };
    const photo = await ask(office, 'photo.add', { original: portrait, picture: portrait, crop });
    const fields = { ...somePerson(n), photo };
    people.push((await ask(office, 'application.save', { id: null, electionId, organisationId, fields })).id);
  }
  await ask(office, 'application.markReady', { ids: people });
  const { id } = await ask(office, 'decision.draft', { electionId, fields: someDecision });
  await ask(office, 'decision.extendAnnex', { id, applicationIds: people, action: 'accredit' });
  await ask(office, 'decision.adopt', { id, adoption: { number: '1', date: day } });
  return { office, electionId, organisationId, people };
}
