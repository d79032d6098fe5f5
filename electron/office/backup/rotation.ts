/** Which backups stay: close together for the last days, further apart the older they are. */

/** The newest ones stay, however close together. */
export const newestKept = 10;
/** Of each of so many days with a backup, the day's newest. */
export const daysKept = 14;
/** Of each of so many months with a backup, the month's newest. */
export const monthsKept = 12;

/** `at`: when a backup was made, ISO 8601 in UTC. Answers those that stay; the newest is always among them. */
export function backupsKept<T extends { at: string }>(backups: readonly T[]): Set<T> {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1));
  const newestOfEach = (letters: number, most: number): T[] => {
    const newest = new Map<string, T>();
    for (const backup of newestFirst) {
      const span = backup.at.slice(0, letters);
      if (!newest.has(span)) newest.set(span, backup);
    }
    return [...newest.values()].slice(0, most);
  };
  return new Set([
    ...newestFirst.slice(0, newestKept),
    ...newestOfEach('YYYY-MM-DD'.length, daysKept),
    ...newestOfEach('YYYY-MM'.length, monthsKept),
  ]);
}
