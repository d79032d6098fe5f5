/** An office with people accredited on one day, photos and all, none of them with a number yet. */
import { join } from 'node:path';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import type { Compiler } from '../../electron/office/documents/compiler.ts';
import type { Office } from '../../electron/office/office.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { Clock } from '../../electron/office/context/ports.ts';
import { someBody, someDecision, someEvent, somePerson, someSettings } from './fictitious.ts';
import { ask, openTestOffice, type Answers } from './open-office.ts';

export type AccreditedOffice = { office: Office; eventId: string; bodyId: string; people: string[] };

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
  const { id: eventId } = await ask(office, 'event.save', { id: null, fields: someEvent });
  const { id: bodyId } = await ask(office, 'body.save', { id: null, fields: someBody, correspondence: null });
  const people: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const portrait = Uint8Array.from(drawPortrait(n, 'unspecified'));
    const crop = { x: 0, y: 0, width: 300, height: 400 };
    const photo = await ask(office, 'photo.add', { original: portrait, picture: portrait, crop });
    const fields = { ...somePerson(n), photo };
    people.push((await ask(office, 'application.save', { id: null, eventId, bodyId, fields })).id);
  }
  await ask(office, 'application.markReady', { ids: people });
  const { id } = await ask(office, 'decision.draft', { eventId, fields: someDecision });
  await ask(office, 'decision.extendAnnex', { id, applicationIds: people, action: 'accredit' });
  await ask(office, 'decision.adopt', { id, adoption: { number: '1', date: day } });
  return { office, eventId, bodyId, people };
}
