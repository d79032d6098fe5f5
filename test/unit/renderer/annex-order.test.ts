import { describe, expect, it } from 'vitest';
import { inOrder, movedTo, type Script } from '../../../renderer/features/decisions/annex-order.ts';
import type { AnnexLine } from '#shared/contract/decisions.ts';
import { threeTimes } from '../../support/fictitious.ts';

const line = (id: string, ky: string, ru: string, latin: string, organisation = 'А'): AnnexLine => ({
  row: { applicationId: id, action: 'accredit', reason: null },
  supersededBy: null,
  person: {
    id,
    number: 1,
    latin,
    ky,
    ru,
    organisationId: 'b',
    organisation: threeTimes(organisation),
    category: 'short-term',
    citizenship: null,
    birthDate: null,
    documentEnds: null,
    document: '',
    status: 'ready',
    decisionId: null,
    decisionNumber: null,
    picture: null,
    certificateNumber: null,
  },
});

describe('the order of an annex', () => {
  it('follows the alphabet of the writing asked for', () => {
    const annex = [
      line('p', 'Пак', 'Пак', 'Pak'),
      line('ө', 'Өзгөнов', 'Узгенов', 'Azgenov'),
      line('о', 'Орозов', 'Орозов', 'Orozov'),
      line('ң', 'Ңов', 'Нов', 'Nov'),
    ];
    const order = (script: Script) => inOrder(annex, { by: 'name', script }).join('');
    expect(order('ky')).toBe('ңоөp');
    expect(order('ru')).toBe('ңоpө');
    expect(order('latin')).toBe('өңоp');
  });

  it('goes by organisation first when asked, and by the Latin name of whom no other is known', () => {
    const annex = [
      line('1', 'Б', 'Б', 'B', 'Экинчи'),
      line('2', '', '', 'A', 'Биринчи'),
      line('3', 'А', 'А', 'A', 'Экинчи'),
    ];
    expect(inOrder(annex, { by: 'organisation', script: 'ky' })).toEqual(['2', '3', '1']);
  });

  it('moves one or several to a place, together and in their own order', () => {
    const ids = ['1', '2', '3', '4', '5'];
    expect(movedTo(ids, new Set(['5']), 1)).toEqual(['5', '1', '2', '3', '4']);
    expect(movedTo(ids, new Set(['1']), 4)).toEqual(['2', '3', '4', '1', '5']);
    expect(movedTo(ids, new Set(['4', '1']), 2)).toEqual(['2', '1', '4', '3', '5']);
    expect(movedTo(ids, new Set(['2']), 99)).toEqual(['1', '3', '4', '5', '2']);
    expect(movedTo(ids, new Set(), 3)).toEqual(ids);
  });
});
