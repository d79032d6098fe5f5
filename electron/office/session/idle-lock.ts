/** Locks the screens when nobody has touched them for a while. */

export type IdleLock = {
  /** Starts the time anew, `minutes` long. */
  touch(minutes: number): void;
  stop(): void;
};

export function idleLock(lock: () => void): IdleLock {
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  return {
    touch(minutes) {
      stop();
      timer = setTimeout(lock, minutes * 60_000);
      timer.unref();
    },
    stop,
  };
}
