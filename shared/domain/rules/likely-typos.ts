/** What a birth date or a document number may have been meant to be: each is one slip away from what was typed. */
import { isIsoDate, type IsoDate } from '../base/primitives.ts';

const digits = '0123456789';
/** Letters and digits that are read for each other on a copy of a passport. */
const readForEachOther = ['O0', 'I1', 'S5', 'B8', 'Z2'];

/** Days with one digit other, and with day and month changed over; about fifty, without the day itself. */
export function nearDates(date: IsoDate): IsoDate[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const near = new Set<string>([`${year}-${day}-${month}`]);
  for (let at = 0; at < date.length; at += 1) {
    if (date[at] === '-') continue;
    for (const digit of digits) near.add(date.slice(0, at) + digit + date.slice(at + 1));
  }
  near.delete(date);
  return [...near].filter(isIsoDate);
}

/** Document numbers with one character misread, one left out, one digit too many or two neighbours changed over. */
export function nearNumbers(number: string): string[] {
  const near = new Set<string>();
  for (let at = 0; at < number.length; at += 1) {
    const here = number[at] ?? '';
    const before = number.slice(0, at);
    const after = number.slice(at + 1);
    if (digits.includes(here)) for (const digit of digits) near.add(before + digit + after);
    for (const pair of readForEachOther) {
      if (pair.includes(here)) near.add(before + pair.replace(here, '') + after);
    }
    near.add(before + after);
    near.add(before + after.slice(0, 1) + here + after.slice(1));
  }
  for (let at = 0; at <= number.length; at += 1) {
    for (const digit of digits) near.add(number.slice(0, at) + digit + number.slice(at));
  }
  near.delete(number);
  return [...near];
}
