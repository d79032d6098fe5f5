import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import { locales } from '#locales/index.ts';
import { i18n } from '../../renderer/base/i18n.ts';
import { wordFact } from '../../renderer/components/history-words.ts';
import type { EditableRequest } from '#shared/contract/documents.ts';
import { emptyCorrespondence } from '#shared/domain/records/organisation.ts';
import { defaultChecklist, type AskedPaper } from '#shared/domain/records/checklist.ts';
import { languages, type Id, type Language } from '#shared/domain/base/primitives.ts';
import { readDocx } from '../support/docx.ts';
import {
  someOrganisation,
  someElection,
  someHead,
  somePerson,
  someSettings,
  threeTimes,
} from '../support/fictitious.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: Id;
const organisations: Id[] = [];
const person = (n: number): Id => `person-${String(n)}`;
const application = (n: number) => office.state().applications.get(person(n)) ?? expect.fail('no such application');
const surname = (n: number): string => somePerson(n).names.latin.surname;

const certificateOfHealth: AskedPaper = {
  id: 'health',
  name: { ky: 'Ден соолук жөнүндө маалымкат', ru: 'Справка о здоровье', en: 'Health certificate' },
  demand: 'required',
  categories: ['long-term'],
  organisationKinds: [],
};

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-11-10'), answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: true });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  for (const name of ['Биринчи уюм', 'Экинчи уюм']) {
    const fields = {
      ...emptyCorrespondence,
      letter: { number: 'S-77', date: '2025-10-06' },
      headOfMission: 'Ash Berg',
    };
    const correspondence = { electionId, fields };
    const organisation = { ...someOrganisation, name: threeTimes(name) };
    organisations.push((await ask(office, 'organisation.save', { id: null, fields: organisation, correspondence })).id);
  }
  for (let n = 1; n <= 12; n += 1) {
    const organisationId = organisations[n % 2] ?? '';
    await office.execute({
      type: 'application.save',
      id: person(n),
      electionId,
      organisationId,
      fields: somePerson(n),
    });
  }
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

async function pdf(request: EditableRequest, chosen: readonly Language[] = languages): Promise<string> {
  const asked = { request, languages: [...chosen], record: false, job: 'job' };
  const { token } = await ask(office, 'document.render', asked);
  answers.saveFile = join(place.folder, 'letter.pdf');
  await ask(office, 'document.save', { token, language: 'ky' });
  return (await pdfText(answers.saveFile))
    .join(' ')
    .replace(/[\u00ad\u200b]|(?<!\d)-\n/gu, '')
    .replace(/\s+/gu, ' ');
}

describe('the papers asked for', () => {
  it('keep an application from being ready as long as a required one is missing, and name it', async () => {
    const checklist = [...defaultChecklist, certificateOfHealth];
    await ask(office, 'office.changeSettings', { settings: { ...someSettings, checklist } });
    const save = (papers: string[], category: 'long-term' | 'short-term') =>
      ask(office, 'application.save', {
        id: person(1),
        electionId,
        organisationId: organisations[1] ?? '',
        fields: {
          ...somePerson(1),
          category,
          papers,
          paperDays: papers.includes('health') ? { health: '2025-11-09' } : {},
        },
      });
    await save(['passport-copy'], 'long-term');
    const refusal = await refusalOf(office, 'application.markReady', { ids: [person(1)] });
    expect(refusal.code).toBe('application.notComplete');
    expect(refusal.fields).toEqual([
      { path: 'papers.health', code: 'field.required', params: certificateOfHealth.name },
    ]);
    await save(['passport-copy'], 'short-term');
    await ask(office, 'application.markReady', { ids: [person(1)] });
    await save(['passport-copy', 'health'], 'long-term');
    await ask(office, 'application.markReady', { ids: [person(1)] });
    expect(application(1)).toMatchObject({ status: 'ready', paperDays: { health: '2025-11-09' } });
  });

  it('are not forgotten while an application has come with them, and do not come in the future', async () => {
    expect((await refusalOf(office, 'office.changeSettings', { settings: someSettings })).code).toBe(
      'office.paperInUse',
    );
    const off = [...defaultChecklist, { ...certificateOfHealth, demand: 'off' as const }];
    await ask(office, 'office.changeSettings', { settings: { ...someSettings, checklist: off } });
    const fields = { ...somePerson(1), paperDays: { 'passport-copy': '2025-11-11' } };
    const refusal = await refusalOf(office, 'application.save', {
      id: person(1),
      electionId,
      organisationId: organisations[1] ?? '',
      fields,
    });
    expect(refusal.fields).toEqual([{ path: 'paperDays.passport-copy', code: 'field.inFuture' }]);
  });

  it('need a name in three languages, unless the program has words for them', async () => {
    const unnamed = { ...certificateOfHealth, name: { ky: 'Маалымкат', ru: '', en: '' } };
    const settings = { ...someSettings, checklist: [...defaultChecklist, unnamed] };
    expect((await refusalOf(office, 'office.changeSettings', { settings })).fields).toEqual([
      { path: 'checklist.4.name', code: 'field.threeLanguages' },
    ]);
  });

  it('tell who called the application ready, and when', () => {
    expect(application(1).prepared).toMatchObject({ clerk: someHead.name });
  });
});

