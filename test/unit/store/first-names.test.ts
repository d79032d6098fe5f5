/** What was written before schema 8 is read under the names of today. */
import { describe, expect, it } from 'vitest';
import {
  collectionsWithTodaysNames,
  preferencesWithTodaysNames,
  todaysName,
  todaysWording,
  todaysWordingKey,
  withTodaysNames,
} from '../../../electron/office/store/first-names.ts';
import keys from './wording-keys-of-schema-7.json' with { type: 'json' };

describe('the names of before schema 8', () => {
  it('give way to those of today in keys, kinds, events, questions and taken parts', () => {
    expect(
      withTodaysNames({
        type: 'body.correspondenceRecorded',
        eventId: 'e1',
        scope: { kind: 'body', bodyId: 'b1' },
        settlements: [{ question: 'event|e1', choice: 'fields', sides: { body: 'theirs', position: 'ours' } }],
        settled: [{ recordKind: 'body', taken: ['body', 'position'] }],
        faults: [{ path: 'bodyId', code: 'body.unknown' }],
      }),
    ).toEqual({
      type: 'organisation.correspondenceRecorded',
      electionId: 'e1',
      scope: { kind: 'organisation', organisationId: 'b1' },
      settlements: [{ question: 'election|e1', choice: 'fields', sides: { organisation: 'theirs', position: 'ours' } }],
      settled: [{ recordKind: 'organisation', taken: ['organisation', 'position'] }],
      faults: [{ path: 'organisationId', code: 'organisation.unknown' }],
    });
  });

  it('stay where they are what a person typed or an identifier', () => {
    const record = {
      name: { ky: 'body', ru: 'event', en: 'events' },
      remarks: 'bodies',
      id: 'event',
      number: 'laptop',
    };
    expect(withTodaysNames(record)).toEqual(record);
    expect(withTodaysNames({ correspondence: { event: { bodyKinds: [] }, body: null } })).toEqual({
      correspondence: { event: { organisationKinds: [] }, body: null },
    });
  });

  it('are read once and twice alike', () => {
    const old = { events: [{ type: 'event.changed', kind: 'event', laptop: 'l1', bodyId: 'x' }], key: 'body.new-1' };
    expect(withTodaysNames(withTodaysNames(old))).toEqual(withTodaysNames(old));
  });

  it('name the commands of old lines in the words of today', () => {
    expect(todaysName('event.save')).toBe('election.save');
    expect(todaysName('body.save')).toBe('organisation.save');
    expect(todaysName('application.save')).toBe('application.save');
  });

  it('lead every corrected wording to its place, with the places that are filled in', () => {
    for (const [before, today] of Object.entries(keys)) expect(todaysWordingKey(before)).toBe(today);
    expect(todaysWording('{{event}}: {{ body }}, {{count}}')).toBe('{{election}}: {{organisation}}, {{count}}');
    const wording = { id: 'ky:bodies.title', language: 'ky', key: 'bodies.title', text: '{{bodies}}' };
    expect(collectionsWithTodaysNames({ wordings: [wording], bodies: [{ eventId: 'e' }] })).toEqual({
      wordings: [
        { id: 'ky:organisations.title', language: 'ky', key: 'organisations.title', text: '{{organisations}}' },
      ],
      organisations: [{ electionId: 'e' }],
    });
  });

  it('leave a laptop the election and the columns that were chosen', () => {
    const columns = [{ id: 'body', shown: true }];
    expect(preferencesWithTodaysNames({ eventId: 'e1', listColumns: { people: columns, bodies: columns } })).toEqual({
      electionId: 'e1',
      listColumns: {
        people: [{ id: 'organisation', shown: true }],
        organisations: [{ id: 'organisation', shown: true }],
      },
    });
  });
});
