/** Keeps, of every call of an operation, what went wrong with it: a bug, and a refusal by the device or the records. */
import type { Outcome, RefusalCode } from '#shared/domain/base/refusals.ts';
import type { FailureLog } from './failure-log.ts';

type Call = (name: string, input: unknown) => Promise<Outcome<unknown>>;

export const watchCalls =
  (failures: FailureLog, call: Call): Call =>
  async (name, input) => {
    try {
      const outcome = await call(name, input);
      if (!outcome.ok && isTrouble(outcome.refusal.code)) {
        failures.note({ kind: 'refusal', thrown: outcome.refusal.code, operation: name });
      }
      return outcome;
    } catch (thrown) {
      failures.note({ kind: 'operation', thrown, operation: name });
      throw thrown;
    }
  };

/** Refusals that tell of the laptop, not of what a clerk typed. */
const isTrouble = (code: RefusalCode): boolean =>
  /^(?:store|backup|file)\./u.test(code) ||
  /^(?:document\.failed|photo\.(?:missing|damaged)|handover\.(?:diskFull|stickGone|readOnly|verifyFailed|writeFailed)|office\.notOpen)$/u.test(
    code,
  );
