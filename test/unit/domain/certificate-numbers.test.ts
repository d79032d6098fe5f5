import { describe, expect, it } from 'vitest';
import type { CertificateSeries } from '#shared/domain/records/office.ts';
import { numbersLeft } from '#shared/domain/decide/certificate.ts';
import { someSettings } from '../../support/fictitious.ts';
import { code, reserve, ruledOffice } from '../../support/ruled-office.ts';

const numbering = (series: Partial<CertificateSeries>) =>
  ruledOffice({ ...someSettings, certificates: { ...someSettings.certificates, ...series } });
type Ruled = ReturnType<typeof ruledOffice>;
const numbers = (office: Ruled): string[] => [...office.state().certificates.values()].map(({ number }) => number);

describe('a number', () => {
  it('follows the last one without a gap, within a command and from one to the next', () => {
    const office = ruledOffice();
    const [a, b, c] = office.accredits([1, 2, 3]);
    office.does(reserve([a!, b!]));
    office.does(reserve([c!]));
    expect(numbers(office)).toEqual(['A-0001', 'A-0002', 'A-0003']);
  });

  it('is taken from the first block, then from the next, and from no other', () => {
    const office = numbering({
      blocks: [
        { from: 5, to: 6 },
        { from: 20, to: 21 },
      ],
    });
    const people = office.accredits([1, 2, 3, 4, 5]);
    expect(numbersLeft(office.state(), 'election', office.state().settings!.certificates)).toBe(4);
    office.does(reserve(people.slice(0, 1)));
    office.does(reserve(people.slice(1, 4)));
    expect(numbers(office)).toEqual(['A-0005', 'A-0006', 'A-0020', 'A-0021']);
    expect(numbersLeft(office.state(), 'election', office.state().settings!.certificates)).toBe(0);
    expect(office.refuses(reserve(people.slice(4)))).toEqual(code('certificate.blocksExhausted', { series: 'A' }));
  });

  it('follows the order of the blocks also where a later block is lower, and never leaves them', () => {
    const office = numbering({
      blocks: [
        { from: 20, to: 21 },
        { from: 5, to: 6 },
      ],
    });
    const people = office.accredits([1, 2, 3, 4, 5]);
    expect(office.refuses(reserve(people))).toEqual(code('certificate.blocksExhausted', { series: 'A' }));
    office.does(reserve(people.slice(0, 4)));
    expect(numbers(office)).toEqual(['A-0020', 'A-0021', 'A-0005', 'A-0006']);
  });

  it('is refused where the next of the series has been printed with the very same signs', () => {
    const office = numbering({ series: 'A0', format: '{series}{number}', digits: 1 });
    const [a, b] = office.accredits([1, 2]);
    office.does(reserve([a!]));
    const certificates = { ...someSettings.certificates, series: 'A', format: '{series}{number}', digits: 2 };
    office.does({ type: 'office.changeSettings', settings: { ...someSettings, certificates } });
    expect(office.refuses(reserve([b!]))).toEqual(code('certificate.numberTaken', { number: 'A01' }));
  });

  it('has no count of what is left where the whole series is this laptop’s own', () => {
    const office = ruledOffice();
    expect(numbersLeft(office.state(), 'election', someSettings.certificates)).toBeNull();
  });

  it('ends with the last that the digits can write', () => {
    const office = numbering({ digits: 1 });
    const people = office.accredits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    office.does(reserve(people.slice(0, 9)));
    expect(numbers(office).at(-1)).toBe('A-9');
    expect(office.refuses(reserve(people.slice(9)))).toEqual(code('certificate.seriesExhausted', { series: 'A' }));
  });

  it('that another series has printed with the very same signs is not given again', () => {
    const office = numbering({ series: 'A1', format: '{series}{number}', digits: 1 });
    const [a, b] = office.accredits([1, 2]);
    office.does(reserve([a!]));
    const certificates = { ...someSettings.certificates, series: 'A', format: '{series}{number}', digits: 2 };
    office.does({
      type: 'office.changeSettings',
      settings: { ...someSettings, certificates: { ...certificates, blocks: [{ from: 11, to: 12 }] } },
    });
    expect(numbersLeft(office.state(), 'election', office.state().settings!.certificates)).toBe(1);
    office.does(reserve([b!]));
    expect(numbers(office)).toEqual(['A11', 'A12']);
  });
});
