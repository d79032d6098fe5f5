/** Two offices that have worked apart, as the pictures of taking in need them: what each did, step after step. */
import { join } from 'node:path';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import type { AnnexAction } from '#shared/domain/records/decision.ts';
import type { Language, Trilingual } from '#shared/domain/base/primitives.ts';
import type { RunningApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  somePerson,
  someSettings,
  threeTimes,
} from '../support/fictitious.ts';
import { ask } from '../support/office.ts';

const names = [
  ['Umbermoor', 'Selwyn', 'Умбермур', 'Селвин'],
  ['Larchwood', 'Seren', 'Ларчвуд', 'Серен'],
  ['Oakthorpe', 'Elowina', 'Оукторп', 'Элоуина'],
  ['Silverlund', 'Isolford', 'Сильверлунд', 'Изолфорд'],
  ['Fennimore-Ashgrove', 'Marigold', 'Фенимор-Эшгроув', 'Мэриголд'],
] as const;

/** As long as the names of real organisations are. */
const organisationName: Trilingual = {
  ky: 'Сынак өлкөлөрүнүн демократиялык институттар жана адам укуктары боюнча бюросу',
  ru: 'Бюро вымышленных государств по демократическим институтам и правам человека',
  en: 'Office of Made-up States for Democratic Institutions and Human Rights',
};

const fieldsOf = (n: number, photo: ApplicationFields['photo']): ApplicationFields => {
  const [surname, given, cyrillicSurname, cyrillicGiven] = names[n] ?? names[0];
  const cyrillic = { surname: cyrillicSurname, given: cyrillicGiven };
  return {
    ...somePerson(n + 1),
    ...{ photo, names: { latin: { surname, given }, ky: cyrillic, ru: cyrillic, confirmed: true } },
  };
};

const photoOf = ({ page }: RunningApp, n: number) => {
  const portrait = Uint8Array.from(drawPortrait(n, 'unspecified'));
  const crop = { x: 0, y: 0, width: 300, height: 400 };
  return ask(page, 'photo.add', { original: portrait, picture: portrait, crop });
};

export type SharedElection = { electionId: string; organisationId: string; people: string[]; draft: string };

/** The giver's election with its people and a draft decision on the last of them: both offices begin with it. */
export async function prepareElection(giver: RunningApp): Promise<SharedElection> {
  const { page } = giver;
  const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
  const organisation = { ...someOrganisation, name: organisationName };
  const { id: organisationId } = await ask(page, 'organisation.save', {
    id: null,
    fields: organisation,
    correspondence: null,
  });
  const people: string[] = [];
  for (const n of names.keys()) {
    const fields = fieldsOf(n, await photoOf(giver, n));
    people.push((await ask(page, 'application.save', { id: null, electionId, organisationId, fields })).id);
  }
  await ask(page, 'application.markReady', { ids: people });
  const { id: draft } = await ask(page, 'decision.draft', { electionId, fields: someDecision });
  await ask(page, 'decision.extendAnnex', { id: draft, applicationIds: people.slice(4), action: 'accredit' });
  return { electionId, organisationId, people, draft };
}

/** Both change the election, the organisation and one person, each otherwise. */
export async function changeApart(
  giver: RunningApp,
  taker: RunningApp,
  { electionId, organisationId, people }: SharedElection,
): Promise<void> {
  const save = async (
    app: RunningApp,
    portrait: number,
    change: Partial<ApplicationFields>,
    contact: string,
    districts: number,
  ): Promise<void> => {
    const election = { ...someElection, ...{ districts, votingDay: `2025-12-${String(districts - 20)}` } };
    const fields = { ...fieldsOf(0, await photoOf(app, portrait)), ...change };
    const organisation = {
      ...someOrganisation,
      ...{ name: organisationName, short: threeTimes(contact.split(',')[0] ?? ''), contact },
    };
    await ask(app.page, 'election.save', { id: electionId, fields: election });
    await ask(app.page, 'organisation.save', { id: organisationId, fields: organisation, correspondence: null });
    await ask(app.page, 'application.save', { id: people[0] ?? '', electionId, organisationId, fields });
  };
  const interpreter = { ky: 'Котормочу', ru: 'Переводчик', en: 'Interpreter' };
  const theirs = { birthDate: '1981-02-03', position: interpreter, stayFrom: '2025-11-20', stayTo: '2025-11-25' };
  const ours = {
    ...{ birthDate: '1981-03-02', stayFrom: '2025-11-27', stayTo: '2025-12-01' },
    remarks: 'Келген күнү телефон чалып, жашай турган жерин тактоо керек; каты министрликтен кечигип келди.',
  };
  await save(giver, 11, { ...theirs, category: 'interpreter' }, 'MISF, desk of missions, +000 000 00 01', 31);
  await save(taker, 12, ours, 'BVG, missions@example.org', 32);
}

/** Both record a session: the same draft with another date, and decisions on the same people under one number. */
export async function decideApart(
  giver: RunningApp,
  taker: RunningApp,
  { electionId, people, draft }: SharedElection,
): Promise<void> {
  const adopt = async ({ page }: RunningApp, date: string, known: string, refused: readonly string[]) => {
    await ask(page, 'decision.adopt', { id: draft, adoption: { number: '9', date: known } });
    const { id } = await ask(page, 'decision.draft', { electionId, fields: someDecision });
    const applicationIds = people.slice(1, 4);
    await ask(page, 'decision.extendAnnex', { id, applicationIds, action: 'accredit' });
    const refusal: { action: AnnexAction; reason: Trilingual } = {
      action: 'refuse',
      reason: {
        ky: 'Документтер толук эмес',
        ru: 'Документы представлены не полностью',
        en: 'The papers are not complete',
      },
    };
    if (refused.length > 0) await ask(page, 'decision.decideAnnex', { id, applicationIds: [...refused], ...refusal });
    await ask(page, 'decision.adopt', { id, adoption: { number: '10', date } });
  };
  await adopt(giver, '2025-11-12', '2025-10-24', []);
  await adopt(taker, '2025-11-19', '2025-10-25', people.slice(3, 4));
}

/** Nobody gave either computer a series of its own: both give one number. */
export async function numberApart(giver: RunningApp, taker: RunningApp, { people }: SharedElection): Promise<void> {
  const settings = { ...someSettings, clerk: 'Б. Үлгүева' };
  await ask(taker.page, 'office.changeSettings', { settings });
  const reserve = ({ page }: RunningApp, n: number) =>
    ask(page, 'certificate.reserve', { applicationIds: people.slice(n, n + 1), issuedOn: '2025-11-20' });
  await reserve(giver, 1);
  await reserve(taker, 2);
}

/** Hands everybody over to the one office whose key was brought in; answers the bag's folder. */
export async function giveToKey(
  { page, electron }: RunningApp,
  { electionId }: SharedElection,
  stick: string,
  language: Language,
): Promise<string> {
  const { keys } = await ask(page, 'office.signingKeys', {});
  const receiverKey = keys.find(({ from }) => from !== null)?.id ?? null;
  await answerDialogs(electron, { folder: stick });
  await ask(page, 'handover.chooseFolder', { language });
  const { bag } = await ask(page, 'handover.write', {
    ...{ electionId, scope: { kind: 'everything' }, level: 'full', folder: stick, passphrase: null, receiverKey },
    ...{ giver: 'Т. Сынакчы', receiver: 'Ош', languages: [language], job: 'give' },
  });
  return join(stick, bag);
}
