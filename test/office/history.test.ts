import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import { emptyApplicationFields } from '#shared/domain/records/application.ts';
import { emptyCorrespondence } from '#shared/domain/records/organisation.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { changesBetween } from '../../electron/office/history/changes.ts';
import { i18n } from '../../renderer/base/i18n.ts';
import { wordChange, wordFact } from '../../renderer/components/history-words.ts';
import { someOrganisation, someDecision, somePerson } from '../support/fictitious.ts';
import { ask, openTestOffice, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;

/** An office of version 1 in which everything that can happen has happened once. */
beforeAll(async () => {
  place = await temporaryFolder();
  await copyFile(join(import.meta.dirname, 'schema-1', 'journal.bytes'), join(place.folder, 'journal.jsonl'));
  office = await openTestOffice(place.folder, compiler, standingClock('2025-12-21'));
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const typesOf = async (kind: 'application' | 'organisation' | 'decision', id: string) =>
  (await ask(office, 'history.of', { kind, id })).flatMap(({ facts }) => facts.map(({ type }) => type));

describe('the history of a record', () => {
  it('tells a person’s way from the register to the returned certificate, with who and when', async () => {
    const entries = await ask(office, 'history.of', { kind: 'application', id: 'person1' });
    expect(entries.flatMap(({ facts }) => facts.map(({ type }) => type))).toEqual([
      'application.registered',
      'application.changed',
      'application.received',
      'application.ready',
      'decision.annexExtended',
      'decision.adopted',
      'certificate.reserved',
      'certificate.printed',
      'certificate.issued',
      'certificate.returned',
    ]);
    expect(entries.every(({ who }) => who === 'Б. Сынакчы')).toBe(true);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).sort((a, b) => a - b));
    const changed = entries.flatMap(({ facts }) => facts).find(({ type }) => type === 'application.changed');
    expect(changed?.changes).toEqual([{ field: 'remarks', language: null, from: '', to: 'Текшерилди' }]);
  });

  it('tells refusal, withdrawal, sending back, verdicts, loss, replacement and revocation of whom they concern alone', async () => {
    expect(await typesOf('application', 'person4')).toContain('application.duplicateSettled');
    expect(await typesOf('application', 'person5')).toContain('decision.annexReduced');
    expect(await typesOf('application', 'person6')).toContain('application.withdrawn');
    expect(await typesOf('application', 'person7')).toContain('application.sentBack');
    expect((await typesOf('application', 'person2')).filter((type) => type === 'certificate.reserved')).toHaveLength(2);
    const last = (await ask(office, 'history.of', { kind: 'application', id: 'person3' })).at(-1)?.facts[0];
    expect(last).toMatchObject({ type: 'decision.adopted', params: { action: 'revoke', number: '18' } });
    expect(await typesOf('application', 'nobody')).toEqual([]);
  });

  it('tells of an organisation and of a decision what concerns them, and not what their people did', async () => {
    expect(await typesOf('organisation', 'body1')).toEqual([
      'organisation.registered',
      'organisation.correspondenceRecorded',
      'organisation.changed',
    ]);
    const [, letters, changed] = (await ask(office, 'history.of', { kind: 'organisation', id: 'body1' })).flatMap(
      ({ facts }) => facts,
    );
    expect(letters?.changes.map(({ field }) => field)).toEqual(['invitedBy', 'headOfMission']);
    expect(changed?.changes).toEqual([{ field: 'contact', language: null, from: '', to: 'Бишкек' }]);
    expect(await typesOf('decision', 'decision1')).toEqual([
      'decision.drafted',
      'decision.changed',
      'decision.annexExtended.many',
      'decision.annexReduced.many',
      'decision.annexDecided.many',
      'decision.annexOrdered',
      'decision.adopted.many',
    ]);
  });

  it('follows what happens now, and a draft thrown away with a person on its annex', async () => {
    const electionId = 'event1';
    const saved = await ask(office, 'application.save', {
      id: null,
      electionId,
      organisationId: 'body1',
      fields: { ...somePerson(40), photo: null },
    });
    await ask(office, 'application.save', {
      id: saved.id,
      electionId,
      organisationId: 'body1',
      fields: somePerson(40),
    });
    await ask(office, 'application.markReady', { ids: [saved.id] });
    const draft = await ask(office, 'decision.draft', { electionId, fields: someDecision });
    await ask(office, 'decision.extendAnnex', { id: draft.id, applicationIds: [saved.id], action: 'accredit' });
    await ask(office, 'decision.discard', { id: draft.id });
    expect((await typesOf('application', saved.id)).slice(-2)).toEqual([
      'decision.annexExtended',
      'decision.discarded',
    ]);
    const [, second] = await ask(office, 'history.of', { kind: 'application', id: saved.id });
    expect(second?.facts[0]?.changes).toEqual([{ field: 'photo', language: null, from: null, to: 'photo' }]);
  });

  it.each(languages)('has words for everything that can have happened, in %s', async (language) => {
    await i18n.changeLanguage(language);
    const state = office.state();
    const records = [
      ...[...state.applications.keys()].map((id) => ({ kind: 'application' as const, id })),
      ...[...state.organisations.keys()].map((id) => ({ kind: 'organisation' as const, id })),
      ...[...state.decisions.keys()].map((id) => ({ kind: 'decision' as const, id })),
    ];
    for (const record of records) {
      for (const { facts } of await ask(office, 'history.of', record)) {
        for (const fact of facts) {
          const lines = [wordFact(fact, language), ...fact.changes.map((change) => wordChange(change, language))];
          for (const line of lines) expect(line, fact.type).not.toMatch(/\{\{|fact\.|field\.|[a-z]+:[a-z]/u);
        }
      }
    }
  });

  it.each(languages)('has a name for every field that can change, in %s', async (language) => {
    await i18n.changeLanguage(language);
    const all = [
      ...changesBetween({}, { ...emptyApplicationFields, ...somePerson(1), organisation: someOrganisation.name }),
      ...changesBetween({}, { ...someOrganisation, formerNames: [{ until: '2000', name: someOrganisation.name }] }),
      ...changesBetween({}, emptyCorrespondence),
      ...changesBetween({}, someDecision),
    ];
    for (const change of changesBetween({}, {}).concat(all)) {
      const words = wordChange(change, language);
      expect(words, change.field).not.toMatch(/field\.|\{\{|history:/u);
    }
    const paths = all.map(({ field }) => field);
    expect(paths).toEqual(expect.arrayContaining(['names.ky.given', 'document.expiry', 'signatories', 'formerNames']));
  });
});
