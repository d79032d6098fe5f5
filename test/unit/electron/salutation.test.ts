import { Map } from 'immutable';
import { describe, expect, it } from 'vitest';
import { headOfMission, letterFrame } from '../../../electron/office/documents/letter-data.ts';
import { emptyApplicationFields, initialStatus, type Application } from '#shared/domain/records/application.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { emptyState } from '#shared/domain/register/state.ts';

const head = (change: Partial<Application> = {}): Application => ({
  ...emptyApplicationFields,
  ...initialStatus,
  ...{
    id: 'one',
    electionId: 'election',
    organisationId: 'organisation',
    number: 1,
    category: 'head-of-mission',
    sex: 'female',
  },
  names: {
    latin: { surname: 'VAN OAKTHORPE-ASH', given: 'ELOWINA' },
    ky: { surname: 'ван Окторп-Эш', given: 'Эловина' },
    ru: { surname: 'ван Окторп-Эш', given: 'Эловина' },
    confirmed: true,
  },
  ...change,
});
const place = { electionId: 'election', organisationId: 'organisation' };
const greeted = (people: Application[], about: string[] = []): string[] => {
  const state = { ...emptyState, applications: Map(people.map((one) => [one.id, one])) };
  const found = headOfMission(state, place, new Set(about));
  return languages.map((language) => letterFrame(state, 'Organisation', undefined, found, language).salutation);
};
const toAnybody = ['Урматтуу айымдар жана мырзалар!', 'Уважаемые дамы и господа!', 'Dear Sir or Madam,'];

describe('a letter to an organisation', () => {
  it('greets the head of its mission as each language does a man or a woman', () => {
    expect(greeted([head()])).toEqual([
      'Урматтуу ван Окторп-Эш айым!',
      'Уважаемая госпожа ван Окторп-Эш!',
      'Dear Ms Van Oakthorpe-Ash,',
    ]);
    expect(greeted([head({ sex: 'male' })])).toEqual([
      'Урматтуу ван Окторп-Эш мырза!',
      'Уважаемый господин ван Окторп-Эш!',
      'Dear Mr Van Oakthorpe-Ash,',
    ]);
  });

  it('greets whoever reads it when the sex is not known, the names are not confirmed, or the head is not one', () => {
    expect(greeted([head({ sex: null })])).toEqual(toAnybody);
    expect(greeted([head({ sex: 'unspecified' })])).toEqual(toAnybody);
    expect(greeted([head(), head({ id: 'two', number: 2 })])).toEqual(toAnybody);
    expect(greeted([head({ status: 'withdrawn' })])).toEqual(toAnybody);
    expect(greeted([head({ category: 'core-team' })])).toEqual(toAnybody);
    expect(greeted([head()], ['one']), 'a letter about the head goes to the body').toEqual(toAnybody);
    const unconfirmed = head({ names: { ...head().names, confirmed: false } });
    expect(greeted([unconfirmed])).toEqual([...toAnybody.slice(0, 2), 'Dear Ms Van Oakthorpe-Ash,']);
  });
});