describe('the letter about what is missing', () => {
  beforeAll(async () => {
    await ask(office, 'application.sendBack', {
      id: person(2),
      missing: ['кол коюлган барак'],
      faults: [
        { path: 'papers.passport-copy', code: 'field.required' },
        { path: 'papers.health', code: 'field.required', params: certificateOfHealth.name },
        { path: 'document.expiry', code: 'field.expired', params: { day: '2025-11-30' } },
      ],
    });
    await ask(office, 'application.sendBack', { id: person(4), missing: ['сүрөт'] });
    await ask(office, 'application.sendBack', { id: person(3), missing: ['сүрөт'] });
  });
  const request = (applicationIds: Id[] | null, by: string | null = '2025-11-15') => ({
    kind: 'incomplete-letter' as const,
    electionId,
    organisationId: organisations[0] ?? '',
    applicationIds,
    by,
  });

  it('names everybody of the organisation with what is missing, in the words of each language, with the day to send it by', async () => {
    for (const language of languages) {
      const text = await pdf(request(null), [language]);
      const { domain, errors, intake } = locales[language];
      const passport = domain.paper['passport-copy'];
      expect(text).toContain(passport);
      expect(text).toContain(certificateOfHealth.name[language]);
      expect(text).toContain(errors.field.expired.replace('{{day}}', '30.11.2025'));
      expect(text).toContain(intake.letter.by.replace('{{date}}', '15.11.2025'));
      expect(text).toContain('Ash Berg');
      expect(text).toContain('S-77');
      for (const n of [2, 4]) expect(text).toContain(surname(n));
      expect(text).not.toContain(surname(3));
    }
  });

  it('is about the one person it was asked for, and begs for haste where no day is named', async () => {
    const text = await pdf(request([person(4)], null));
    expect(text).toContain(surname(4));
    expect(text).not.toContain(surname(2));
    for (const language of languages) expect(text).toContain(locales[language].intake.letter.soon);
  });

  it('is a DOCX with the very words of the printed one', async () => {
    answers.saveFile = join(place.folder, 'letter.docx');
    await ask(office, 'document.saveDocx', { request: request(null), languages: [...languages], language: 'ky' });
    const file = await readDocx(answers.saveFile);
    expect(file.sections).toBe(3);
    for (const language of languages) {
      const { intake } = locales[language];
      expect(file.paragraphs).toContain(intake.letter.subject);
      expect(file.paragraphs).toContain(intake.letter.by.replace('{{date}}', '15.11.2025'));
      expect(file.paragraphs.some((text) => text.includes(certificateOfHealth.name[language]))).toBe(true);
    }
  });

  it('is refused about people who are not incomplete or are of another organisation', async () => {
    for (const applicationIds of [[person(6)], [person(3)]]) {
      const asked = { request: request(applicationIds), languages: [...languages], record: false, job: 'job' };
      expect((await refusalOf(office, 'document.render', asked)).code).toBe('document.nothingToPrint');
    }
  });

  it('and the history say the same in each language', async () => {
    const entries = await ask(office, 'history.of', { kind: 'application', id: person(2) });
    const sentBack = entries.flatMap(({ facts }) => facts).find(({ type }) => type === 'application.sentBack');
    for (const language of languages) {
      await i18n.changeLanguage(language);
      expect(sentBack && wordFact(sentBack, language)).toContain(certificateOfHealth.name[language]);
    }
  });
});

describe('a withdrawal by the organisation', () => {
  const letter = { number: 'W-9', date: '2025-11-08' };
  const withdrawal = (ids: Id[]) => ({ ids, on: '2025-11-10', reason: threeTimes('себеп'), letter });

  it('takes back several people of one organisation with one letter, which the history tells', async () => {
    await ask(office, 'application.withdraw', withdrawal([person(5), person(7)]));
    for (const n of [5, 7]) {
      expect(application(n)).toMatchObject({ status: 'withdrawn', withdrawalLetter: letter });
      const [last] = (await ask(office, 'history.of', { kind: 'application', id: person(n) })).slice(-1);
      for (const language of languages) {
        await i18n.changeLanguage(language);
        const told = last?.facts[0] && wordFact(last.facts[0], language);
        expect(told).toContain('W-9');
        expect(told).toContain('08.11.2025');
      }
    }
  });

  it('is refused for people of several organisations, and with half a letter or one of tomorrow', async () => {
    expect((await refusalOf(office, 'application.withdraw', withdrawal([person(8), person(9)]))).code).toBe(
      'application.severalOrganisations',
    );
    const wrong = { number: ' ', date: '2025-11-11' };
    expect(
      (await refusalOf(office, 'application.withdraw', { ...withdrawal([person(8)]), letter: wrong })).fields,
    ).toEqual([
      { path: 'letter.number', code: 'field.required' },
      { path: 'letter.date', code: 'field.inFuture' },
    ]);
    expect(application(8).status).toBe('draft');
  });
});
