/** Long work of this process, done in stretches: between two of them the office answers others. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The longest stretch, in milliseconds: a frame and a half of the screen. */
const stretch = 25;

/** Called between two pieces of a work: null while the stretch lasts, then what is to be waited for. */
export function yieldRegularly(): () => Promise<void> | null {
  let since = performance.now();
  return () => {
    if (performance.now() - since < stretch) return null;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}

/** Carries a work to its end that yields wherever it may be interrupted. */
export async function runCooperatively<T>(work: Generator<undefined, T>): Promise<T> {
  const rest = yieldRegularly();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await rest();
  }
}
