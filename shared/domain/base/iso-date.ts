/** Days of the calendar as text; apart from the shapes of records, for the verifier page, which has none of them. */

const calendarDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, written YYYY-MM-DD, between the years 1900 and 2199. */
export function isIsoDate(text: string): boolean {
  const match = calendarDate.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
