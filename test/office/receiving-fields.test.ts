import { afterAll, expect, it } from 'vitest';
import { locales } from '#locales/index.ts';
import { drawPortrait } from '../../electron/office/sample/portrait.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { handOver, lookAt, openExchanging, takeIn } from '../support/handing-over.ts';
import { ask, refusalOf, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';
import { someOrganisation, someElection, somePerson } from '../support/fictitious.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

it('a person changed on both is settled field by field, and comes back to the other office without a question', async () => {
  const stick = await temporaryFolder();
  const [left, right] = [
    await openExchanging(compiler, 'L', 'Л. Сынакчы'),
    await openExchanging(compiler, 'R', 'О. Үлгүева'),
  ];
  try {
    const { id: electionId } = await ask(left.office, 'election.save', { id: null, fields: someElection });
    const { id: organisationId } = await ask(left.office, 'organisation.save', {
      id: null,
      fields: someOrganisation,
      correspondence: null,
    });
    const photoOf = async ({ office }: typeof left, n: number) => {
      const portrait = Uint8Array.from(drawPortrait(n, 'unspecified'));
      const crop = { x: 0, y: 0, width: 300, height: 400 };
      return ask(office, 'photo.add', { original: portrait, picture: portrait, crop });
    };
    const base: ApplicationFields = { ...somePerson(1), photo: null, stayFrom: null, stayTo: null };
    const save = async ({ office }: typeof left, id: string | null, change: Partial<ApplicationFields>) =>
      (await ask(office, 'application.save', { id, electionId, organisationId, fields: { ...base, ...change } })).id;
    const person = await save(left, null, {});
    await takeIn(right, await handOver(left, electionId, stick.folder));
    const [ours, theirs] = [await photoOf(right, 1), await photoOf(left, 2)];
    await save(left, person, { photo: theirs, stayFrom: '2025-11-20', stayTo: '2025-11-25', remarks: 'сол' });
    await save(right, person, { photo: ours, stayFrom: '2025-11-27', stayTo: '2025-12-01', remarks: 'оң' });

    const { seen, preview } = await lookAt(right, await handOver(left, electionId, stick.folder));
    const { receiveId } = seen;
    expect(preview).toMatchObject({ questions: 1, open: 1 });
    const read = async () => {
      const asked = { receiveId, language: 'ru' as const, offset: 0, limit: 1 };
      const [question] = (await ask(right.office, 'receive.questions', asked)).rows;
      if (!question) throw new Error('nothing is asked');
      return question;
    };
    const { key, parts, pictures } = await read();
    expect(parts.map(({ part, side }) => [part, side])).toEqual([
      ['photo', null],
      ['stayFrom', null],
      ['stayTo', null],
      ['remarks', null],
    ]);
    const [here, there] = [pictures?.ours ?? '', pictures?.theirs ?? ''];
    for (const picture of [here, there]) expect(picture).toMatch(/^data:image\/(png|jpeg);base64,.{100}/u);
    expect(here).not.toBe(there);

    type Sides = Record<string, 'ours' | 'theirs'>;
    const settle = (sides: Sides) =>
      ask(right.office, 'receive.settle', { receiveId, settlements: [{ question: key, choice: 'fields', sides }] });
    expect(await settle({ photo: 'theirs' })).toMatchObject({ open: 1 });
    const partly = await read();
    expect(partly).toMatchObject({ answer: 'fields', faults: [] });
    expect(partly.parts.map(({ side }) => side)).toEqual(['theirs', null, null, null]);
    const unfit: Sides = { photo: 'theirs', stayFrom: 'ours', stayTo: 'theirs', remarks: 'ours' };
    expect(await settle(unfit)).toMatchObject({ open: 1 });
    expect((await read()).faults).toMatchObject([{ path: 'stayTo', code: 'field.before' }]);
    const early = await refusalOf(right.office, 'receive.commit', { receiveId, job: 'take' });
    expect(early).toMatchObject({ code: 'handover.unsettled', params: { count: 1 } });
    expect(await settle({ ...unfit, stayFrom: 'theirs', stayTo: 'theirs' })).toMatchObject({ open: 0 });
    expect((await read()).faults).toEqual([]);
    const receipt = await ask(right.office, 'receive.commit', { receiveId, job: 'take' });
    expect(right.office.state().applications.get(person)).toMatchObject({
      ...{ photo: theirs, stayFrom: '2025-11-20', stayTo: '2025-11-25', remarks: 'оң' },
    });
    expect(receipt.settled).toMatchObject([{ choice: 'fields', taken: ['photo', 'stayFrom', 'stayTo'] }]);
    expect((await ask(right.office, 'audit.verify', { job: 'verify' })).faults).toEqual([]);

    const { token } = await ask(right.office, 'document.render', {
      ...{
        request: { kind: 'receipt-act', receiptId: receipt.id },
        languages: [...languages],
        record: false,
        job: 'p',
      },
    });
    const text = (await pdfText(right.office.document(token)?.bytes ?? new Uint8Array())).join(' ');
    const words = (one: string) => one.replace(/[\s\u00ad\u200b]/gu, '');
    for (const language of languages) {
      const { stayFrom, stayTo, photo } = locales[language].history.field;
      expect(words(text)).toContain(words(`${photo}, ${stayFrom}, ${stayTo}`));
    }

    const back = await lookAt(left, await handOver(right, electionId, stick.folder));
    expect(back.preview).toMatchObject({ questions: 0, open: 0 });
    await ask(left.office, 'receive.commit', { receiveId: back.seen.receiveId, job: 'take' });
    const settled = right.office.state().applications.get(person);
    expect(left.office.state().applications.get(person)).toEqual(settled);
    expect(await left.office.photo(theirs.picture)).not.toBeNull();
    expect((await lookAt(right, await handOver(left, electionId, stick.folder))).preview.nothingNew).toBe(true);
  } finally {
    await left.close();
    await right.close();
    await stick.remove();
  }
}, 600_000);
